/** What a person with a wall clock and much patience would find: every minute of some days, looked at one by one. */
import type { Calendar } from '../../src/domain/calendar.ts';

export const MINUTE_MS = 60_000;
/** Offsets from UTC change on the quarter of an hour, everywhere and in living memory. */
const QUARTER_MS = 15 * MINUTE_MS;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

type Wall = { readonly weekday: number; readonly minute: number };

function wallClock(zone: string): (at: number) => Wall {
  const shape = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...shape, timeZone: zone });
  return (at) => {
    const [, day = '', hour = '', minute = ''] = /(\w{3}),? (\d+):(\d+)/.exec(format.format(at)) ?? [];
    return { weekday: weekdays.indexOf(day), minute: Number(hour) * 60 + Number(minute) };
  };
}

const minuteOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

export type Oracle = {
  /** Working minutes from the beginning up to a minute. */
  readonly upTo: (minute: number) => number;
  readonly isWorking: (minute: number) => boolean;
  /** The first minute by whose end so many working minutes have passed since `from`, or undefined when the days are too few. */
  readonly after: (from: number, minutes: number) => number | undefined;
};

/** `begin` lies on a quarter of an hour; minutes count from there. */
export function oracle(begin: Date, days: number, calendar: Calendar): Oracle {
  const wall = wallClock(calendar.zone);
  const working: boolean[] = [];
  for (let at = begin.getTime(); at < begin.getTime() + days * 86_400_000; at += QUARTER_MS) {
    const { weekday, minute } = wall(at);
    const periods = calendar.week[weekday] ?? [];
    for (let n = minute; n < minute + 15; n += 1) {
      working.push(periods.some(({ from, to }) => minuteOf(from) <= n && n < minuteOf(to)));
    }
  }
  const sums = [0];
  for (const one of working) sums.push((sums.at(-1) ?? 0) + (one ? 1 : 0));
  return {
    upTo: (minute) => sums[minute] ?? 0,
    isWorking: (minute) => working[minute] ?? false,
    after: (from, minutes) => {
      const found = sums.findIndex((sum, minute) => minute >= from && sum - (sums[from] ?? 0) >= minutes);
      return found === -1 ? undefined : found;
    },
  };
}
