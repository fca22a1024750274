/** What stories about approvals say often: whom a stage asks, who sits where, and people who say yes one after another. */
import { approve } from '../../src/domain/approval/approval.ts';
import type { Approval } from '../../src/domain/approval/approval-state.ts';
import { type Payload, textOf } from '../../src/domain/approval/payload.ts';
import { resubmit, sendBack } from '../../src/domain/approval/revise.ts';
import type { ApproverRule, Firm, Flow, Person, Stage } from '../../src/domain/firm.ts';
import { yes } from './decisions.ts';
import { by, firm, flow, stage, wang } from './firm.ts';
import { later, running, submitted } from './requests.ts';

export function these(...people: readonly Person[]): readonly ApproverRule[] {
  return people.map(({ id }) => ({ by: 'person', person: id }));
}

/** A flow of one stage that asks these people. */
export function asking(people: readonly Person[], more: Partial<Stage> = {}): Flow {
  return flow(stage({ approvers: these(...people), ...more }));
}

/** Running, with one stage that asks these people. */
export function asked(people: readonly Person[], more: Partial<Stage> = {}): Approval {
  return running(submitted(), asking(people, more));
}

/** Who sits in a stage: a line of people for each seat. */
export function seats(approval: Approval, n = 0): readonly (readonly string[])[] {
  return (approval.steps[n]?.seats ?? []).map((line) => line.map(({ person }) => person));
}

export function fates(approval: Approval): readonly (string | undefined)[] {
  return approval.steps.map(({ fate }) => fate);
}

/** One yes after another, a minute apart. */
export function agreed(approval: Approval, ...people: readonly Person[]): Approval {
  return people.reduce((state, person) => {
    const last = state.moves.at(-1)?.movedAt ?? state.startedAt;
    return yes(approve(state, by(person), later(1, last), firm));
  }, approval);
}

export function sentBack(approval: Approval, person: Person, to?: number): Approval {
  return yes(sendBack(approval, by(person), later(200), firm, {}, '预算怎么算的？', to));
}

/** It comes again, with these words changed; by wang, who answers for what Ann asked. */
export function again(approval: Approval, changed: Partial<Payload>) {
  const payload = { ...approval.payload, ...changed };
  return resubmit(approval, by(wang), later(300), firm, { payload, fingerprint: textOf(payload) });
}

export function without(...gone: readonly Person[]): Firm {
  return { ...firm, people: new Map([...firm.people].filter(([id]) => !gone.some((person) => person.id === id))) };
}
