/** How long each approver has held an approval, as clocks: derived from its own record, counted on the approver's calendar. */
import type { Calendar } from '../calendar.ts';
import { calendarOf } from '../calendars.ts';
import type { Firm } from '../firm.ts';
import type { PersonId } from '../ids.ts';
import type { Localized } from '../language.ts';
import type { Clock, Entry } from '../sla.ts';
import type { Approval, Place, Step } from './approval-state.ts';

export type ApprovalClock = {
  readonly stage: Localized;
  readonly person: PersonId;
  readonly calendar: Calendar;
  readonly clock: Clock;
};

function latest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce<Date | undefined>((last, one) => (one && (!last || one > last) ? one : last), undefined);
}

/** When a stage was over for whoever had not spoken in it. */
function overAt(approval: Approval, step: Step, stage: number): Date | undefined {
  if (approval.status === 'running' && approval.stage === stage) return undefined;
  if (approval.status === 'returned' && approval.stage === stage) return approval.returnedAt;
  const decided = latest(step.seats.flat().map(({ said }) => said?.decidedAt));
  return decided ?? ('endedAt' in approval ? approval.endedAt : latest(approval.moves.map(({ movedAt }) => movedAt)));
}

function ending({ said }: Place, endedAt: Date | undefined): readonly Entry[] {
  if (said !== undefined) return [{ type: 'met', by: said.by, notedAt: said.decidedAt }];
  return endedAt === undefined ? [] : [{ type: 'cancelled', notedAt: endedAt }];
}

/** Without a time after which somebody higher is asked, nothing is promised: there is no clock. */
export function approvalClocks(approval: Approval, firm: Firm): readonly ApprovalClock[] {
  const targetMs = approval.flow.escalateAfterMs;
  if (targetMs === undefined) return [];
  return approval.steps.flatMap((step, n) =>
    step.seats.flat().flatMap((place): readonly ApprovalClock[] => {
      const { person, askedAt, said } = place;
      if (askedAt === undefined || said?.carried) return [];
      const entries: readonly Entry[] = [
        { type: 'started', notedAt: askedAt },
        ...ending(place, overAt(approval, step, n)),
      ];
      const clock: Clock = { kind: 'approval', targetMs, entries, marks: [] };
      return [{ stage: step.stage.name, person, calendar: calendarOf(person, firm), clock }];
    }),
  );
}
