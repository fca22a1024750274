/** A clock and its ledger in words, line by line. */
import type { Calendar } from '../../domain/calendar.ts';
import { type Entry, type Clock, outcomeOf, promisedFor, stateOf, targetOf, usedMs } from '../../domain/sla.ts';
import { ledgerOf, type LedgerLine, type Stretch } from '../../domain/sla-ledger.ts';
import { dayAt } from '../../domain/zoned-time.ts';
import type { Words } from '../text/words.ts';
import type { Block, Line } from './card.ts';
import { fact, facts } from './parts.ts';

/** `discreet`: who sets a clock going, and what is thought urgent, are inner matters. */
export type Shown = {
  readonly heading: string;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly discreet: boolean;
};

/** A longer ledger is folded in its middle: how it began and how it stands are what people look for. */
const MOST_LINES = 24;
const FIRST_LINES = 8;
/** So that no paragraph meets a platform's limit. */
const LINES_TOGETHER = 8;

const MINUTE_MS = 60_000;

function duration(ms: number, { text }: Words): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  return text.card.sla.duration(Math.floor(minutes / 60), minutes % 60);
}

export function stateWords({ clock, calendar, now }: Shown, { text }: Words): string {
  const { is, overMs } = outcomeOf(clock, calendar, now);
  return text.card.sla.outcomes[is === 'running' && overMs > 0 ? 'breached' : is];
}

/** `10-01..10-08`: whoever reads a ledger knows the year. */
function days({ fromDay, untilDay }: Stretch): string {
  const short = (day: string): string => day.slice(5);
  return fromDay === untilDay ? short(fromDay) : `${short(fromDay)}..${short(untilDay)}`;
}

function saidEntry(entry: Entry, { discreet, clock }: Shown, words: Words): Line {
  const { type, notedAt, by } = entry;
  const hidden = discreet && (type === 'retargeted' || (type === 'started' && clock.kind === 'resolution'));
  return words.text.card.sla.entry({
    ...{ type, at: words.moment(notedAt) },
    ...(by === undefined || hidden ? {} : { by: words.name(by) }),
    ...(type === 'paused' ? { cause: entry.cause } : {}),
    ...(type === 'retargeted' ? { target: duration(entry.targetMs, words) } : {}),
    ...(type === 'retargeted' && !discreet ? { why: words.text.priorities[entry.why] } : {}),
  });
}

function saidStretch(stretch: Stretch, counted: string, words: Words): Line {
  const { sla } = words.text.card;
  const name = stretch.name && words.of(stretch.name);
  switch (stretch.type) {
    case 'worked':
      return sla.worked(words.moment(stretch.fromAt), words.moment(stretch.untilAt), counted);
    case 'off':
      return sla.off(name, days(stretch));
    case 'made-up':
      return sla.madeUp(name, days(stretch), counted);
    case 'short':
      return sla.short(name, days(stretch), counted);
  }
}

/** Whole minutes are told so that they add up to the minutes of the whole. */
function saidLines(ledger: readonly LedgerLine[], shown: Shown, words: Words): readonly Line[] {
  const minutesAt = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  return ledger.map((line, n): Line => {
    if (line.type === 'entry') return saidEntry(line.entry, shown, words);
    if (line.type === 'paused')
      return words.text.card.sla.stood(words.moment(line.fromAt), line.untilAt && words.moment(line.untilAt));
    const before = ledger.slice(0, n).reduce((sum, one) => sum + ('countedMs' in one ? one.countedMs : 0), 0);
    const counted = minutesAt(before + line.countedMs) - minutesAt(before);
    return saidStretch(line, duration(counted, words), words);
  });
}

function folded(lines: readonly Line[], words: Words): readonly Line[] {
  if (lines.length <= MOST_LINES) return lines;
  const last = MOST_LINES - FIRST_LINES;
  const left = lines.length - MOST_LINES;
  return [...lines.slice(0, FIRST_LINES), words.text.card.sla.linesLeftOut(left), ...lines.slice(-last)];
}

function paragraphs(lines: readonly Line[]): readonly Block[] {
  const several = Array.from({ length: Math.ceil(lines.length / LINES_TOGETHER) }, (_, n) =>
    lines.slice(n * LINES_TOGETHER, (n + 1) * LINES_TOGETHER),
  );
  return several.map(
    (some): Block => ({
      type: 'paragraph',
      text: some.flatMap((line, n) => (n === 0 ? line : ['\n', ...line])),
    }),
  );
}

/** What a reader must know of the counting: in whose zone, and over which year nothing is known. */
function remarks({ clock, calendar, now }: Shown, words: Words): readonly Block[] {
  const { sla } = words.text.card;
  const runs = stateOf(clock) === 'running' || stateOf(clock) === 'paused';
  const due = runs ? promisedFor(clock, calendar) : undefined;
  const begun = clock.entries[0]?.notedAt ?? now;
  const years = [...new Set([begun, now, ...(due ? [due] : [])].map((at) => dayAt(at, calendar.zone).slice(0, 4)))];
  const unknown = years.filter((year) => calendar.knows?.(Number(year)) === false);
  return [
    ...unknown.map((year): Block => ({ type: 'aside', text: sla.yearUnknown(year) })),
    ...(calendar.zone === words.zone ? [] : [{ type: 'aside', text: sla.countedIn(calendar.zone) } as const]),
  ];
}

/** One clock: how it stands, and how it came to that. */
export function clockBlocks(shown: Shown, words: Words): readonly Block[] {
  const { clock, calendar, now, heading } = shown;
  const label = words.text.facts;
  const target = targetOf(clock, calendar);
  const { overMs } = outcomeOf(clock, calendar, now);
  const used = usedMs(clock, calendar, now);
  const state = stateOf(clock);
  const due = state === 'running' ? promisedFor(clock, calendar) : undefined;
  const isOpen = state === 'running' || state === 'paused';
  return [
    { type: 'heading', text: heading },
    facts(
      fact(label.state, [stateWords(shown, words)]),
      fact(label.target, [duration(target, words)]),
      fact(label.used, [duration(used, words)]),
      fact(label.left, isOpen && overMs === 0 ? [duration(Math.max(0, target - used), words)] : undefined),
      fact(label.over, overMs > 0 ? [duration(overMs, words)] : undefined),
      fact(label.due, due && [words.moment(due)]),
    ),
    ...paragraphs(folded(saidLines(ledgerOf(clock, calendar, now), shown, words), words)),
    ...remarks(shown, words),
  ];
}
