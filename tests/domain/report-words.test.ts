/** What stands after the word `report`, however it is written. */
import { expect, test } from 'vitest';
import { readReportWish } from '../../src/domain/report-words.ts';

test.each([
  ['', { of: 'now' }],
  [' Last ', { of: 'last' }],
  ['上次', { of: 'last' }],
  ['prj-2', { of: 'project', project: 'PRJ-2' }],
  ['ＰＲＪ－１２', { of: 'project', project: 'PRJ-12' }],
  ['PRJ 3', { of: 'project', project: 'PRJ-3' }],
  ['2026-w48', { of: 'week', week: '2026-W48' }],
  ['2026W53', { of: 'week', week: '2026-W53' }],
])('“%s”', (words, wish) => {
  expect(readReportWish(words)).toEqual(wish);
});

test.each(['2025-W53', '2026-W00', 'PRJ-0', 'PRJ-', 'REQ-7', 'last week', 'on the market', 'W48'])(
  '“%s” is no such thing',
  (words) => {
    expect(readReportWish(words)).toBeUndefined();
  },
);
