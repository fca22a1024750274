/** The service catalogue and the approval flows of the firm file. */
import {
  type ApproverRule,
  type DepartmentId,
  type Flow,
  type FlowId,
  type IntakeField,
  type PersonId,
  type Role,
  roles,
  type Service,
  type ServiceId,
  type Stage,
} from '../../../domain/firm.ts';
import { nearest, suggest } from '../problems.ts';
import { compileCondition, type FactTypes } from './conditions.ts';
import { type Context, checkReference, checkUnique, durationMs, localized } from './context.ts';
import type { Society } from './people.ts';
import type { Path } from './places.ts';
import type { Placed, Reader } from './reading.ts';
import { type FieldShape, flowShape, type StageShape, serviceShape } from './shape.ts';

/** What every request has besides the fields of its service; a field of the same name would hide it. */
const alwaysThere = ['title', 'priority', 'client'];

export function readServices(reader: Reader, context: Context): readonly Placed<Service>[] {
  const { complain, ids } = context;
  const found = reader.many('services', serviceShape);
  checkUnique(
    found.map(({ path, value }) => ({ path: [...path, 'id'], key: value.id })),
    (key) => `the service “${key}” is there twice`,
    'ids are unique: rename one',
    complain,
  );
  return found.map(({ path, value }) => {
    checkReference(value.team, 'department', ids.departments, [...path, 'team'], complain);
    checkReference(value.approval, 'approval', ids.flows, [...path, 'approval'], complain);
    const { firstResponse, resolution } = value.sla;
    const service: Service = {
      id: value.id as ServiceId,
      name: localized(value.name),
      team: value.team as DepartmentId,
      fields: fieldsOf(value.fields, [...path, 'fields'], context),
      firstResponseMs: durationMs(firstResponse, 'working', [...path, 'sla', 'firstResponse'], context),
      ...(resolution === undefined
        ? {}
        : { resolutionMs: durationMs(resolution, 'working', [...path, 'sla', 'resolution'], context) }),
      ...(value.approval === undefined ? {} : { approval: value.approval as FlowId }),
    };
    return { path, key: value.id, value: service };
  });
}

function fieldsOf(shapes: readonly FieldShape[], path: Path, { complain }: Context): readonly IntakeField[] {
  checkUnique(
    shapes.map(({ id }, index) => ({ path: [...path, index, 'id'], key: id })),
    (key) => `the field “${key}” is there twice`,
    'ids are unique within a service: rename one',
    complain,
  );
  return shapes.map((shape, index) => {
    const here = [...path, index];
    if (alwaysThere.includes(shape.id))
      complain([...here, 'id'], `every request has its ${shape.id} anyway`, 'choose another id');
    return field(shape, here, { complain });
  });
}

function field(shape: FieldShape, path: Path, { complain }: Pick<Context, 'complain'>): IntakeField {
  const asked = { id: shape.id, label: localized(shape.label), required: shape.required };
  if (shape.type === 'number') {
    const { min, max } = shape;
    if (min !== undefined && max !== undefined && min > max)
      complain([...path, 'max'], `max ${max} is less than min ${min}`, 'swap them');
    return { ...asked, type: 'number', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  }
  if (shape.type !== 'choice') return { ...asked, type: shape.type };
  const options = shape.options.map(String);
  checkUnique(
    options.map((key, index) => ({ path: [...path, 'options', index], key })),
    (key) => `the option “${key}” is there twice`,
    'remove one',
    complain,
  );
  return { ...asked, type: 'choice', options };
}

export function readFlows(
  reader: Reader,
  context: Context,
  services: readonly Placed<Service>[],
  society: Society,
): readonly Placed<Flow>[] {
  return reader.many('approvals', flowShape).map(({ path, key, value }) => {
    for (const name of ['remindAfter', 'escalateAfter'] as const) {
      const text = value[name];
      if (text !== undefined) durationMs(text, 'working', [...path, name], context);
    }
    const users = services.map((service) => service.value).filter(({ approval }) => approval === key);
    const stages = value.stages.map((stage, index) =>
      stageOf(stage, [...path, 'stages', index], {
        context,
        users,
        all: services.map((service) => service.value),
        society,
        isWhole: reader.isWhole,
      }),
    );
    return { path, key, value: { id: key as FlowId, stages } };
  });
}

type Around = {
  readonly context: Context;
  /** The services that use the flow. */
  readonly users: readonly Service[];
  readonly all: readonly Service[];
  readonly society: Society;
  /** Whether the section could be read whole: in a broken one nothing is said to be missing. */
  readonly isWhole: (section: string) => boolean;
};

function stageOf(shape: StageShape, path: Path, around: Around): Stage {
  const { complain } = around.context;
  if (shape.rule !== 'any')
    complain([...path, 'rule'], 'not yet: only the rule any works in this version', 'write any, or leave it out');
  const approvers = shape.approvers.flatMap((text, index) => approver(text, [...path, 'approvers', index], around));
  const stage: Stage = { name: localized(shape.name), approvers, rule: 'any' };
  if (shape.when === undefined) return stage;
  const compiled = compileCondition(shape.when, factsOf(around));
  if (compiled.ok) return { ...stage, when: compiled.condition };
  if (!compiled.unknownFact || around.isWhole('services')) complain([...path, 'when'], compiled.what, compiled.hint);
  return stage;
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

function person(id: string, path: Path, { context }: Around): readonly ApproverRule[] {
  checkReference(id, 'person', context.ids.people, path, context.complain);
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
