/** The clock of the playground: what it shows, and where each of its buttons leads. */

import { type Html, html } from '../../bot/platforms/playground/html.ts';
import type { Firm } from '../../domain/firm.ts';
import { isoWeekAt, localDayAt, momentInWeek, weekAfter } from '../../domain/zoned-time.ts';
import { icon } from './mark.ts';
import type { View } from './view.ts';
import { type Travel, travels } from './words-shape.ts';

const HOUR_MS = 3_600_000;

function nextMorning(now: Date, { calendar }: Firm): Date {
  // A calendar that never works is refused when the firm file is read; the bound only keeps this from turning for ever.
  const found = Array.from({ length: 40 }).reduce<{ day: ReturnType<typeof localDayAt>; at?: Date }>(
    (search) => {
      if (search.at) return search;
      const opening = calendar.week[search.day.weekday - 1]?.[0];
      const at = opening && search.day.at(opening.from);
      return { day: search.day.next(), ...(at && at > now ? { at } : {}) };
    },
    { day: localDayAt(now, calendar.zone) },
  );
  return found.at ?? new Date(now.getTime() + HOUR_MS);
}

function nextAsk(now: Date, firm: Firm, zone: string): Date {
  const week = isoWeekAt(now, zone);
  const thisWeek = momentInWeek(week, firm.progress.ask, zone);
  return thisWeek > now ? thisWeek : momentInWeek(weekAfter(week), firm.progress.ask, zone);
}

export function targetOf(travel: Travel, now: Date, { firm, reader }: View): Date {
  switch (travel) {
    case 'hour':
      return new Date(now.getTime() + HOUR_MS);
    case 'morning':
      return nextMorning(now, firm);
    case 'ask':
      return nextAsk(now, firm, reader.zone);
  }
}

/** `Friday 16:00`, `周五 16:00`. */
export function askMoment({ firm, locale }: View): string {
  const { weekday, time } = firm.progress.ask;
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return `${new Intl.DateTimeFormat(locale, { weekday: locale === 'zh-CN' ? 'short' : 'long', timeZone: 'UTC' }).format(day)} ${time}`;
}

export function clockText(now: Date, { locale, reader }: View): { readonly day: string; readonly time: string } {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: reader.zone, ...options }).format(now);
  return {
    day: format({ weekday: 'long', month: 'long', day: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}

export function zoneText({ locale, reader }: View, now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: reader.zone, timeZoneName: 'long' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? reader.zone;
}

function label(travel: Travel, view: View): string {
  return travel === 'ask' ? view.words.next(askMoment(view)) : view.words.travel[travel];
}

export function drawClock(view: View, now: Date): Html {
  const { words } = view;
  const { day, time } = clockText(now, view);
  return html`<section class="clock" aria-labelledby="clock-title"><h2 id="clock-title">${icon('clock')}${words.clock}</h2>
<p class="clock-face"><span class="clock-time" data-clock="time">${time}</span><span class="clock-day"><span data-clock="day">${day}</span><span class="zone">${zoneText(view, now)}</span></span></p>
<div class="travels" data-travelling="${words.travelling}">${travels.map(
    (travel) =>
      html`<button type="button" class="button plain" data-travel="${travel}">${label(travel, view)}</button>`,
  )}</div></section>`;
}
