/** Names in sentences: as each language writes them, whichever letters they are in. */
import { expect, test } from 'vitest';
import type { Line } from '../../src/bot/cards/card.ts';
import { catalogues } from '../../src/bot/text/catalogues.ts';
import { line } from '../../src/bot/text/line.ts';
import { wordsFor } from '../../src/bot/text/words.ts';
import type { Person } from '../../src/domain/firm.ts';
import type { Locale } from '../../src/domain/language.ts';
import { chen, firm, li, sun, wang, zhao } from '../domain/firm.ts';

const ids = (people: readonly Person[]) => people.map(({ id }) => id);
const said = (words: Line): string => words.filter((span) => typeof span === 'string').join('');
const words = (locale: Locale) => wordsFor({ locale, zone: firm.zone }, firm);

test.each([
  [[li], '李强'],
  [[li, wang], '李强和王芳'],
  [[li, zhao], '李强和 Zhao Min'],
  [[zhao, li], 'Zhao Min 和李强'],
  [[zhao, chen], 'Zhao Min 和 Chen Wei'],
  [[zhao, li, sun, chen], 'Zhao Min、李强、孙静和 Chen Wei'],
  [[], ''],
] as const)('a list in Chinese keeps a space only between Chinese and Latin letters: %#', (people, list) => {
  expect(words('zh-CN').names(ids(people))).toBe(list);
});

test('a list in English has its own spaces', () => {
  expect(words('en-US').names(ids([zhao, li]))).toBe('Zhao Min and 李强');
  expect(words('en-US').names(ids([li, zhao, wang]))).toBe('李强, Zhao Min, and 王芳');
});

test('a Chinese sentence makes room for Latin letters in its blanks, and for nothing else', () => {
  const { refusals, notices, card, states } = catalogues['zh-CN'];
  const say = words('zh-CN');
  const turnOf = (...people: readonly Person[]) =>
    said(refusals['approval.not-your-turn']({ type: 'approval.not-your-turn', turnOf: ids(people) }, say, states));
  expect(turnOf(zhao)).toBe('还没轮到您，正在等待 Zhao Min 审批。');
  expect(turnOf(li)).toBe('还没轮到您，正在等待李强审批。');
  const nudged = { type: 'request.nudged-by-you', number: 'REQ-7', title: '', people: ids([li, zhao]) } as const;
  expect(said(notices['request.nudged-by-you'](nudged, say))).toBe('已就 REQ-7 提醒李强和 Zhao Min。');
  expect(said(card.strangerIntro('Globex'))).toMatch(/^我是 Globex 的服务管家。/);
  expect(said(card.surveyIntro('调研', 'Globex'))).toMatch(/^「调研」已完成，Globex 想了解/);
});

test('the space is the sentence’s: what fills a blank stays as it was said', () => {
  expect(line`请${'A'}看`).toEqual(['请 ', 'A', ' 看']);
  expect(line`请${'甲'}看`).toEqual(['请', '甲', '看']);
  expect(line`请${' A '}看`).toEqual(['请', ' A ', '看']);
  expect(line`请${{ strong: 'A' }}看`).toEqual(['请', { strong: 'A' }, '看']);
  expect(line`${''}看`).toEqual(['看']);
});
