/** Rework instead of a dead end: sent back to whoever asked, or to an earlier stage, and asked again as far as something changed. */
import type { Actor } from '../actor.ts';
import { decided, given, refused } from '../decision.ts';
import type { Firm } from '../firm.ts';
import { type ApprovalDecision, always, goneOn, moved, spoken } from './approval.ts';
import type { Approval, ApprovalEvent, Place, Running, Step } from './approval-state.ts';
import type { Matter } from './approvers.ts';
import { isByRule, isWanted, matterOf, onward, orphanIn, stepFor } from './course.ts';
import { asked } from './line.ts';
import { changesBetween, type FieldChange, type Payload } from './payload.ts';
import { type Shown, voiceOf } from './voice.ts';

/** A stage that is asked anew, of the people whom it had asked. */
function afresh(step: Step): Step {
  if (step.fate === 'not-needed') return step;
  return {
    stage: step.stage,
    seats: step.seats.map((seat) =>
      seat.map(({ person, came, sentBy }): Place => ({ person, came, ...(sentBy === undefined ? {} : { sentBy }) })),
    ),
  };
}

/** Whether this is an earlier stage that was wanted. */
function wasAsked({ steps, stage }: Running, n: number): boolean {
  const step = n < stage ? steps[n] : undefined;
  return step !== undefined && step.fate !== 'not-needed';
}

/** `to`: the number of an earlier stage; none sends it back to whoever asked. */
export function sendBack(
  approval: Approval,
  by: Actor,
  now: Date,
  firm: Firm,
  shown: Shown,
  words: string | undefined,
  to?: number,
): ApprovalDecision {
  const voice = voiceOf(approval, by, shown);
  if (!voice.ok) return voice;
  const running = voice.state.approval;
  if (to !== undefined && !wasAsked(running, to)) return refused({ type: 'approval.no-such-stage', field: 'to' });
  const reason = given(words);
  if (reason === undefined) return refused({ type: 'approval.reason-missing', field: 'reason' });
  const base = moved(
    voice.state,
    'sent-back',
    now,
    { comment: reason, ...(to === undefined ? {} : { toStage: to }) },
    voice.state.step,
  );
  const told = { type: 'approval.sent-back', ...spoken(voice.state), reason } as const;
  if (to === undefined) {
    const { advocate } = approval;
    return decided<Approval, ApprovalEvent>(
      { ...base, status: 'returned', stage: running.stage, returnedAt: now },
      { ...told, to: advocate, asks: [] },
    );
  }
  const again = base.steps.map((step, n) => (n < to || n > running.stage ? step : afresh(step)));
  const first = asked(again[to] ?? voice.state.step, now, matterOf(approval, firm));
  return decided<Approval, ApprovalEvent>(
    { ...base, steps: again.with(to, first.step), status: 'running', stage: to },
    { ...told, to, asks: first.asks },
  );
}

/** A yes stands when the flow rests it on named facts, none of which has changed. */
function stands({ stage, fate }: Step, changes: readonly FieldChange[], matter: Matter): boolean {
  if (fate === undefined || fate === 'not-needed' || stage.askAgain === 'always' || !isWanted(stage, matter))
    return false;
  // The rule that let it pass by itself must still say so.
  if (fate === 'by-rule' && !isByRule(stage, matter)) return false;
  return changes.every(({ field }) => stage.dependsOn !== undefined && !stage.dependsOn.includes(field));
}

/** Comes again, changed or not. Only stages whose ground has moved are asked again, of the people whom the flow finds now. */
export function resubmit(
  approval: Approval,
  by: Actor,
  now: Date,
  firm: Firm,
  anew: { readonly payload: Payload; readonly fingerprint: string },
): ApprovalDecision {
  if (approval.status === 'withdrawn') return refused({ type: 'approval.withdrawn' });
  if (approval.status !== 'returned') return refused({ type: 'approval.not-sent-back' });
  if (by.kind !== 'person' || by.person.id !== approval.advocate)
    return refused({ type: 'approval.sent-back', advocate: approval.advocate });
  const changes = changesBetween(approval.payload, anew.payload);
  const matter = matterOf({ ...approval, ...anew }, firm);
  const steps = approval.steps.map((step): Step => {
    if (!stands(step, changes, matter)) return stepFor(step.stage, approval.flow, matter);
    return changes.length === 0 ? step : { ...step, stood: true };
  });
  const orphan = orphanIn(steps);
  if (orphan) return refused({ type: 'approval.nobody-can', stage: orphan.stage.name });
  const next = onward(steps, matter, now);
  const move = { type: 'resubmitted', by: by.person.id, movedAt: now } as const;
  return goneOn(
    {
      ...always(approval),
      ...anew,
      ...{ title: anew.payload.title, revision: approval.revision + 1, changes, moves: [...approval.moves, move] },
    },
    next,
    [
      {
        type: 'approval.resubmitted',
        by: by.person.id,
        changed: changes.map(({ field }) => field),
        asks: next.asks,
      },
    ],
    matter,
    now,
  );
}
