/** Every Monday on which holidays are missing, the administrators are reminded: of next year's from November on, of this year's all the time. */
import { job } from '../bot/engine/define.ts';
import { WarnOfMissingYear } from '../bot/intents/calendar-intents.ts';
import { missingYears } from '../domain/calendar-years.ts';
import { momentInWeek } from '../domain/zoned-time.ts';
import { weeksIn } from './progress-weekly.ts';

const DAY_MS = 86_400_000;

export const calendarWeekly = job('calendar.weekly', WarnOfMissingYear, ({ from, until, firm }) =>
  weeksIn(from, until, firm.zone)
    .map((week) => ({ week, dueAt: momentInWeek(week, { weekday: 1, time: '09:00' }, firm.zone) }))
    .filter(({ dueAt }) => dueAt > from && dueAt <= until && missingYears(firm, dueAt).length > 0)
    // The next Monday says it again.
    .map(({ week, dueAt }) => ({ key: `calendar:${week}`, input: {}, dueAt, staleMs: 4 * DAY_MS, series: 'calendar' })),
);
