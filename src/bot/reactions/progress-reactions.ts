/** When this has happened to a progress report, these people should notice. */
import { calendarOf } from '../../domain/calendars.ts';
import type { Firm } from '../../domain/firm.ts';
import { type Progress, type ProgressEvent, readerOf } from '../../domain/progress.ts';
import { addWorking } from '../../domain/working-time.ts';
import { momentInWeek, weekAfter } from '../../domain/zoned-time.ts';
import { MissProgress, RemindProgress } from '../intents/progress-intents.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, later, say, show, showEverywhere, type To } from './effects.ts';

const HOUR_MS = 3_600_000;

function reminders(progress: Progress, now: Date, firm: Firm): readonly Effect[] {
  const zone = firm.people.get(progress.person)?.zone ?? firm.zone;
  const base = { input: { progress: progress.number }, record: progress.number, person: progress.person };
  const missed = momentInWeek(weekAfter(progress.week), firm.progress.missedAfter, zone);
  return [
    later(RemindProgress, {
      ...base,
      key: `progress-reminder:${progress.number}`,
      at: addWorking(now, firm.progress.remindAfterMs, calendarOf(progress.person, firm)),
      // After a long outage a reminder for last week would only annoy.
      staleMs: 24 * HOUR_MS,
    }),
    later(MissProgress, { ...base, key: `progress-missed:${progress.number}`, at: missed > now ? missed : now }),
  ];
}

export function progressReactions(event: ProgressEvent, progress: Progress, now: Date, firm: Firm): readonly Effect[] {
  const picture: PictureRef = { name: 'progress', of: progress.number };
  const person: To = { person: progress.person };
  switch (event.type) {
    case 'progress.opened':
      return [];
    case 'progress.asked':
      return [show(person, picture), ...reminders(progress, now, firm)];
    case 'progress.reminded':
      return [say(person, { type: 'progress.reminder', week: progress.week })];
    case 'progress.submitted':
    case 'progress.skipped':
    case 'progress.missed': {
      const head = readerOf(progress.department, firm);
      const digest: PictureRef = { name: 'progress-digest', of: `${progress.department}/${progress.week}` };
      // The head's list is one card that fills up; only an answer makes it appear.
      const forHead =
        head === undefined
          ? []
          : event.type === 'progress.submitted'
            ? [show({ person: head }, digest)]
            : [showEverywhere(digest)];
      return [showEverywhere(picture), ...forHead];
    }
  }
}
