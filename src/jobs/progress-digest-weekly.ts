/** Tells the head of each department how the week's reports stand, on the morning after. */
import { job } from '../bot/engine/define.ts';
import { SendProgressDigest } from '../bot/intents/progress-intents.ts';
import { momentInWeek, weekAfter } from '../domain/zoned-time.ts';
import { weeksIn } from './progress-weekly.ts';

const DAY_MS = 86_400_000;

export const progressDigestWeekly = job('progress.digest-weekly', SendProgressDigest, ({ from, until, firm }) =>
  [...firm.departments.values()].flatMap(({ id, head }) => {
    if (head === undefined) return [];
    const zone = firm.people.get(head)?.zone ?? firm.zone;
    return weeksIn(new Date(from.getTime() - 7 * DAY_MS), until, zone)
      .map((week) => ({ week, dueAt: momentInWeek(weekAfter(week), firm.progress.digest, zone) }))
      .filter(({ dueAt }) => dueAt > from && dueAt <= until)
      .map(({ week, dueAt }) => ({
        key: `digest:${id}:${week}`,
        input: { department: id, week },
        person: head,
        dueAt,
        staleMs: 4 * DAY_MS,
      }));
  }),
);
