/** A clock's ledger as it is read aloud: what was noted, and between the notes every stretch with the working time it counted. */
import type { Calendar } from './calendar.ts';
import type { Localized } from './language.ts';
import { type Clock, type Entry, stateAfter } from './sla.ts';
import { addWorking, workingBetween } from './working-time.ts';
import { type LocalDay, localDayAt } from './zoned-time.ts';

export type Stretch = {
  /**
   * `worked`: as on any day, nights and weekends folded in. `off`: days on which nobody works who otherwise would.
   * `made-up`: a day off that is worked. `short`: a working day with hours of its own.
   */
  readonly type: 'worked' | 'off' | 'made-up' | 'short';
  /** First and last day, `YYYY-MM-DD` in the calendar's zone. */
  readonly fromDay: string;
  readonly untilDay: string;
  /** From the first moment counted to the last; where none was, the whole stretch. */
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly countedMs: number;
  readonly name?: Localized;
};

export type LedgerLine =
  | { readonly type: 'entry'; readonly entry: Entry }
  | Stretch
  /** A pause: nothing counts. Without an end it lasts. */
  | { readonly type: 'paused'; readonly fromAt: Date; readonly untilAt?: Date };

type Piece = {
  readonly type: Stretch['type'];
  readonly day: string;
  readonly from: Date;
  readonly until: Date;
  readonly name?: Localized;
};

/** What kind of day it is, on this calendar. */
function kindOf(day: LocalDay, calendar: Calendar): Pick<Piece, 'type' | 'name'> {
  const special = calendar.special?.(day.date);
  if (!special) return { type: 'worked' };
  const usual = calendar.week[day.weekday - 1] ?? [];
  const type = special.periods.length === 0 ? 'off' : usual.length === 0 ? 'made-up' : 'short';
  return { type, ...(special.name === undefined ? {} : { name: special.name }) };
}

/** A run, day by day. */
function piecesOf(from: Date, until: Date, calendar: Calendar): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let day = localDayAt(from, calendar.zone); day.at('00:00') < until; day = day.next()) {
    const [begins, ends] = [day.at('00:00'), day.at('24:00')];
    pieces.push({
      ...{ ...kindOf(day, calendar), day: day.date },
      ...{ from: begins < from ? from : begins, until: ends > until ? until : ends },
    });
  }
  return pieces;
}

const isSame = (a: Piece, b: Piece): boolean => a.type === b.type && a.name?.['en-US'] === b.name?.['en-US'];

function together(pieces: readonly Piece[], calendar: Calendar): Stretch | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const countedMs = pieces.reduce((sum, { from, until }) => sum + workingBetween(from, until, calendar), 0);
  const counted = countedMs > 0;
  return {
    ...{ type: first.type, fromDay: first.day, untilDay: last.day, countedMs },
    fromAt: counted ? new Date(addWorking(first.from, 1, calendar).getTime() - 1) : first.from,
    untilAt: counted ? addWorking(first.from, countedMs, calendar) : last.until,
    ...(first.name === undefined ? {} : { name: first.name }),
  };
}

/** Days of one kind in a row are one stretch. An evening on which nothing counted is worth a line only where there is no other. */
function stretchesOf(from: Date, until: Date, calendar: Calendar): readonly Stretch[] {
  if (until <= from) return [];
  const groups: Piece[][] = [];
  for (const piece of piecesOf(from, until, calendar)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && isSame(before, piece)) group.push(piece);
    else groups.push([piece]);
  }
  const all = groups.flatMap((group) => together(group, calendar) ?? []);
  const telling = all.filter(({ type, countedMs }) => type === 'off' || countedMs > 0);
  return telling.length > 0 ? telling : all.slice(0, 1);
}

/** In order. The counted time of all its lines is the time the clock has used. */
export function ledgerOf({ entries }: Clock, calendar: Calendar, now: Date): readonly LedgerLine[] {
  const lines: LedgerLine[] = [];
  let running = false;
  for (const [n, entry] of entries.entries()) {
    lines.push({ type: 'entry', entry });
    if (entry.type !== 'retargeted') running = stateAfter(entry.type) === 'running';
    if (running) lines.push(...stretchesOf(entry.notedAt, entries[n + 1]?.notedAt ?? now, calendar));
    if (entry.type !== 'paused') continue;
    const end = entries.slice(n + 1).find(({ type }) => type !== 'retargeted');
    lines.push({ type: 'paused', fromAt: entry.notedAt, ...(end ? { untilAt: end.notedAt } : {}) });
  }
  return lines;
}

export function countedIn(lines: readonly LedgerLine[]): number {
  return lines.reduce((sum, line) => sum + ('countedMs' in line ? line.countedMs : 0), 0);
}
