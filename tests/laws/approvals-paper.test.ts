/** docs/approvals.md says what the code does: every move, every refusal, every key of the flow language, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { flowShape } from '../../src/bot/runtime/firm-file/shape.ts';
import { zhCn } from '../../src/bot/text/zh-cn.ts';
import { commands } from '../../src/commands/index.ts';

const paper = readFileSync(path.join(import.meta.dirname, '../../docs/approvals.md'), 'utf8');

function namedIn(heading: string, pattern: RegExp): readonly string[] {
  const section = paper.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...new Set([...section.matchAll(pattern)].map(([, name = '']) => name))].toSorted();
}

test('every move of an approval, and of being away, has its row', () => {
  const subjects = commands.map(({ intent }) => intent.name).filter((name) => /^(approval|absence)\./.test(name));
  const alongside = ['request.edit', 'request.nudge', 'request.withdraw'];
  expect(namedIn('Moves', /\| `([a-z]+\.[a-z-]+)`:/g)).toEqual([...subjects, ...alongside].toSorted());
});

test('every refusal of an approval has its row', () => {
  const refusals = Object.keys(zhCn.refusals).filter((name) => name.startsWith('approval.'));
  expect(namedIn('What a press', /^\| `(approval\.[a-z-]+)`/gm)).toEqual(refusals.toSorted());
});

test('every key of the flow language has its row', () => {
  const { stages, ...flow } = flowShape.shape;
  const keys = [...Object.keys(flow), ...Object.keys(stages.element.shape).filter((key) => key !== 'name')];
  expect(namedIn('The flow language', /^\| `([a-zA-Z]+)`/gm)).toEqual([...new Set(keys)].toSorted());
});
