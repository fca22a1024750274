/** Firm files with calendars, a folder with the files they import, and what is said of their mistakes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseFirm } from '../../src/bot/runtime/firm-file/read.ts';
import { ConfigProblems } from '../../src/bot/runtime/problems.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { Firm } from '../../src/domain/firm.ts';
import type { CalendarId } from '../../src/domain/ids.ts';
import { good } from './firm-text.ts';

export const HOURS = 'hours: { mon-fri: ["09:00-12:00", "13:30-18:00"] }';

export const at = (text: string): Date => new Date(text);

export function firmWith(calendars: string, folder?: string): Firm {
  return parseFirm(good.replace(/calendars: .*/, `calendars: { ${calendars} }`), 'steward.yaml', folder);
}

export function calendar(settings: string, name = 'default', folder?: string): Calendar {
  const found = firmWith(settings, folder).calendars.get(name as CalendarId);
  if (!found) throw new Error(`no calendar ${name}`);
  return found;
}

/** Without lines and columns, which other tests look at. */
export function problemsWith(calendars: string, folder?: string): readonly string[] {
  try {
    firmWith(calendars, folder);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    return error.problems.map(({ at: place, what, hint }) => `${place.replace(/, \d.*/, '')}: ${what} → ${hint}`);
  }
}

export type Folder = {
  readonly path: string;
  readonly put: (name: string, text: string) => void;
  readonly end: () => void;
};

export function folderOfFiles(): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'calendars-'));
  return {
    path: folder,
    put: (name, text) => writeFileSync(path.join(folder, name), text),
    end: () => rmSync(folder, { recursive: true }),
  };
}

export const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
export const ics = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
