/** What the parts of the firm file need from each other while they are being read. */
import type { PlatformId } from '../../../domain/ids.ts';
import type { Locale, Localized } from '../../../domain/language.ts';
import { suggest } from '../problems.ts';
import { type Duration, parseDuration, parseWeekly } from './moments.ts';
import type { Complain, Path } from './places.ts';
import type { Words } from './shape.ts';

export type Context = {
  readonly complain: Complain;
  readonly locale: Locale;
  readonly zone: string;
  /** What `1d` means: the longest working day of the default calendar. */
  readonly workingDayMs: number;
  /** Every id that the file declares, by section. */
  readonly ids: {
    readonly departments: ReadonlySet<string>;
    readonly people: ReadonlySet<string>;
    readonly flows: ReadonlySet<string>;
    readonly calendars: ReadonlySet<string>;
    readonly services: ReadonlySet<string>;
    readonly clients: ReadonlySet<string>;
    /** The people of the firm itself. */
    readonly staff: ReadonlySet<string>;
  };
};

export function localized(words: Words): Localized {
  if (typeof words === 'string') return { 'zh-CN': words, 'en-US': words };
  const any = words['zh-CN'] ?? words['en-US'] ?? '';
  return { 'zh-CN': words['zh-CN'] ?? any, 'en-US': words['en-US'] ?? any };
}

export function checkReference(
  id: string | undefined,
  kind: string,
  known: ReadonlySet<string>,
  path: Path,
  complain: Complain,
): void {
  if (id === undefined || known.has(id)) return;
  complain(path, `there is no ${kind} “${id}”`, suggest(id, [...known]));
}

/** Milliseconds; 0 after a complaint. */
export function durationMs(
  text: string,
  counted: Duration['counted'],
  path: Path,
  { complain, workingDayMs }: Pick<Context, 'complain' | 'workingDayMs'>,
): number {
  const duration = parseDuration(text, workingDayMs);
  if (!duration) {
    complain(path, `“${text}” is not a length of time`, '30m, 4h or 3d; calendar time is written 14d calendar');
    return 0;
  }
  if (duration.counted !== counted) {
    const hint = counted === 'working' ? `write ${text.replace(/\s*calendar/, '')}` : `write ${text} calendar`;
    complain(path, `this is counted in ${counted} time`, hint);
  }
  return duration.ms;
}

export function weekly(text: string, path: Path, complain: Complain): NonNullable<ReturnType<typeof parseWeekly>> {
  const moment = parseWeekly(text);
  if (!moment) complain(path, `“${text}” is not a weekday and a time`, 'for example fri 16:00');
  return moment ?? { weekday: 1, time: '00:00' };
}

/** The given platforms and what stands there, as `[platform, text]`. */
export function onPlatforms(
  words: Readonly<Record<string, string | undefined>>,
): readonly (readonly [PlatformId, string])[] {
  return Object.entries(words).flatMap(([platform, text]) =>
    text === undefined ? [] : [[platform as PlatformId, text]],
  );
}

/** Complains of every id that stands twice; what stood first counts. */
export function checkUnique(
  found: readonly { readonly key: string; readonly path: Path }[],
  what: (key: string) => string,
  hint: string,
  complain: Complain,
): void {
  const seen = new Set<string>();
  for (const { key, path } of found) {
    if (seen.has(key)) complain(path, what(key), hint);
    seen.add(key);
  }
}
