/** Calendar files (RFC 5545): their all-day events are holidays, or make-up workdays where the summary says so. */
import type ical from 'ical.js';
import { isCalendarDate } from '../../../domain/zoned-time.ts';
import { icalendar } from './libraries.ts';
import { daysFrom, type DayMark, sameInAll } from './marks.ts';

/** A repeated event is followed so far. */
const LAST_YEAR = 2100;
const MOST_REPEATS = 1000;
/** A longer “holiday” is no holiday. */
const MOST_DAYS = 100;
const DAY_SECONDS = 86_400;

export type IcsDay = { readonly day: string; readonly mark: DayMark };

/** Throws an Error that says what is wrong with the text. */
export function readIcs(text: string): readonly IcsDay[] {
  const { Component, Event, parse } = icalendar();
  const parsed = parse(text) as unknown[];
  // Several calendars in one file are a list of components; one is the component itself.
  const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
  return roots
    .flatMap((root) => new Component(root).getAllSubcomponents('vevent'))
    .filter((component) => String(component.getFirstPropertyValue('status') ?? '').toUpperCase() !== 'CANCELLED')
    .flatMap((component) => {
      checkDates(component);
      return daysOf(new Event(component));
    });
}

/** The library makes 1 January of the thirteenth month; whoever wrote that meant something else. */
function checkDates(component: ical.Component): void {
  for (const name of ['dtstart', 'dtend']) {
    const [, , , written] = (component.getFirstProperty(name)?.toJSON() ?? []) as readonly unknown[];
    const day = typeof written === 'string' ? written.slice(0, 10) : undefined;
    if (day !== undefined && !isCalendarDate(day)) throw new Error(`there is no day ${day}`);
  }
}

/** What the file may leave out; the library's types say nothing of it. */
type Written = { readonly startDate: ical.Time | null; readonly summary: string | null };

function daysOf(event: ical.Event): readonly IcsDay[] {
  const { startDate, summary } = event as Written;
  if (!startDate) throw new Error(`the event “${summary ?? ''}” has no beginning`);
  // An appointment at some time of the day is no holiday.
  if (!startDate.isDate) return [];
  const length = Math.max(1, Math.round(event.duration.toSeconds() / DAY_SECONDS));
  if (length > MOST_DAYS) throw new Error(`the event “${summary ?? ''}” takes ${length} days`);
  const mark = markOf(summary ?? '');
  return beginningsOf(event).flatMap((first) => daysFrom(first, length).map((day) => ({ day, mark })));
}

function beginningsOf(event: ical.Event): readonly string[] {
  if (!event.isRecurring()) return [event.startDate.toString()];
  const found: string[] = [];
  const next = event.iterator();
  for (let n = 0; n < MOST_REPEATS; n += 1) {
    // Undefined after the last; the types do not say so.
    const at = next.next() as ical.Time | undefined;
    if (!at || at.year > LAST_YEAR) break;
    found.push(at.toString());
  }
  return found;
}

/** `元旦(休)` and `春节（班）`, as calendars of China are written; `Labour Day make-up workday`. */
function markOf(summary: string): DayMark {
  const words = summary.trim();
  if (worksOn(words)) return { kind: 'work', name: sameInAll(words) };
  const name = words.replace(/\s*[(（[【](休|休假|放假)[)）\]】]$|\s+休$/u, '') || words;
  return { kind: 'off', ...(name === '' ? {} : { name: sameInAll(name) }) };
}

function worksOn(summary: string): boolean {
  if (/不上班|非工作日|non-?\s?working/iu.test(summary)) return false;
  return /班|工作日|make-?\s?up|\bwork(ing)?\s?day\b/iu.test(summary);
}
