/** Pictures: whatever is put into the card language, what comes out is accepted by Slack. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Button, Card, Field, Form, Line, Message } from '../../../src/bot/cards/card.ts';
import { modalOf } from '../../../src/bot/platforms/slack/render/form.ts';
import { drawn, homeOf, noticeView } from '../../../src/bot/platforms/slack/render/message.ts';
import { length } from '../../fakes/slack/checker/checks.ts';
import { checkBlocks, checkView } from '../../fakes/slack/checker/blocks.ts';
import { buttonsOf, wordsOf } from '../../fakes/slack/seeing.ts';

const nasty = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', '\u0000', '\u202Eabc', '<!channel>', '*_~`', '> q', '&', '\uD800', ':x:'),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('长', '&', '<', '👍', 'x ', '*'), fc.integer({ min: 0, max: 4000 }))
      .map(([c, n]) => c.repeat(n)),
  },
);
const line: fc.Arbitrary<Line> = fc.array(
  fc.oneof(
    nasty,
    nasty.map((strong) => ({ strong })),
    nasty.map((code) => ({ code })),
    fc.record({
      moment: fc.date({ noInvalidDate: false }),
      zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Nowhere/Land'),
      style: fc.constantFrom('date' as const, 'time' as const, 'date-time' as const),
    }),
  ),
  { maxLength: 4 },
);
const button: fc.Arbitrary<Button> = fc.record({
  label: nasty,
  look: fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const),
  wish: fc.record({
    intent: fc.constantFrom('request.take', 'request.reject', 'x'.repeat(300)),
    input: fc.dictionary(fc.string({ maxLength: 5 }), nasty, { maxKeys: 3 }),
  }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((text) => ({ type: 'paragraph' as const, text })),
  nasty.map((text) => ({ type: 'quote' as const, text })),
  fc
    .array(fc.record({ label: nasty, value: line }), { maxLength: 23 })
    .map((facts) => ({ type: 'facts' as const, facts })),
  line.map((text) => ({ type: 'aside' as const, text })),
  fc
    .array(
      fc.record({
        label: nasty,
        state: fc.constantFrom('done' as const, 'now' as const, 'next' as const, 'failed' as const),
      }),
      { maxLength: 6 },
    )
    .map((steps) => ({ type: 'steps' as const, steps })),
  nasty.map((text) => ({ type: 'heading' as const, text })),
  fc.tuple(line, line, button).map(([text, aside, one]) => ({ type: 'item' as const, text, aside, button: one })),
  fc.constant({ type: 'divider' as const }),
  fc.array(button, { maxLength: 30 }).map((buttons) => ({ type: 'buttons' as const, buttons })),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: nasty,
  subtitle: nasty,
  tone: fc.constantFrom(
    'neutral' as const,
    'info' as const,
    'good' as const,
    'warning' as const,
    'bad' as const,
    'muted' as const,
  ),
  summary: nasty,
  blocks: fc.array(block, { maxLength: 70 }),
});
const option = fc.record({ value: nasty, label: nasty });
const question: fc.Arbitrary<Field> = fc
  .tuple(
    fc.record({ id: fc.uuid(), label: nasty, hint: nasty, required: fc.boolean() }),
    fc.oneof(
      fc.record({
        type: fc.constantFrom('text' as const, 'long-text' as const),
        maxLength: fc.integer({ min: 0, max: 9000 }),
        value: nasty,
      }),
      fc.record({ type: fc.constant('number' as const), min: fc.integer(), max: fc.integer(), value: fc.integer() }),
      fc.record({ type: fc.constant('date' as const), value: fc.constantFrom('2026-12-01', '2026-13-99', 'soon', '') }),
      fc.record({
        type: fc.constantFrom('choice' as const, 'scale' as const),
        options: fc.oneof(fc.array(option, { maxLength: 12 }), fc.array(option, { minLength: 101, maxLength: 140 })),
        value: nasty,
      }),
    ),
  )
  .map(([common, kind]) => ({ ...common, ...kind }));
const form: fc.Arbitrary<Form> = fc.record({
  title: nasty,
  summary: nasty,
  intro: fc.array(block, { maxLength: 4 }),
  fields: fc.array(question, { maxLength: 12 }),
  submit: button,
  others: fc.array(button, { maxLength: 3 }),
});
const message: fc.Arbitrary<Message> = fc.oneof(
  line.map((text) => ({ type: 'line' as const, text })),
  card.map((one) => ({ type: 'card' as const, card: one })),
  fc.tuple(form, button).map(([one, open]) => ({ type: 'form' as const, form: one, open })),
);

describe('whatever anyone writes', () => {
  test('every message keeps to the limits and has a text for notifications', () => {
    fc.assert(
      fc.property(message, (one) => {
        const { text, blocks } = drawn(one);
        expect(checkBlocks(blocks, 'message')).toEqual([]);
        expect(text.trim()).not.toBe('');
        expect(length(text)).toBeLessThanOrEqual(3000);
        expect(text).not.toMatch(/<[!@#]/);
      }),
      { numRuns: 100 },
    );
  });

  test('every home page, modal and notice keeps to the limits', () => {
    fc.assert(
      fc.property(message, form, line, (one, asked, notice) => {
        expect(checkView(homeOf(one))).toEqual([]);
        expect(checkView(modalOf(asked, { chat: { id: 'C1', kind: 'group' } }))).toEqual([]);
        expect(checkView(noticeView({ notice }, 'Steward'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const wish = { intent: 'request.take', input: { request: 'REQ-7' } };
const take: Button = { label: 'Take it', look: 'primary', wish };
const plain = { title: 'T', tone: 'neutral', summary: 'S.' } as const;

describe('single pictures', () => {
  test('a card reads from top to bottom: title, state, facts, steps, quote, buttons', () => {
    const { blocks } = drawn({
      type: 'card',
      card: {
        title: 'Market study',
        subtitle: 'REQ-7 · In service',
        tone: 'good',
        summary: 'S.',
        blocks: [
          { type: 'facts', facts: [{ label: '部门', value: ['战略部'] }] },
          {
            type: 'steps',
            steps: [
              { label: 'Asked', state: 'done' },
              { label: 'In service', state: 'now' },
              { label: 'Accepted', state: 'next' },
            ],
          },
          { type: 'quote', text: 'one\n*two*' },
          { type: 'item', text: ['REQ-8'], aside: ['late'], button: take },
          { type: 'buttons', buttons: [take] },
        ],
      },
    });
    expect(wordsOf(blocks)).toBe(
      'Market study\n🟢 REQ-7 · In service\n部门\n战略部\n✓ Asked  →  ● In service  →  ○ Accepted\none\n*two*\nREQ-8\nlate',
    );
    expect(buttonsOf(blocks).map(({ label: words }) => words)).toEqual(['Take it', 'Take it']);
  });

  test('a card too long for one message loses words, never its title or a button', () => {
    const paragraph = { type: 'paragraph', text: ['长'.repeat(500)] } as const;
    const long: Card = {
      ...plain,
      blocks: [...Array<Block>(60).fill(paragraph), { type: 'buttons', buttons: [take] }],
    };
    const { blocks } = drawn({ type: 'card', card: long });
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(blocks[0]).toMatchObject({ type: 'header' });
    expect(buttonsOf(blocks)).toHaveLength(1);
    expect(wordsOf(blocks)).toMatch(/\n…$/);
  });

  test('a title too long for its place is said again in full', () => {
    const title = `${'word '.repeat(40)}end`;
    expect(wordsOf(drawn({ type: 'card', card: { ...plain, title, blocks: [] } }).blocks)).toContain(title);
    const asked: Form = { title: 'A very long question for everyone', summary: 'S.', fields: [], submit: take };
    expect(wordsOf(modalOf(asked, {}).blocks)).toBe('A very long question for everyone');
  });

  test('more than a hundred options are all there, in groups', () => {
    const options = Array.from({ length: 250 }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
    const field: Field = { id: 'pick', type: 'choice', label: 'Pick', required: true, options, value: 'v249' };
    const view = modalOf({ title: 'T', summary: 'S.', fields: [field], submit: take }, {});
    expect(checkView(view)).toEqual([]);
    expect(JSON.stringify(view).match(/"value":"v\d+"/g)).toHaveLength(251);
  });

  test('grades stand as radio buttons, a choice as a menu', () => {
    const options = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
    const fields: readonly Field[] = [
      { id: 'quality', type: 'scale', label: 'Quality', required: true, options },
      { id: 'region', type: 'choice', label: 'Region', required: false, options },
    ];
    const { blocks } = modalOf({ title: 'T', summary: 'S.', fields, submit: take }, {});
    expect(blocks).toMatchObject([
      { type: 'input', block_id: 'quality', optional: false, element: { type: 'radio_buttons' } },
      { type: 'input', block_id: 'region', optional: true, element: { type: 'static_select' } },
    ]);
  });
});
