/** What stands after the word `report`: nothing, `last`, a project's number, or a week. */
import type { ProjectId } from './ids.ts';
import { type IsoWeek, isIsoWeek } from './zoned-time.ts';

export type ReportWish =
  | { readonly of: 'now' | 'last' }
  | { readonly of: 'project'; readonly project: ProjectId }
  | { readonly of: 'week'; readonly week: IsoWeek };

/** However it is written: `prj-2`, `ＰＲＪ－２`, `2026W48`. Undefined for anything else. */
export function readReportWish(words: string): ReportWish | undefined {
  const plain = words.normalize('NFKC').trim().toUpperCase();
  if (plain === '') return { of: 'now' };
  if (plain === 'LAST' || plain === '上次') return { of: 'last' };
  const [, project] = /^PRJ\s*[-‐‑–—]?\s*([1-9]\d{0,8})$/.exec(plain) ?? [];
  if (project !== undefined) return { of: 'project', project: `PRJ-${Number(project)}` };
  const [, year, number] = /^(\d{4})\s*[-‐‑–—]?\s*W(\d{2})$/.exec(plain) ?? [];
  const week = `${year}-W${number}`;
  return isIsoWeek(week) ? { of: 'week', week } : undefined;
}
