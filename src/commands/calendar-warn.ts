/** Holidays of a year are missing: every administrator is told, with what to do. */
import { clockCommand, refuse } from '../bot/engine/define.ts';
import { WarnOfMissingYear } from '../bot/intents/calendar-intents.ts';
import { say } from '../bot/reactions/effects.ts';
import { missingYears } from '../domain/calendar-years.ts';

export const calendarWarn = clockCommand(WarnOfMissingYear, async ({ now, firm }) => {
  const missing = missingYears(firm, now);
  if (missing.length === 0) return refuse({ type: 'calendar.nothing-missing' });
  const admins = [...firm.people.values()].filter(({ roles }) => roles.includes('admin'));
  return {
    ...{ kind: 'decided', changes: [], answer: {} },
    effects: admins.flatMap(({ id }) =>
      missing.map((one) => say({ person: id }, { type: 'calendar.year-missing', ...one })),
    ),
  };
});
