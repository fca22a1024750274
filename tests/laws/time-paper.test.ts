/** docs/time.md says what time asks and what becomes of it when it comes late: every wish of the clock, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { LeaveFirm } from '../../src/bot/intents/people-intents.ts';

const paper = readFileSync(path.join(import.meta.dirname, '../../docs/time.md'), 'utf8');

test('every wish of the clock has its row, with its rule for coming late', () => {
  const rows = [...paper.matchAll(/^\| `([a-z]+\.[a-z-]+)` *\| [^|]*\| ([^|]*)\|$/gm)];
  const clocks = commands.filter(({ clockOnly }) => clockOnly === true).map(({ intent }) => intent.name);
  // An administrator may wish it as well: the firm file plants it on the agenda.
  const alsoPeoples = [LeaveFirm.name];
  expect(rows.map(([, name]) => name).toSorted()).toEqual([...clocks, ...alsoPeoples].toSorted());
  expect(rows.filter(([, , rule = '']) => rule.trim() === '')).toEqual([]);
});
