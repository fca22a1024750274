/** What makes an answer to an intake question good, and a title a title. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given } from '../../src/domain/decision.ts';
import type { IntakeField } from '../../src/domain/firm.ts';
import {
  checkAnswers,
  MOST_TITLE,
  MOST_WORDS,
  type Problem,
  serviceNamed,
  titleFrom,
  titleProblem,
} from '../../src/domain/intake.ts';
import { firm, research, review } from './firm.ts';

const label = { 'zh-CN': '问', 'en-US': 'Question' };
type More = { readonly required?: boolean; readonly min?: number; readonly max?: number };

function field(type: IntakeField['type'], more: More = {}): IntakeField {
  const options = type === 'choice' ? { options: ['华东', '5'] } : {};
  return { id: 'f', label, required: false, type, ...options, ...more } as IntakeField;
}

function check(one: IntakeField, raw: string | number | undefined): string | number | undefined | Problem {
  const checked = checkAnswers([one], raw === undefined ? {} : { f: raw });
  return 'problems' in checked ? checked.problems['f'] : checked.answers['f'];
}

describe('a number', () => {
  test.each([
    ['150000', 150_000],
    ['150,000', 150_000],
    ['１５０，０００', 150_000],
    [' 1 500.5 ', 1500.5],
    ['-3', -3],
    [7, 7],
  ])('may be written as %s', (raw, value) => {
    expect(check(field('number'), raw)).toBe(value);
  });

  test.each(['abc', '12万', 'Infinity', ',', ' ，, ', Number.NaN])('is not %s', (raw) => {
    expect(check(field('number'), raw)).toEqual({ why: 'not-a-number' });
  });

  test('keeps within its bounds, which belong to it', () => {
    const bounded = field('number', { min: 0, max: 10 });
    expect([check(bounded, '0'), check(bounded, 10)]).toEqual([0, 10]);
    expect(check(bounded, -0.5)).toEqual({ why: 'too-small', least: 0 });
    expect(check(bounded, '10.01')).toEqual({ why: 'too-large', most: 10 });
  });
});

test('a date is one that exists, written year first', () => {
  for (const good of ['2026-12-31', '2024-02-29', ' 2026-01-01 ']) expect(check(field('date'), good)).toBe(good.trim());
  for (const bad of ['2026-02-29', '2026-13-01', '2026-1-1', '31.12.2026', 'tomorrow', 20261231]) {
    expect(check(field('date'), bad)).toEqual({ why: 'not-a-date' });
  }
});

test('a choice is one of the options', () => {
  expect([check(field('choice'), '华东'), check(field('choice'), 5)]).toEqual(['华东', 5]);
  expect(check(field('choice'), '华西')).toEqual({ why: 'not-an-option' });
});

test('words may be as long as ten thousand characters, counted as people count', () => {
  expect(check(field('long-text'), '😀'.repeat(MOST_WORDS))).toBe('😀'.repeat(MOST_WORDS));
  expect(check(field('text'), '字'.repeat(MOST_WORDS + 1))).toEqual({ why: 'too-long', most: MOST_WORDS });
});

test('a question left empty has no answer, and is a problem only where an answer is needed', () => {
  for (const nothing of [undefined, '', '  \n', '\u200b']) {
    expect(check(field('text'), nothing)).toBeUndefined();
    expect(check(field('text', { required: true }), nothing)).toEqual({ why: 'missing' });
  }
});

test('only what was asked is kept', () => {
  const checked = checkAnswers(research.fields, { background: ' 背景 ', budget: '1', sneaked: 'in', _title: 't' });
  expect(checked).toEqual({ answers: { background: '背景', budget: 1 } });
});

test('every problem is told at once, each at its question', () => {
  expect(checkAnswers(research.fields, { budget: -1, due: 'soon', region: '月球' })).toEqual({
    problems: {
      background: { why: 'missing' },
      budget: { why: 'too-small', least: 0 },
      due: { why: 'not-a-date' },
      region: { why: 'not-an-option' },
    },
  });
});

test('whatever is filled in, it is either all kept or all explained', () => {
  const someAnswers = fc.dictionary(
    fc.constantFrom('background', 'due', 'budget', 'region', 'other'),
    fc.oneof(fc.string(), fc.double({ noDefaultInfinity: true }), fc.constantFrom('华东', '2026-12-31', '12')),
  );
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const checked = checkAnswers(research.fields, answers);
      const ids = new Set(research.fields.map(({ id }) => id));
      if ('problems' in checked) {
        expect(Object.keys(checked.problems).filter((id) => !ids.has(id))).toEqual([]);
      } else {
        expect(checked.answers['background']).toBeDefined();
        // What was kept is good: checking it again changes nothing.
        expect(checkAnswers(research.fields, checked.answers)).toEqual(checked);
      }
    }),
  );
});

test('words are given when something is left once spaces and invisible characters are gone', () => {
  expect(given(' \u200b 说 明\u2060\n')).toBe('说 明');
  for (const nothing of [undefined, '', '\u00a0\u3000', '\ufeff\u200d']) expect(given(nothing)).toBeUndefined();
});

test('a title is the first line of the words, in at most two hundred characters', () => {
  expect(titleFrom('\n  市场调研 \n 细节')).toBe('市场调研');
  expect(titleFrom(' \u200b ')).toBe('');
  expect([...titleFrom('😀'.repeat(500))]).toHaveLength(MOST_TITLE);
  expect(titleFrom('😀'.repeat(500)).endsWith('😀…')).toBe(true);
  expect(titleFrom('字'.repeat(MOST_TITLE))).toBe('字'.repeat(MOST_TITLE));
});

test('a title must say something, and not too much', () => {
  expect(titleProblem('标题')).toBeUndefined();
  expect(titleProblem(' \u200b ')).toEqual({ why: 'missing' });
  expect(titleProblem('字'.repeat(MOST_TITLE + 1))).toEqual({ why: 'too-long', most: MOST_TITLE });
});

test('a title cut from any words is a good title, or there were none', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('aZ  新源😀é\u200b\u0301\n\t')), maxLength: 30 }),
      fc.integer({ min: 1, max: 30 }),
      (words, times) => {
        const title = titleFrom(words.repeat(times));
        expect(title === '' ? given(words.split('\n')[0]) : titleProblem(title)).toBeUndefined();
      },
    ),
  );
});

test.each([
  '市场调研',
  ' 市场调研 ',
  'Market research',
  'MARKET RESEARCH',
  'market-research',
  'Ｍａｒｋｅｔ　ｒｅｓｅａｒｃｈ',
])('a service is named by its name in any language, or its id, however it is written: %s', (words) => {
  expect(serviceNamed(words, firm)?.id).toBe('market-research');
});

test.each(['', ' \u200b', '市场', '新能源市场调研', 'research', '市场调研 华东'])('names no service: “%s”', (words) => {
  expect(serviceNamed(words, firm)).toBeUndefined();
});

test('a name that two services have names neither', () => {
  const twin = { ...review, name: { ...review.name, 'en-US': 'Market Research' } };
  const both = { ...firm, services: new Map([...firm.services, [twin.id, twin]]) };
  expect(serviceNamed('market research', both)).toBeUndefined();
  expect(serviceNamed('市场调研', both)?.id).toBe('market-research');
});
