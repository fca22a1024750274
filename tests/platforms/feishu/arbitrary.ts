/** Any card, form and line there can be, with the nastiest words. */
import fc from 'fast-check';
import type { Block, Button, Card, Form, Line } from '../../../src/bot/cards/card.ts';
import { anyChart } from '../../cards/charts.ts';

export const noon = new Date('2026-11-27T08:00:00Z');

export const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<at id=all></at>',
    '<at user_id="all">x</at>',
    '[click](https://evil.example)',
    '**bold** ~~gone~~ `code` # head',
    '- list\n1. one\n\n    code\n> quote\n---\n| a | b |',
    "<local_datetime millisecond='0' format_type='date_num'></local_datetime>",
    '&#60;at id=all&#62;',
    '\u202egnp.exe\u0000\u0007',
    '\ud800 lone half',
    '汉'.repeat(9000),
    '😀'.repeat(3000),
    ':DONE: $x$ \\* \\',
  ),
);
export const span = fc.oneof(
  nasty,
  nasty.map((strong) => ({ strong })),
  nasty.map((code) => ({ code })),
  fc
    .constantFrom('date', 'time', 'date-time')
    .map((style) => ({ moment: noon, zone: 'Asia/Shanghai', style }) as const),
);
export const line: fc.Arbitrary<Line> = fc.array(span, { maxLength: 4 });
export const button: fc.Arbitrary<Button> = fc.record({
  label: nasty.map((label) => label.replace(/[^\p{L}\p{N} ]/gu, '') || 'Go'),
  look: fc.constantFrom('plain', 'primary', 'danger'),
  wish: fc.record({
    intent: fc.constant('a.b'),
    input: fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 300 }), { maxKeys: 2 }),
  }),
});
export const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((text) => ({ type: 'paragraph', text }) as const),
  nasty.map((text) => ({ type: 'quote', text }) as const),
  fc
    .array(fc.record({ label: nasty, value: line }), { maxLength: 20 })
    .map((facts) => ({ type: 'facts', facts }) as const),
  line.map((text) => ({ type: 'aside', text }) as const),
  fc
    .array(fc.record({ label: nasty, state: fc.constantFrom('done', 'now', 'next', 'failed') }), { maxLength: 6 })
    .map((steps) => ({ type: 'steps', steps }) as const),
  nasty.map((text) => ({ type: 'heading', text }) as const),
  fc.record({ type: fc.constant('item' as const), text: line, aside: line, button }),
  fc.constant({ type: 'divider' } as const),
  anyChart.map((chart) => ({ type: 'chart', chart }) as const),
  fc.array(button, { maxLength: 5 }).map((buttons) => ({ type: 'buttons', buttons }) as const),
);
export const card: fc.Arbitrary<Card> = fc.record({
  title: nasty,
  subtitle: nasty,
  tone: fc.constantFrom('neutral', 'info', 'good', 'warning', 'bad', 'muted'),
  summary: nasty,
  blocks: fc.array(block, { maxLength: 60 }),
});
export const kind = fc.oneof(
  fc.record({ type: fc.constantFrom('text', 'long-text'), maxLength: fc.integer({ min: 1, max: 5000 }), value: nasty }),
  fc.record({ type: fc.constant('number' as const), min: fc.integer(), value: fc.double({ noNaN: true }) }),
  fc.record({ type: fc.constant('date' as const), value: fc.constantFrom('2026-11-27', '2024-02-29') }),
  fc.record({
    type: fc.constantFrom('choice', 'scale'),
    options: fc
      .uniqueArray(nasty, { minLength: 1, maxLength: 80 })
      .map((labels) => labels.map((label, at) => ({ value: `v${at}`, label: label || 'x' }))),
    value: fc.constantFrom('v0', 'v79'),
  }),
);
export const form: fc.Arbitrary<Form> = fc.record({
  title: nasty,
  summary: nasty,
  intro: fc.array(block, { maxLength: 10 }),
  fields: fc
    .array(fc.tuple(nasty, nasty, fc.boolean(), kind), { maxLength: 12 })
    .map((all) => all.map(([label, hint, required, rest], at) => ({ id: `f${at}`, label, hint, required, ...rest }))),
  submit: button,
  others: fc.array(button, { maxLength: 2 }),
});

/** Nothing that the client would act on may come from words: all markup is ours. */
