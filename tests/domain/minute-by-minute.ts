/**
 * Three years looked at minute by minute on the wall clock of a zone. It shares no line with what it judges: clocks are read from
 * Intl, days are counted off one by one. Only the clock is read every quarter of an hour, on which alone offsets change, in all these zones.
 */
type Period = { readonly from: string; readonly to: string };
/** What works when, as plain data. */
export type Plan = {
  readonly week: readonly (readonly Period[])[];
  readonly special: ReadonlyMap<string, readonly Period[]>;
};

export const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
export const BEGIN = Date.UTC(2025, 0, 1);
export const MINUTES = (Date.UTC(2028, 0, 1) - BEGIN) / MINUTE_MS;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What a clock on the wall of a zone shows at every quarter of an hour. */
export type Walls = { readonly days: readonly string[]; readonly day: Int32Array; readonly minute: Int16Array };

export function wallsOf(zone: string): Walls {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const quarters = MINUTES / 15;
  const [day, minute] = [new Int32Array(quarters), new Int16Array(quarters)];
  const days: string[] = [];
  const known = new Map<string, number>();
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const shown = format.format(BEGIN + quarter * QUARTER_MS);
    // "Sun, 03/08/2026, 01:45"
    const name = shown.slice(0, 15);
    const index = known.get(name) ?? days.length;
    if (index === days.length) {
      known.set(name, index);
      days.push(`${name.slice(11, 15)}-${name.slice(5, 7)}-${name.slice(8, 10)} ${name.slice(0, 3)}`);
    }
    day[quarter] = index;
    minute[quarter] = Number(shown.slice(17, 19)) * 60 + Number(shown.slice(20, 22));
  }
  return { days, day, minute };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** One byte for every minute of a day: whether it works. */
function dayPlan(periods: readonly Period[]): Uint8Array {
  const plan = new Uint8Array(24 * 60);
  for (const { from, to } of periods) plan.fill(1, minuteOf(from), minuteOf(to));
  return plan;
}

export type Minutes = {
  readonly works: Uint8Array;
  /** Working minutes before each minute. */
  readonly before: Int32Array;
  /** The first minute by which so many working minutes have passed since `from`, or undefined when the years are too short. */
  readonly after: (from: number, minutes: number) => number | undefined;
};

export function minutesOf({ days, day, minute }: Walls, { week, special }: Plan): Minutes {
  const plans = days.map((text) => {
    const [date = '', name = ''] = text.split(' ');
    return dayPlan(special.get(date) ?? week[weekdays.indexOf(name)] ?? []);
  });
  const works = new Uint8Array(MINUTES);
  const before = new Int32Array(MINUTES + 1);
  for (let at = 0; at < MINUTES; at += 1) {
    const quarter = Math.floor(at / 15);
    works[at] = plans[day[quarter] ?? 0]?.[(minute[quarter] ?? 0) + (at % 15)] ?? 0;
    before[at + 1] = (before[at] ?? 0) + (works[at] ?? 0);
  }
  const after = (from: number, minutes: number): number | undefined => {
    const wanted = (before[from] ?? 0) + minutes;
    if ((before[MINUTES] ?? 0) < wanted) return undefined;
    let [low, high] = [from, MINUTES];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((before[middle] ?? 0) >= wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { works, before, after };
}
