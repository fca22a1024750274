/** The approval flows of the firm file: stages, who is asked, on which condition, and what happens when time runs out. */
import { type ApproverRule, type Flow, type Role, roles, type Service, type Stage } from '../../../domain/firm.ts';
import type { FlowId, PersonId } from '../../../domain/ids.ts';
import { nearest, suggest } from '../problems.ts';
import { compileCondition, type FactTypes } from './conditions.ts';
import { type Context, checkReference, durationMs, localized } from './context.ts';
import type { Society } from './people.ts';
import type { Path } from './places.ts';
import type { Placed, Reader } from './reading.ts';
import { flowShape, type StageShape } from './shape.ts';

type Around = {
  readonly context: Context;
  /** The services that use the flow. */
  readonly users: readonly Service[];
  readonly all: readonly Service[];
  readonly society: Society;
  /** Whether the section could be read whole: in a broken one nothing is said to be missing. */
  readonly isWhole: (section: string) => boolean;
};

/** What a yes can rest on besides the fields of a service. */
const restsOnToo = ['title', 'priority', 'client'];

export function readFlows(
  reader: Reader,
  context: Context,
  services: readonly Placed<Service>[],
  society: Society,
): readonly Placed<Flow>[] {
  const all = services.map((service) => service.value);
  return reader.many('approvals', flowShape).map(({ path, key, value }) => {
    const users = all.filter(({ approval }) => approval === key);
    const around: Around = { context, users, all, society, isWhole: reader.isWhole };
    const flow: Flow = {
      id: key as FlowId,
      stages: value.stages.map((stage, index) => stageOf(stage, [...path, 'stages', index], around)),
      cc: rulesOf(value.cc, [...path, 'cc'], around),
      nobody: rulesOf(value.nobody, [...path, 'nobody'], around),
      ...afterMs('remindAfter', value.remindAfter, path, context),
      ...afterMs('escalateAfter', value.escalateAfter, path, context),
      escalation: value.escalation,
    };
    return { path, key, value: flow };
  });
}

function afterMs<N extends 'remindAfter' | 'escalateAfter'>(
  name: N,
  text: string | undefined,
  path: Path,
  context: Context,
): { readonly [K in `${N}Ms`]?: number } {
  if (text === undefined) return {};
  return { [`${name}Ms`]: durationMs(text, 'working', [...path, name], context) } as { [K in `${N}Ms`]?: number };
}

function rulesOf(texts: readonly string[], path: Path, around: Around): readonly ApproverRule[] {
  return texts.flatMap((text, index) => approver(text, [...path, index], around));
}

function stageOf(shape: StageShape, path: Path, around: Around): Stage {
  const { when, autoApproveWhen, skip, dependsOn, askAgain } = shape;
  checkCondition(when, [...path, 'when'], around);
  checkCondition(autoApproveWhen, [...path, 'autoApproveWhen'], around);
  checkFields(dependsOn ?? [], [...path, 'dependsOn'], around);
  const approvers = rulesOf(shape.approvers, [...path, 'approvers'], around);
  checkEnough(shape, approvers, [...path, 'rule'], around);
  return {
    ...{ name: localized(shape.name), approvers, rule: shape.rule, cc: rulesOf(shape.cc, [...path, 'cc'], around) },
    ...(when === undefined ? {} : { when }),
    ...(autoApproveWhen === undefined ? {} : { autoApprove: autoApproveWhen }),
    ...(skip === undefined ? {} : { skip }),
    ...(dependsOn === undefined ? {} : { dependsOn }),
    ...(askAgain === undefined ? {} : { askAgain }),
  };
}

function checkCondition(source: string | undefined, path: Path, around: Around): void {
  if (source === undefined) return;
  const compiled = compileCondition(source, factsOf(around));
  if (compiled.ok || (compiled.unknownFact !== undefined && !around.isWhole('services'))) return;
  around.context.complain(path, compiled.what, compiled.hint);
}

function checkFields(names: readonly string[], path: Path, around: Around): void {
  const known = [...new Set([...factsOf(around).keys(), ...restsOnToo])];
  if (!around.isWhole('services')) return;
  for (const [index, name] of names.entries()) {
    if (!known.includes(name))
      around.context.complain([...path, index], `no request has a field “${name}”`, suggest(name, known));
  }
}

/** Two of one are never found. People of a role may come and go; whoever is named may not. */
function checkEnough(shape: StageShape, approvers: readonly ApproverRule[], path: Path, { context }: Around): void {
  const { rule } = shape;
  const isWhole = approvers.length === shape.approvers.length;
  if (typeof rule !== 'object' || !isWhole || approvers.some(({ by }) => by === 'role')) return;
  const { size } = new Set(approvers.map((one) => JSON.stringify(one)));
  if (rule.atLeast > size)
    context.complain(
      path,
      `${rule.atLeast} are wanted, but only ${size} ${size === 1 ? 'is' : 'are'} asked`,
      'ask more, or want fewer',
    );
}

/** A flow that no service uses yet may speak of any service's fields. */
function factsOf({ users, all }: Around): FactTypes {
  const fields = (users.length > 0 ? users : all).flatMap((service) => service.fields);
  const facts = new Map<string, 'number' | 'text' | 'mixed'>([
    ['priority', 'text'],
    ['client', 'text'],
  ]);
  for (const { id, type } of fields) {
    const kind = type === 'number' ? 'number' : 'text';
    facts.set(id, facts.has(id) && facts.get(id) !== kind ? 'mixed' : kind);
  }
  // A field of this name is meant before the client's own segment.
  if (!facts.has('segment')) facts.set('segment', 'text');
  return facts;
}

function approver(text: string, path: Path, around: Around): readonly ApproverRule[] {
  const [by = '', id = ''] = text.split(/:(.*)/s).map((part) => part.trim());
  if (by === 'person') return person(id, path, around);
  if (by === 'field') return fieldApprover(id, path, around);
  if (text === 'department-head' || text === 'manager-of-requester') {
    checkHeads(text, path, around);
    return [{ by: text }];
  }
  const role = roles.find((known) => known === text);
  const { complain } = around.context;
  if (role === undefined) {
    const near = nearest(text, ['department-head', 'manager-of-requester', ...roles]);
    const hint = near
      ? `did you mean ${near}?`
      : 'department-head, manager-of-requester, a role, person:<id> or field:<id>';
    complain(path, `“${text}” is nobody who could approve`, hint);
    return [];
  }
  checkHeld(role, path, around);
  return [{ by: 'role', role }];
}

function person(id: string, path: Path, { context, society }: Around): readonly ApproverRule[] {
  checkReference(id, 'person', context.ids.people, path, context.complain);
  if (society.people.some(({ key, value }) => key === id && value.kind !== 'staff'))
    context.complain(path, `${id} is a client’s contact`, 'only people of the firm approve, and are told of it');
  return [{ by: 'person', person: id as PersonId }];
}

function fieldApprover(id: string, path: Path, { users, context, isWhole }: Around): readonly ApproverRule[] {
  const without = users
    .filter(() => isWhole('services'))
    .find(({ fields }) => !fields.some((asked) => asked.id === id));
  if (without) {
    const hint = suggest(
      id,
      without.fields.map((asked) => asked.id),
    );
    context.complain(path, `the service ${without.id}, which uses this approval, has no field “${id}”`, hint);
  }
  return [{ by: 'field', field: id }];
}

function checkHeld(role: Role, path: Path, { society, context, isWhole }: Around): void {
  if (!isWhole('people') || society.people.some(({ value }) => value.roles.includes(role))) return;
  context.complain(path, `nobody has the role ${role}`, `give it to somebody: roles: [${role}]`);
}

/** Asked from outside the firm, the head of the desk's department decides. */
function checkHeads(rule: string, path: Path, { users, society, context }: Around): void {
  for (const { id, team } of users) {
    const department = society.departments.find(({ value }) => value.id === team);
    if (department && department.value.head === undefined) {
      context.complain(
        path,
        `${rule} is asked for ${id}, but the department ${team} has no head`,
        `add head: to ${team}`,
      );
    }
  }
}
