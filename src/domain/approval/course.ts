/** How an approval goes from stage to stage: which are wanted, which pass by themselves, who is asked next. */
import type { Firm, Flow, Stage } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import type { ApprovalAlways, ApprovalEvent, Fate, Place, Said, Step } from './approval-state.ts';
import { type Matter, named, wantedOf, whomToAsk } from './approvers.ts';
import { asked, hasPassed } from './line.ts';
import { factsOf } from './payload.ts';

export function matterOf({ requester, payload }: Pick<ApprovalAlways, 'requester' | 'payload'>, firm: Firm): Matter {
  return { requester, payload, firm };
}

function holds(condition: string, { payload, firm }: Matter): boolean {
  return firm.judge(condition, factsOf(payload, firm));
}

export function isWanted({ when }: Stage, matter: Matter): boolean {
  return when === undefined || holds(when, matter);
}

/** Conditions are judged on what is being frozen: a stage that is not wanted says so from the beginning. */
export function stepFor(stage: Stage, flow: Pick<Flow, 'nobody'>, matter: Matter): Step {
  const seats = whomToAsk(stage, flow, matter).map((found): Place[] => [found]);
  return { stage, seats, ...(isWanted(stage, matter) ? {} : { fate: 'not-needed' }) };
}

/** The first open stage that too few people could decide. */
export function orphanIn(steps: readonly Step[]): Step | undefined {
  return steps.find(({ stage, seats, fate }) => fate === undefined && seats.length < wantedOf(stage));
}

export type Onward = {
  readonly steps: readonly Step[];
  /** None: nothing is left to decide. */
  readonly stage?: number;
  readonly asks: readonly PersonId[];
  readonly events: readonly ApprovalEvent[];
};

/** Where the flow says so, a yes of an earlier stage counts here too, if what it was about has not changed since. */
function withCarried(step: Step, earlier: readonly Step[]): Step {
  if (step.stage.skip !== 'already-approved') return step;
  const yes = new Map<PersonId, Said>();
  for (const { said } of earlier.filter(({ stood }) => !stood).flatMap(({ seats }) => seats.flat()))
    if (said?.verdict === 'yes') yes.set(said.by, said);
  const heard = (place: Place): Place => {
    const before = yes.get(place.person);
    return before ? { ...place, said: { ...before, carried: true } } : place;
  };
  return { ...step, seats: step.seats.map((seat) => seat.map(heard)) };
}

/** Whether the flow itself says yes for everybody. */
export function isByRule({ autoApprove }: Stage, matter: Matter): boolean {
  return autoApprove !== undefined && holds(autoApprove, matter);
}

/** The stage's fate when nobody has to be asked for it; and the step as it then is. */
function byItself(step: Step, earlier: readonly Step[], matter: Matter): { readonly fate?: Fate; readonly step: Step } {
  if (isByRule(step.stage, matter)) return { fate: 'by-rule', step };
  const carried = withCarried(step, earlier);
  return { ...(hasPassed(carried) ? { fate: 'already-approved' } : {}), step: carried };
}

/** What is told when a stage has been decided, by people or by itself. */
export function passedEvent(stage: number, { stage: { cc } }: Step, fate: Fate, matter: Matter): ApprovalEvent {
  return { type: 'approval.stage-passed', stage, fate, tells: named(cc, matter) };
}

/** Goes on to the first stage that somebody has to decide. What has been decided before stands. */
export function onward(steps: readonly Step[], matter: Matter, now: Date): Onward {
  const done: Step[] = [];
  const events: ApprovalEvent[] = [];
  for (const [n, before] of steps.entries()) {
    if (before.fate !== undefined) {
      done.push(before);
      continue;
    }
    const { fate, step } = byItself(before, done, matter);
    if (fate === undefined) {
      const next = asked(step, now, matter);
      return { steps: [...done, next.step, ...steps.slice(n + 1)], stage: n, asks: next.asks, events };
    }
    if (fate !== 'not-needed') events.push(passedEvent(n, step, fate, matter));
    done.push({ ...step, fate });
  }
  return { steps: done, asks: [], events };
}
