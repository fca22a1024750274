/** What people type: both languages always, however it is written; and what is no command stays a sentence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhrase, type Word } from '../../src/bot/text/phrases.ts';

/** As the page of promises prints them. */
const table: readonly (readonly [Word, english: string, chinese: string, takesMore: boolean])[] = [
  ['help', 'help', '帮助', false],
  ['request', 'request', '申请', true],
  ['my', 'my', '我的', false],
  ['status', 'status', '查询', true],
  ['away', 'away', '请假', true],
  ['back', 'back', '销假', false],
  ['project', 'project', '立项', true],
  ['report', 'report', '周报', false],
  ['complaint', 'complaint', '投诉', true],
  ['suggest', 'suggest', '建议', true],
  ['risk', 'risk', '风险', true],
  ['incident', 'incident', '事件', true],
  ['sla', 'sla', '时效', true],
  ['audit', 'audit', '审计', true],
];

const fullWidth = (words: string): string =>
  words.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const writings: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => words.toUpperCase(),
  capital,
  fullWidth,
  (words) => `/${words}`,
  (words) => `／${words}`,
  (words) => `  \u200b${words} `,
];

describe.each(table)('%s', (word, english, chinese, takesMore) => {
  test('is understood in both languages, however it is written', () => {
    for (const spelling of [english, chinese]) {
      for (const write of writings) expect(readPhrase(write(spelling)), write(spelling)).toEqual({ word, rest: '' });
    }
  });

  test(
    takesMore ? 'keeps what was said after it, as it was said' : 'takes nothing after it: more words make a sentence',
    () => {
      const expected = takesMore ? { word, rest: 'Ｎｅｗ Study 新能源' } : undefined;
      expect(readPhrase(`${english} Ｎｅｗ Study 新能源`)).toEqual(expected);
      expect(readPhrase(`${chinese}　 Ｎｅｗ Study 新能源`)).toEqual(expected);
      expect(readPhrase(`${fullWidth(english)}：Ｎｅｗ Study 新能源`)).toEqual(expected);
    },
  );
});

test('“report” may be followed by “last”, a project or a week, and by nothing else', () => {
  const asked = ['last', 'LAST', 'PRJ-2', 'prj2', 'ＰＲＪ－２', '2026-W50', '上次'];
  for (const rest of asked) {
    for (const spelling of ['report', '周报'])
      expect(readPhrase(`${spelling} ${rest}`)).toEqual({ word: 'report', rest });
    expect(readPhrase(`周报${rest}`)).toEqual({ word: 'report', rest });
  }
  for (const words of ['report last week', 'report PRJ-2 is late', '周报上次没写', 'report 2026-W99', 'report PRJ-0'])
    expect(readPhrase(words), words).toBeUndefined();
});

test('Chinese needs no space before what follows', () => {
  expect(readPhrase('申请市场调研')).toEqual({ word: 'request', rest: '市场调研' });
  expect(readPhrase('查询REQ-7')).toEqual({ word: 'status', rest: 'REQ-7' });
  expect(readPhrase('投诉：响应太慢')).toEqual({ word: 'complaint', rest: '响应太慢' });
});

test('a greeting and a question mark ask for help', () => {
  for (const words of ['hi', 'Hello!', '你好', '你好！', '?', '？']) expect(readPhrase(words)?.word).toBe('help');
});

test('a command may be said with a full stop, a question mark or an exclamation mark', () => {
  for (const words of ['help!', '帮助！', 'my.', '我的。', 'help?', '帮助？', 'report.']) {
    expect(readPhrase(words)?.rest, words).toBe('');
  }
});

test.each([
  'report on the market was fine',
  'my report is late',
  '我的申请怎么样了',
  '周报怎么写',
  'requesting a study',
  'statuses',
  'helpful',
  'history',
  'I need help',
  '请问能帮助我吗',
  '你好吗',
  '',
  ' \u200b ',
])('is no command: %s', (words) => {
  expect(readPhrase(words)).toBeUndefined();
});

/** Letters of all the kinds that meet in a chat. */
const letter = fc.constantFrom(...Array.from('aZ9 -_/:：，。?新能源 　ＡｂÉßıİ😀é\u200b\u0301\n'));

const rest = fc
  .string({ unit: letter, minLength: 1, maxLength: 30 })
  .map((words) => words.trim())
  .filter((words) => words !== '' && !/^[\s\p{Cf}:：,，.。!！?？]/u.test(words));

test('whatever stands after a word comes back as it was', () => {
  const withMore = table.filter(([, , , takesMore]) => takesMore);
  fc.assert(
    fc.property(
      fc.constantFrom(...withMore),
      fc.boolean(),
      fc.constantFrom(...writings.slice(0, 6)),
      rest,
      (row, inEnglish, write, more) => {
        const [word, english, chinese] = row;
        expect(readPhrase(`${write(inEnglish ? english : chinese)} ${more}`)).toEqual({ word, rest: more });
      },
    ),
  );
});

test('reading words never fails, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 20 }), fc.constantFrom('', '申请', 'status '), (words, before) => {
      const phrase = readPhrase(before + words);
      if (before !== '') expect(phrase?.rest).toBe(phrase?.rest.trim());
    }),
    { numRuns: 60 },
  );
});
