/** Charts for tests: the health of reports over eight weeks as a digest shows it, and charts nobody should draw. */
import fc from 'fast-check';
import type { Card, Chart, Tone } from '../../src/bot/cards/card.ts';
import type { Locale } from '../../src/domain/language.ts';

const words = {
  'zh-CN': {
    title: '近 8 周的健康度',
    names: ['正常', '有风险', '偏离'],
    alternative:
      '近 8 周的健康度，从 2026-W41 到 2026-W48：正常从 5 份到 6 份，有风险从 2 份到 1 份，偏离从 0 份到 1 份。',
    card: '第 48 周周报',
  },
  'en-US': {
    title: 'Health over the last 8 weeks',
    names: ['On track', 'At risk', 'Off track'],
    alternative:
      'Health over the last 8 weeks, from 2026-W41 to 2026-W48: on track from 5 to 6, at risk from 2 to 1, off track from 0 to 1.',
    card: 'Digest of week 48',
  },
} as const;

const tones = ['good', 'warning', 'bad'] as const satisfies readonly Tone[];
const values = [
  [5, 6, 4, 7, 6, 5, 3, 6],
  [2, 1, 3, 1, 0, 2, 3, 1],
  [0, 1, 0, 0, 1, 1, 2, 1],
] as const;

export function healthChart(locale: Locale, kind: Chart['kind'] = 'stacked-bars'): Chart {
  const { title, names, alternative } = words[locale];
  return {
    title,
    kind,
    categories: [41, 42, 43, 44, 45, 46, 47, 48].map((week) => `2026-W${week}`),
    series: names.map((name, at) => ({ name, tone: tones[at] ?? 'neutral', values: values[at] ?? [] })),
    alternative,
  };
}

export function chartCard(chart: Chart, title: string): Card {
  return {
    title,
    subtitle: 'PRJ-2',
    tone: 'info',
    summary: title,
    blocks: [
      { type: 'paragraph', text: [title] },
      { type: 'chart', chart },
      {
        type: 'buttons',
        buttons: [{ label: 'OK', look: 'primary', wish: { intent: 'request.take', input: { request: 'REQ-7' } } }],
      },
    ],
  };
}

export function healthCard(locale: Locale): Card {
  return chartCard(healthChart(locale), words[locale].card);
}

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '正常',
    'مؤجل بسبب العميل',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    '<script>alert(1)</script>&"\'',
    '</svg>',
    '*bold* <!channel>',
    '\u202Eevil',
    '\uD800',
    '${x}',
    '{a|b}',
    '长'.repeat(500),
    'On track',
  ),
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.double(),
  fc.constantFrom(0, -0, -3, 1e300, -1e300, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER),
);

/** Charts of any size, with any numbers and names, also with fewer or more values than categories. */
export const anyChart: fc.Arbitrary<Chart> = fc.record({
  title: strange,
  kind: fc.constantFrom('stacked-bars', 'lines'),
  categories: fc.oneof(fc.array(strange, { maxLength: 10 }), fc.array(strange, { minLength: 60, maxLength: 90 })),
  series: fc.array(
    fc.record({
      name: strange,
      tone: fc.constantFrom<Tone>('neutral', 'info', 'good', 'warning', 'bad', 'muted'),
      values: fc.array(number, { maxLength: 90 }),
    }),
    { maxLength: 9 },
  ),
  alternative: fc.oneof(strange, fc.string({ minLength: 2500, maxLength: 3500 })),
});
