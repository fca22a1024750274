/** When the people of a cycle are asked, by when they should have answered, and until when they may. All of it in their own time. */
import type { Calendar } from './calendar.ts';
import type { Period } from './cycle.ts';
import type { Cadence, Milestone, Plan } from './project.ts';
import { nearestWorkingDay } from './working-days.ts';
import { addWorking, workingPeriodsOn } from './working-time.ts';
import {
  dayAfter,
  dayAt,
  dayOfWeek,
  type IsoWeek,
  isIsoWeek,
  isoWeekAt,
  momentOfDay,
  weekAfter,
  weekOfDay,
} from './zoned-time.ts';

/** When a period is asked about. Skipped, it says why, and when it would have been. */
export type AskMoment = { readonly period: Period; readonly at: Date; readonly skip?: 'no-working-day' };

/** A milestone that falls into a long holiday is asked about before it; longer ones than this there are not. */
const LONGEST_HOLIDAY = 31;
/** Past this many days without work, the grace is over all the same. */
const LONGEST_GRACE = 31;

/** On a day that is not as usual, or was not chosen, nobody is asked after the day's work. */
function momentOn(day: string, chosen: string, time: string, calendar: Calendar): Date {
  const at = momentOfDay(day, time, calendar.zone);
  const asUsual = day === chosen && calendar.special?.(day) === undefined;
  const end = workingPeriodsOn(day, calendar).at(-1)?.to;
  if (asUsual || end === undefined) return at;
  const ends = momentOfDay(day, end, calendar.zone);
  return at < ends ? at : ends;
}

/** On the chosen day, or where nobody works then, the last working day before it, at most `most` days back. */
function askOn(period: Period, chosen: string, time: string, most: number, calendar: Calendar): AskMoment {
  const day = nearestWorkingDay(chosen, -1, most, calendar);
  if (day === undefined) return { period, at: momentOfDay(chosen, time, calendar.zone), skip: 'no-working-day' };
  return { period, at: momentOn(day, chosen, time, calendar) };
}

/** The configured weekday and hour, or the last working day before it in that week; a week without one is skipped. */
export function weeklyAsk(cadence: Cadence, week: IsoWeek, calendar: Calendar): AskMoment {
  const { weekday, time } = cadence.ask;
  return askOn(week, dayOfWeek(week, weekday), time, weekday, calendar);
}

/** Undefined on a day without work: it is no period. */
export function dailyAsk(cadence: Cadence, day: string, calendar: Calendar): AskMoment | undefined {
  const asked = askOn(day, day, cadence.ask.time, 1, calendar);
  return asked.skip === undefined ? asked : undefined;
}

export function milestoneAsk(cadence: Cadence, { id, day }: Milestone, calendar: Calendar): AskMoment {
  return askOn(id, day, cadence.ask.time, LONGEST_HOLIDAY, calendar);
}

/** When somebody is asked about a period; undefined when the period is none of the plan's. */
export function askOf({ cadence, milestones }: Plan, period: Period, calendar: Calendar): AskMoment | undefined {
  switch (cadence.template) {
    case 'weekly':
      return isIsoWeek(period) ? weeklyAsk(cadence, period, calendar) : undefined;
    case 'daily':
      return dailyAsk(cadence, period, calendar);
    case 'milestone': {
      const milestone = milestones.find(({ id }) => id === period);
      return milestone && milestoneAsk(cadence, milestone, calendar);
    }
  }
}

/** The day of the period that everything about it is counted from. */
function dayOf({ cadence, milestones }: Plan, period: Period): string {
  switch (cadence.template) {
    case 'weekly':
      return dayOfWeek(period as IsoWeek, 7);
    case 'daily':
      return period;
    case 'milestone':
      return milestones.find(({ id }) => id === period)?.day ?? period;
  }
}

/**
 * When the grace is over: for a week at `missedAfter` of the next one, for a day or a milestone at its time on the day after; where nobody works
 * then, on the next working day. Whoever is asked late has twice the time of a reminder from then on.
 */
export function dueOf(plan: Plan, period: Period, askedAt: Date, calendar: Calendar): Date {
  const { cadence } = plan;
  const after =
    cadence.template === 'weekly'
      ? dayOfWeek(weekAfter(period as IsoWeek), cadence.missedAfter.weekday)
      : dayAfter(dayOf(plan, period));
  const day = nearestWorkingDay(after, 1, LONGEST_GRACE, calendar) ?? after;
  const due = momentOfDay(day, cadence.missedAfter.time, calendar.zone);
  const reminded = addWorking(askedAt, cadence.remindAfterMs, calendar);
  return reminded < due ? due : addWorking(askedAt, 2 * cadence.remindAfterMs, calendar);
}

function milestonesByDay({ milestones }: Plan): readonly Milestone[] {
  return milestones.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}

/** When the same people are asked about the next period: from then on the one before is closed. Undefined when there is none. */
export function nextAsk(plan: Plan, period: Period, calendar: Calendar): Date | undefined {
  const { cadence } = plan;
  switch (cadence.template) {
    case 'weekly':
      return weeklyAsk(cadence, weekAfter(period as IsoWeek), calendar).at;
    case 'daily': {
      const day = nearestWorkingDay(dayAfter(period), 1, LONGEST_HOLIDAY, calendar);
      return day === undefined ? undefined : dailyAsk(cadence, day, calendar)?.at;
    }
    case 'milestone': {
      const all = milestonesByDay(plan);
      const next = all[all.findIndex(({ id }) => id === period) + 1];
      return next && milestoneAsk(cadence, next, calendar).at;
    }
  }
}

/** What a report opened now is about: this week, today, the next milestone or, after the last one, that. */
export function periodAt(plan: Plan, now: Date, calendar: Calendar): Period | undefined {
  const today = dayAt(now, calendar.zone);
  switch (plan.cadence.template) {
    case 'weekly':
      return isoWeekAt(now, calendar.zone);
    case 'daily':
      return today;
    case 'milestone': {
      const all = milestonesByDay(plan);
      return (all.find(({ day }) => day >= today) ?? all.at(-1))?.id;
    }
  }
}

/** The week, the day or the milestone before. */
export function periodBefore(plan: Plan, period: Period, calendar: Calendar): Period | undefined {
  switch (plan.cadence.template) {
    case 'weekly':
      return weekAfter(period as IsoWeek, -1);
    case 'daily':
      return nearestWorkingDay(dayAfter(period, -1), -1, LONGEST_HOLIDAY, calendar);
    case 'milestone': {
      const all = milestonesByDay(plan);
      return all[all.findIndex(({ id }) => id === period) - 1]?.id;
    }
  }
}

/** Whether a period has not begun yet. */
export function isFuture(plan: Plan, period: Period, now: Date, calendar: Calendar): boolean {
  const today = dayAt(now, calendar.zone);
  return plan.cadence.template === 'weekly' ? weekOfDay(today) < period : dayOf(plan, period) > today;
}
