/**
 * SLA clocks: how much working time a promise has used, and when it is due. A clock is its ledger: lines are only added, and every number
 * is counted from them. A clock that is told what does not fit its state stays as it is.
 */
import type { Calendar } from './calendar.ts';
import type { PersonId } from './ids.ts';
import type { Priority } from './priority.ts';
import { addWorking, workingBetween } from './working-time.ts';

export const clockKinds = ['response', 'resolution', 'complaint', 'approval'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Of the target, in percent: when somebody is told. */
export const thresholds = [50, 80, 100] as const;
export type Threshold = (typeof thresholds)[number];

/** Nothing else stops a clock for a while: somebody else has to say something first. */
export type PauseCause = 'need-info' | 'waiting-for-client';

/** Nobody: it was not kept who. */
type Noted = { readonly by?: PersonId; readonly notedAt: Date };

export type Entry =
  | ({ readonly type: 'started' | 'resumed' | 'continued' } & Noted)
  | ({ readonly type: 'paused'; readonly cause: PauseCause } & Noted)
  | ({ readonly type: 'retargeted'; readonly targetMs: number; readonly why: Priority } & Noted)
  /** `usedMs`: as it was counted then, whatever the calendar says later. */
  | ({ readonly type: 'met' | 'cancelled'; readonly usedMs?: number } & Noted);

export type Clock = {
  readonly kind: ClockKind;
  readonly entries: readonly Entry[];
  /** What has been told. */
  readonly marks: readonly Threshold[];
} & (
  | { readonly targetMs: number; readonly promisedAt?: undefined }
  /** Promised before there was a ledger: the moment is kept, and the target is what lies between. */
  | { readonly targetMs?: undefined; readonly promisedAt: Date }
);

export type ClockState = 'running' | 'paused' | 'met' | 'cancelled';

export type SlaRefusal =
  | { readonly type: 'sla.nothing-due' }
  /** Nothing is promised for this record. */
  | { readonly type: 'sla.no-clock'; readonly number: string };

/** What a change of a clock needs to know. */
export type At = { readonly by?: PersonId; readonly now: Date };

/** A ledger never runs backwards, also when the server's clock is set back. */
function noted({ by, now }: At, before?: Clock): Noted {
  const last = before?.entries.at(-1)?.notedAt ?? now;
  return { ...(by === undefined ? {} : { by }), notedAt: last > now ? last : now };
}

type Move = Exclude<Entry, { type: 'retargeted' }>;

const states: Readonly<Record<Move['type'], ClockState>> = {
  started: 'running',
  resumed: 'running',
  continued: 'running',
  paused: 'paused',
  met: 'met',
  cancelled: 'cancelled',
};

/** The last line that has moved the clock: a new target does not. */
export function lastNoted({ entries }: Clock): Move | undefined {
  return entries.findLast((entry) => entry.type !== 'retargeted');
}

export function stateAfter(type: Move['type']): ClockState {
  return states[type];
}

export function stateOf(clock: Clock): ClockState {
  const last = lastNoted(clock);
  return last === undefined ? 'cancelled' : stateAfter(last.type);
}

const isOpen = (clock: Clock): boolean => stateOf(clock) === 'running' || stateOf(clock) === 'paused';

function withEntry(clock: Clock, entry: Entry): Clock {
  return { ...clock, entries: [...clock.entries, entry] };
}

/** A stretch in which it ran; the last has no end while it runs. */
export type Run = { readonly from: Date; readonly until?: Date };

export function runsOf({ entries }: Clock): readonly Run[] {
  const runs: Run[] = [];
  for (const { type, notedAt } of entries) {
    const open = runs.at(-1);
    const isRunning = open !== undefined && open.until === undefined;
    if (type === 'retargeted') continue;
    if (states[type] === 'running') {
      if (!isRunning) runs.push({ from: notedAt });
    } else if (isRunning) runs.splice(-1, 1, { from: open.from, until: notedAt });
  }
  return runs;
}

/** Working time a clock has run. Never negative, also when the server's clock was set back. */
export function usedMs(clock: Clock, calendar: Calendar, now: Date): number {
  return runsOf(clock).reduce(
    (sum, { from, until = now }) => sum + Math.max(0, workingBetween(from, until, calendar)),
    0,
  );
}

export function targetOf(clock: Clock, calendar: Calendar): number {
  if (clock.promisedAt === undefined) return clock.targetMs;
  const begun = clock.entries[0]?.notedAt ?? clock.promisedAt;
  return Math.max(0, workingBetween(begun, clock.promisedAt, calendar));
}

/** When a clock has used so much, or would have: as if it had gone on from where it last ran. */
function reaches(clock: Clock, calendar: Calendar, amountMs: number): Date | undefined {
  let left = amountMs;
  const runs = runsOf(clock);
  for (const [n, { from, until }] of runs.entries()) {
    const isLast = n === runs.length - 1;
    const ran =
      until === undefined || isLast ? Number.POSITIVE_INFINITY : Math.max(0, workingBetween(from, until, calendar));
    if (left <= ran) return addWorking(from, left, calendar);
    left -= ran;
  }
  return undefined;
}

/** Undefined while it is paused and once it has ended: then nothing is due. */
export function dueAt(clock: Clock, calendar: Calendar): Date | undefined {
  return stateOf(clock) === 'running' ? promisedFor(clock, calendar) : undefined;
}

/** What was promised when it last ran: what a clock that has ended is measured by. */
export function promisedFor(clock: Clock, calendar: Calendar): Date | undefined {
  return reaches(clock, calendar, targetOf(clock, calendar));
}

export type Outcome =
  | { readonly is: 'running' | 'paused'; readonly usedMs: number; readonly overMs: number }
  | { readonly is: 'met' | 'late' | 'cancelled'; readonly usedMs: number; readonly overMs: number };

/** `overMs`: by how much the target is exceeded; 0 in time. A running clock that has exceeded it is breached. */
export function outcomeOf(clock: Clock, calendar: Calendar, now: Date): Outcome {
  const last = lastNoted(clock);
  const kept = last?.type === 'met' || last?.type === 'cancelled' ? last.usedMs : undefined;
  const used = kept ?? usedMs(clock, calendar, now);
  const overMs = Math.max(0, used - targetOf(clock, calendar));
  const state = stateOf(clock);
  return { is: state === 'met' && overMs > 0 ? 'late' : state, usedMs: used, overMs };
}

function amountOf(clock: Clock, calendar: Calendar, threshold: Threshold): number {
  return Math.ceil((targetOf(clock, calendar) * threshold) / 100);
}

const unmarked = ({ marks }: Clock): readonly Threshold[] => thresholds.filter((one) => !marks.includes(one));

/** What a running clock has reached and nobody has been told of. */
export function crossings(clock: Clock, calendar: Calendar, now: Date): readonly Threshold[] {
  if (stateOf(clock) !== 'running') return [];
  const used = usedMs(clock, calendar, now);
  return unmarked(clock).filter((threshold) => used >= amountOf(clock, calendar, threshold));
}

export type Crossing = { readonly threshold: Threshold; readonly at: Date };

/** When each threshold that nobody was told of will come, or came. */
export function nextCrossings(clock: Clock, calendar: Calendar): readonly Crossing[] {
  if (stateOf(clock) !== 'running') return [];
  return unmarked(clock).flatMap((threshold) => {
    const at = reaches(clock, calendar, amountOf(clock, calendar, threshold));
    return at === undefined ? [] : [{ threshold, at }];
  });
}

export function startClock(kind: ClockKind, targetMs: number, at: At): Clock {
  return { kind, targetMs, entries: [{ type: 'started', ...noted(at) }], marks: [] };
}

export function pauseClock(clock: Clock, cause: PauseCause, at: At): Clock {
  return stateOf(clock) === 'running' ? withEntry(clock, { type: 'paused', cause, ...noted(at, clock) }) : clock;
}

export function resumeClock(clock: Clock, at: At): Clock {
  return stateOf(clock) === 'paused' ? withEntry(clock, { type: 'resumed', ...noted(at, clock) }) : clock;
}

export function meetClock(clock: Clock, calendar: Calendar, at: At): Clock {
  return isOpen(clock)
    ? withEntry(clock, { type: 'met', usedMs: usedMs(clock, calendar, at.now), ...noted(at, clock) })
    : clock;
}

export function cancelClock(clock: Clock, calendar: Calendar, at: At): Clock {
  const entry = { type: 'cancelled', usedMs: usedMs(clock, calendar, at.now), ...noted(at, clock) } as const;
  return isOpen(clock) ? withEntry(clock, entry) : clock;
}

/** It was not over after all: what was used stays used. */
export function continueClock(clock: Clock, at: At): Clock {
  return stateOf(clock) === 'met' ? withEntry(clock, { type: 'continued', ...noted(at, clock) }) : clock;
}

/** Another target for a clock that is not over; never less than is used already. */
export function retargetClock(clock: Clock, calendar: Calendar, wantedMs: number, why: Priority, at: At): Clock {
  if (!isOpen(clock)) return clock;
  const targetMs = Math.max(wantedMs, usedMs(clock, calendar, at.now));
  if (targetMs === targetOf(clock, calendar)) return clock;
  const { kind, entries, marks } = clock;
  return withEntry({ kind, entries, marks, targetMs }, { type: 'retargeted', targetMs, why, ...noted(at, clock) });
}

export function markClock(clock: Clock, told: readonly Threshold[]): Clock {
  return { ...clock, marks: thresholds.filter((one) => clock.marks.includes(one) || told.includes(one)) };
}
