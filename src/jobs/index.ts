/** Every job there is: what time asks. */
import type { Job } from '../bot/engine/define.ts';
import { calendarWeekly } from './calendar-weekly.ts';
import { cardsNightly } from './cards-nightly.ts';
import { progressDaily } from './progress-daily.ts';
import { progressDigestWeekly } from './progress-digest-weekly.ts';
import { progressMilestone } from './progress-milestone.ts';
import { progressWeekly } from './progress-weekly.ts';

export const jobs: readonly Job[] = [
  calendarWeekly,
  cardsNightly,
  progressWeekly,
  progressDaily,
  progressMilestone,
  progressDigestWeekly,
];
