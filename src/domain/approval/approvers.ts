/** From the words of a flow to people: whom a stage asks, and who steps in where its words name nobody. */
import type { ApproverRule, Firm, Flow, Role, Stage } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import type { Payload } from './payload.ts';
import type { Came } from './approval-state.ts';

/** About whom and what people are asked. */
export type Matter = { readonly payload: Payload; readonly requester: PersonId; readonly firm: Firm };

type Found = { readonly person: PersonId; readonly came: Came & ('flow' | 'fallback') };

function holding(firm: Firm, role: Role): readonly PersonId[] {
  return [...firm.people.values()].filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
}

/** The head of the requester's own department, or of the desk's for people from outside. */
function headOver({ payload, requester, firm }: Matter): readonly PersonId[] {
  const team = firm.services.get(payload.service)?.team;
  const department = firm.people.get(requester)?.department ?? team;
  const head = department === undefined ? undefined : firm.departments.get(department)?.head;
  return head === undefined ? [] : [head];
}

/** The colleagues whom an answer names, by name or by id. */
export function colleaguesIn(answer: string | number | undefined, firm: Firm): readonly PersonId[] {
  return [...firm.people.values()]
    .filter(({ id, name, kind }) => kind === 'staff' && (id === answer || name === answer))
    .map(({ id }) => id);
}

function peopleOf(rule: ApproverRule, matter: Matter): readonly PersonId[] {
  const { firm, payload } = matter;
  switch (rule.by) {
    case 'department-head':
    case 'manager-of-requester':
      return headOver(matter);
    case 'role':
      return holding(firm, rule.role);
    case 'person':
      return [rule.person];
    case 'field':
      return colleaguesIn(payload.answers[rule.field], firm);
  }
}

/** People of the firm, each once. */
export function named(rules: readonly ApproverRule[], matter: Matter): readonly PersonId[] {
  const found = rules.flatMap((rule) => peopleOf(rule, matter));
  return [...new Set(found)].filter((id) => matter.firm.people.get(id)?.kind === 'staff');
}

/**
 * Nobody decides about their own request. Where the stage's words find too few, those next up are asked: management, then whom the flow
 * names for this case, then the administrators. Still too few is for the caller to refuse: nothing is ever silently approved.
 */
export function whomToAsk(stage: Stage, { nobody }: Pick<Flow, 'nobody'>, matter: Matter): readonly Found[] {
  const others = (people: readonly PersonId[]) => people.filter((id) => id !== matter.requester);
  const chosen = others(named(stage.approvers, matter));
  const wanted = wantedOf(stage);
  if (chosen.length >= wanted) return chosen.map((person) => ({ person, came: 'flow' }));

  const nextUp = [{ by: 'role', role: 'management' } as const];
  const last = [{ by: 'role', role: 'admin' } as const];
  const known = new Set(chosen);
  const more: Found[] = [];
  for (const rules of [nextUp, nobody, last]) {
    // Whoever of one kind steps in, all of that kind do: any of them may know.
    if (known.size >= wanted) break;
    for (const person of others(named(rules, matter)).filter((id) => !known.has(id))) {
      known.add(person);
      more.push({ person, came: 'fallback' });
    }
  }
  return [...chosen.map((person) => ({ person, came: 'flow' }) as const), ...more];
}

/** How many voices a stage cannot do without. */
export function wantedOf({ rule }: Stage): number {
  return typeof rule === 'object' ? rule.atLeast : 1;
}
