/** An approval: people decide about a request, stage after stage. What was asked is frozen when it starts. */
import type { Actor } from '../actor.ts';
import { type Decision, decided, given, refused } from '../decision.ts';
import type { Firm, Flow } from '../firm.ts';
import type { ClientId, PersonId } from '../ids.ts';
import type { RecordNumber } from '../numbers.ts';
import type { Approval, ApprovalAlways, ApprovalEvent, ApprovalRefusal, Move, Step } from './approval-state.ts';
import { type Matter, named } from './approvers.ts';
import { isWanted, matterOf, type Onward, onward, orphanIn, passedEvent, stepFor } from './course.ts';
import { asked, hasFailed, hasPassed, withPlace } from './line.ts';
import type { Payload } from './payload.ts';
import { type Shown, type Voice, voiceOf } from './voice.ts';

export type ApprovalDecision = Decision<Approval, ApprovalEvent, ApprovalRefusal>;

export type Asking = {
  readonly number: RecordNumber<'approval'>;
  readonly of: RecordNumber<'request'>;
  readonly requester: PersonId;
  readonly advocate: PersonId;
  readonly client?: ClientId;
  readonly payload: Payload;
  readonly fingerprint: string;
};

/** Whether the flow wants anything decided about this at all. */
export function isAsked(flow: Flow, matter: Matter): boolean {
  return flow.stages.some((stage) => isWanted(stage, matter));
}

/** Starts asking. A stage too few people could decide, or none at all, refuses the start: nothing is ever silently approved. */
export function start(asking: Asking, { stages, ...flow }: Flow, firm: Firm, now: Date): ApprovalDecision {
  const { payload, client, ...about } = asking;
  const matter = matterOf(asking, firm);
  if (!isAsked({ ...flow, stages }, matter)) return refused({ type: 'approval.nobody-can' });
  const steps = stages.map((stage) => stepFor(stage, flow, matter));
  const orphan = orphanIn(steps);
  if (orphan) return refused({ type: 'approval.nobody-can', stage: orphan.stage.name });
  const next = onward(steps, matter, now);
  const base: ApprovalAlways = {
    ...{ kind: 'approval', ...about, title: payload.title, flow, payload },
    ...(client === undefined ? {} : { client }),
    ...{ steps: next.steps, revision: 1, changes: [], moves: [], startedAt: now },
  };
  return goneOn(base, next, [{ type: 'approval.started', asks: next.asks }], matter, now);
}

/** Somebody is to decide the next stage, or everything has been decided. */
export function goneOn(
  base: ApprovalAlways,
  { steps, stage, events: passed }: Onward,
  events: readonly ApprovalEvent[],
  matter: Matter,
  now: Date,
): ApprovalDecision {
  const told = [...events, ...passed];
  if (stage !== undefined)
    return decided<Approval, ApprovalEvent>({ ...base, steps, status: 'running', stage }, ...told);
  const tells = named(base.flow.cc, matter);
  return decided<Approval, ApprovalEvent>({ ...base, steps, status: 'approved', endedAt: now }, ...told, {
    type: 'approval.approved',
    tells,
  });
}

/** The parts every state has; what belonged to the old state stays behind. */
export function always(approval: Approval): ApprovalAlways {
  const { kind, number, of, title, requester, advocate, client, flow, steps, revision } = approval;
  const { payload, fingerprint, changes, moves, startedAt } = approval;
  return {
    ...{
      kind,
      number,
      of,
      title,
      requester,
      advocate,
      flow,
      steps,
      revision,
      payload,
      fingerprint,
      changes,
      moves,
      startedAt,
    },
    ...(client === undefined ? {} : { client }),
  };
}

/** The approval with one more move told and its current stage as it is now. */
export function moved(voice: Voice, type: Move['type'], now: Date, more: Partial<Move>, step: Step): ApprovalAlways {
  const { approval, by, onBehalfOf } = voice;
  const move: Move = {
    ...{ type, by, stage: approval.stage, movedAt: now, ...more },
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
  return {
    ...always(approval),
    steps: approval.steps.with(approval.stage, step),
    moves: [...approval.moves, move],
  };
}

/** Who speaks, and for whom. */
export function spoken({ by, onBehalfOf }: Voice): { readonly by: PersonId; readonly onBehalfOf?: PersonId } {
  return { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

export function approve(
  approval: Approval,
  by: Actor,
  now: Date,
  firm: Firm,
  shown: Shown = {},
  words?: string,
): ApprovalDecision {
  const voice = voiceOf(approval, by, shown);
  if (!voice.ok) return voice;
  const { step: before, at } = voice.state;
  const { stage } = voice.state.approval;
  const comment = given(words);
  const heard = comment === undefined ? {} : { comment };
  const said = { verdict: 'yes', by: voice.state.by, decidedAt: now, ...heard } as const;
  const step = withPlace(before, at, { ...at.place, said });
  const yes = { type: 'approval.yes', ...spoken(voice.state), stage, ...heard } as const;

  if (!hasPassed(step)) {
    const next = asked(step, now, matterOf(approval, firm));
    const base = moved(voice.state, 'approved', now, heard, next.step);
    return decided<Approval, ApprovalEvent>({ ...base, status: 'running', stage }, { ...yes, asks: next.asks });
  }
  const matter = matterOf(approval, firm);
  const base = moved(voice.state, 'approved', now, heard, { ...step, fate: 'passed' });
  const next = onward(base.steps, matter, now);
  return goneOn(base, next, [{ ...yes, asks: next.asks }, passedEvent(stage, step, 'passed', matter)], matter, now);
}

/** A no ends it, except where a number of voices is wanted and can still be reached. */
export function reject(approval: Approval, by: Actor, now: Date, shown: Shown = {}, words?: string): ApprovalDecision {
  const voice = voiceOf(approval, by, shown);
  if (!voice.ok) return voice;
  const reason = given(words);
  if (reason === undefined) return refused({ type: 'approval.reason-missing', field: 'reason' });
  const { step: before, at } = voice.state;
  const { stage } = voice.state.approval;
  const said = { verdict: 'no', by: voice.state.by, decidedAt: now, comment: reason } as const;
  const step = withPlace(before, at, { ...at.place, said });
  const base = moved(voice.state, hasFailed(step) ? 'rejected' : 'opposed', now, { comment: reason }, step);
  const who = spoken(voice.state);
  return hasFailed(step)
    ? decided<Approval, ApprovalEvent>(
        { ...base, status: 'rejected', endedAt: now },
        { type: 'approval.rejected', ...who, stage, reason },
      )
    : decided<Approval, ApprovalEvent>(
        { ...base, status: 'running', stage },
        { type: 'approval.no', ...who, stage, comment: reason },
      );
}

/** The request was taken back while it was being approved. */
export function withdraw(approval: Approval, by: PersonId, now: Date): ApprovalDecision {
  if (approval.status !== 'running' && approval.status !== 'returned') return refused({ type: 'approval.withdrawn' });
  return decided<Approval, ApprovalEvent>(
    { ...always(approval), status: 'withdrawn', endedAt: now },
    { type: 'approval.withdrawn', by },
  );
}
