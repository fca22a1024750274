/** Drafts the digest of every weekly cycle, on the first working day of its lead's week after the reports. */
import { job } from '../bot/engine/define.ts';
import { DraftDigest } from '../bot/intents/digest-intents.ts';
import { cyclesOf } from '../domain/cycle.ts';
import { digestKey } from '../domain/digest.ts';
import { digestDates, MOST_DAYS_LATER } from '../domain/digest-dates.ts';
import { weeksIn } from './progress-weekly.ts';

const DAY_MS = 86_400_000;

export const progressDigestWeekly = job('progress.digest-weekly', DraftDigest, ({ from, until, firm }) =>
  cyclesOf(firm).flatMap((cycle) => {
    const { id, lead, cadence } = cycle;
    if (lead === undefined || cadence.template !== 'weekly') return [];
    const zone = firm.people.get(lead)?.zone ?? firm.zone;
    // A week's digest comes in the week after, and a holiday moves it further.
    return weeksIn(new Date(from.getTime() - (14 + MOST_DAYS_LATER) * DAY_MS), until, zone)
      .map((week) => ({ week, dueAt: digestDates(cycle, lead, week, firm).draftAt }))
      .filter(({ dueAt }) => dueAt > from && dueAt <= until)
      .map(({ week, dueAt }) => ({
        key: digestKey(id, week),
        input: { cycle: id, period: week },
        person: lead,
        dueAt,
        staleMs: 4 * DAY_MS,
      }));
  }),
);
