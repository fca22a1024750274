/** Asks every member of a project on the day of each milestone, or on the last working day before it. */
import { job } from '../bot/engine/define.ts';
import { AskForProgress } from '../bot/intents/progress-intents.ts';
import { milestoneAsk } from '../domain/asking.ts';
import { calendarOf } from '../domain/calendars.ts';
import { askedIn, cyclesOf, planOf } from '../domain/cycle.ts';
import { progressKey } from '../domain/progress.ts';

const DAY_MS = 86_400_000;

export const progressMilestone = job('progress.milestone', AskForProgress, ({ from, until, firm }) =>
  cyclesOf(firm)
    .filter(({ cadence }) => cadence.template === 'milestone')
    .flatMap((cycle) =>
      askedIn(cycle, firm).flatMap((person) =>
        planOf(cycle, firm)
          .milestones.map((milestone) => milestoneAsk(cycle.cadence, milestone, calendarOf(person.id, firm)))
          .filter(({ at }) => at > from && at <= until)
          .map(({ period, at, skip }) => ({
            key: `ask:${progressKey(cycle.id, person.id, period)}`,
            input: { person: person.id, cycle: cycle.id, period },
            person: person.id,
            dueAt: at,
            staleMs: 3 * DAY_MS,
            ...(skip === undefined ? {} : { skip }),
          })),
      ),
    ),
);
