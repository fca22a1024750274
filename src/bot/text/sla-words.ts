/** The words of SLA clocks: their names and states, and the lines of a ledger. */
import type { ClockKind, Entry, Outcome, PauseCause } from '../../domain/sla.ts';
import type { Line, Span } from '../cards/card.ts';

/** A line of the ledger as it is said; what may not be known to the reader, or is not known, is absent. */
export type SaidEntry = {
  readonly type: Entry['type'];
  readonly at: Span;
  readonly by?: string;
  readonly cause?: PauseCause;
  readonly target?: string;
  /** The priority that chose the target. */
  readonly why?: string;
};

export type SlaWords = {
  readonly clocks: Readonly<Record<ClockKind, string>>;
  readonly approvalOf: (stage: string, name: string) => string;
  /** `breached`: it still runs. */
  readonly outcomes: Readonly<Record<Outcome['is'] | 'breached', string>>;
  readonly causes: Readonly<Record<PauseCause, string>>;
  /** Hours and minutes of working time. */
  readonly duration: (hours: number, minutes: number) => string;
  /** Each clock and how it stands. */
  readonly slaSummary: (number: string, title: string, clocks: readonly (readonly [string, string])[]) => string;
  readonly entry: (entry: SaidEntry) => Line;
  readonly worked: (from: Span, until: Span, counted: string) => Line;
  readonly off: (name: string | undefined, days: string) => Line;
  readonly madeUp: (name: string | undefined, days: string, counted: string) => Line;
  readonly short: (name: string | undefined, days: string, counted: string) => Line;
  readonly stood: (from: Span, until: Span | undefined) => Line;
  readonly linesLeftOut: (n: number) => Line;
  readonly clocksLeftOut: (n: number) => Line;
  readonly nothingPromised: Line;
  readonly countedIn: (zone: string) => Line;
  readonly yearUnknown: (year: string) => Line;
  readonly asOf: (at: Span) => Line;
  /** Instead of a due moment. */
  readonly pausedSince: (at: Span, cause: PauseCause) => Line;
};
