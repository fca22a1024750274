/** When this has happened to a progress report, these people should notice. */
import { calendarOf } from '../../domain/calendars.ts';
import { cycleCalled } from '../../domain/cycle.ts';
import type { Firm } from '../../domain/firm.ts';
import { digestPlace } from '../../domain/digest.ts';
import { type Progress, type ProgressEvent, reportNamed } from '../../domain/progress.ts';
import { addWorking } from '../../domain/working-time.ts';
import { MissProgress, RemindProgress } from '../intents/progress-intents.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { type Effect, later, say, show, showEverywhere, type To } from './effects.ts';

const HOUR_MS = 3_600_000;

function reminders(progress: Progress, now: Date, firm: Firm): readonly Effect[] {
  if (progress.status !== 'asked' || progress.dueAt === undefined) return [];
  const base = { input: { progress: progress.number }, record: progress.number, person: progress.person };
  const { remindAfterMs } = cycleCalled(progress.cycle, firm)?.cadence ?? firm.progress;
  return [
    later(RemindProgress, {
      ...base,
      key: `progress-reminder:${progress.number}`,
      at: addWorking(now, remindAfterMs, calendarOf(progress.person, firm)),
      // After a long outage a reminder for last week would only annoy.
      staleMs: 24 * HOUR_MS,
    }),
    later(MissProgress, { ...base, key: `progress-missed:${progress.number}`, at: progress.dueAt }),
  ];
}

/** A digest fills up, or says what came after it, wherever it stands; also where it still stands under its first name. */
function digestsOf(progress: Progress): readonly Effect[] {
  const of = digestPlace(progress);
  return [showEverywhere({ name: 'digest', of }), showEverywhere({ name: 'progress-digest', of })];
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
      return [say(person, { type: 'progress.reminder', ...reportNamed(progress) })];
    // Nobody is pinged on leave: what stands becomes true, and that is all.
    case 'progress.excused':
    case 'progress.submitted':
    case 'progress.skipped':
    case 'progress.missed':
      return [showEverywhere(picture), ...digestsOf(progress)];
  }
}
