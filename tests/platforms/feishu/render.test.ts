/** Whatever people write and however much of it: the card is within the limits, and shows their words as words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Button, Card, Form, Line } from '../../../src/bot/cards/card.ts';
import { escape } from '../../../src/bot/platforms/feishu/render/escape.ts';
import { drawForm } from '../../../src/bot/platforms/feishu/render/form.ts';
import { lineToMarkdown, lineToText, lineToWords } from '../../../src/bot/platforms/feishu/render/line.ts';
import { drawCard, render } from '../../../src/bot/platforms/feishu/render/message.ts';
import { lintCard } from '../../fakes/feishu/card-lint.ts';
import { readCard, wordsOf } from '../../fakes/feishu/card-reader.ts';

const berlin = { account: 'ou_a', name: 'Ana', locale: 'en-US', zone: 'Europe/Berlin' };
const noon = new Date('2026-11-27T08:00:00Z');

const nasty = fc.oneof(
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
const span = fc.oneof(
  nasty,
  nasty.map((strong) => ({ strong })),
  nasty.map((code) => ({ code })),
  fc
    .constantFrom('date', 'time', 'date-time')
    .map((style) => ({ moment: noon, zone: 'Asia/Shanghai', style }) as const),
);
const line: fc.Arbitrary<Line> = fc.array(span, { maxLength: 4 });
const button: fc.Arbitrary<Button> = fc.record({
  label: nasty.map((label) => label.replace(/[^\p{L}\p{N} ]/gu, '') || 'Go'),
  look: fc.constantFrom('plain', 'primary', 'danger'),
  wish: fc.record({
    intent: fc.constant('a.b'),
    input: fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 300 }), { maxKeys: 2 }),
  }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
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
  fc.array(button, { maxLength: 5 }).map((buttons) => ({ type: 'buttons', buttons }) as const),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: nasty,
  subtitle: nasty,
  tone: fc.constantFrom('neutral', 'info', 'good', 'warning', 'bad', 'muted'),
  summary: nasty,
  blocks: fc.array(block, { maxLength: 60 }),
});
const kind = fc.oneof(
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
const form: fc.Arbitrary<Form> = fc.record({
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
function markupIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(markupIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'tag' in node && node.tag === 'markdown' && 'content' in node ? [String(node.content)] : [];
  return [...own, ...Object.values(node).flatMap(markupIn)];
}
const ours =
  /<font color='(grey|red)'>|<\/font>|<local_datetime millisecond='\d+' format_type='(date_num|time)'><\/local_datetime>/g;

test('every card, however nasty, passes the platform’s checks and holds no markup but ours', () => {
  fc.assert(
    fc.property(card, (any) => {
      const drawn = drawCard(any);
      expect(lintCard(drawn)).toEqual([]);
      for (const content of markupIn(drawn)) expect(content.replace(ours, '')).not.toMatch(/[<>[\]()]/);
      expect(JSON.stringify(drawn)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u0000/);
    }),
    { numRuns: 150 },
  );
});

test('every form, however long, passes the platform’s checks, with and without problems', () => {
  fc.assert(
    fc.property(form, nasty, fc.boolean(), (any, problem, cancel) => {
      expect(lintCard(drawForm(any, { problems: { f0: problem }, cancel }))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('escaped words read exactly as they were written', () => {
  fc.assert(
    fc.property(nasty, (words) => {
      const visible = words
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
      expect(wordsOf(escape(words), berlin).replace(/^[ \t]+/gm, '')).toBe(
        visible.replaceAll('\u200a', '').replace(/^[ \t]+/gm, ''),
      );
    }),
  );
});

test('a line as text cannot mention, link or format', () => {
  const text = lineToText(['<at user_id="all">all</at> **x** [a](https://b.example) <b>c</b>', { strong: '王芳' }]);
  expect(text).not.toMatch(/<[a-z/]|\*\*|\]\(/);
  expect(text.replaceAll('\u200b', '')).toBe('<at user_id="all">all</at> **x** [a](https://b.example) <b>c</b>王芳');
});

test('a moment is drawn in the reader’s zone on a card and in the given zone in a line', () => {
  const line: Line = ['by ', { moment: noon, zone: 'Asia/Shanghai', style: 'date-time' }];
  expect(lineToWords(line)).toBe('by 2026-11-27 16:00');
  expect(wordsOf(lineToMarkdown(line), berlin)).toBe('by 2026-11-27 09:00');
  expect(lineToWords([{ moment: noon, zone: 'Asia/Shanghai', style: 'date' }])).toBe('2026-11-27');
  expect(lineToWords([{ moment: noon, zone: 'Asia/Shanghai', style: 'time' }])).toBe('16:00');
});

test('strong words that begin with a mark are still closed', () => {
  expect(lineToMarkdown(['由', { strong: '“王芳”' }, '提交'])).toBe('由\u200a**“王芳”**\u200a提交');
  expect(lineToMarkdown([{ strong: '   ' }])).toBe('');
});

const request: Card = {
  title: 'Market study',
  subtitle: 'REQ-7 · In service',
  tone: 'good',
  summary: 'REQ-7 is in service.',
  blocks: [
    {
      type: 'steps',
      steps: [
        { label: 'Asked', state: 'done' },
        { label: 'Approval', state: 'now' },
      ],
    },
    {
      type: 'facts',
      facts: [
        { label: 'Owner', value: ['Li'] },
        { label: 'Due', value: ['Friday'] },
      ],
    },
    { type: 'quote', text: 'line one\n  line *two*' },
    {
      type: 'item',
      text: ['REQ-8'],
      aside: ['waiting'],
      button: { label: 'Open', look: 'plain', wish: { intent: 'x.y', input: {} } },
    },
    {
      type: 'buttons',
      buttons: [{ label: 'Mark done', look: 'primary', wish: { intent: 'request.done', input: { number: 'REQ-7' } } }],
    },
  ],
};

test('a card shows its title, number, steps, facts, words and buttons', () => {
  const { title, lines, buttons } = readCard({ ...drawCard(request) }, berlin);
  expect(title).toBe('Market study');
  expect(lines).toEqual([
    'REQ-7 · In service',
    '✓ Asked → ● Approval',
    'Owner\nLi',
    'Due\nFriday',
    'line one\n  line *two*',
    'REQ-8',
    'waiting',
  ]);
  expect(buttons.map(({ label }) => label)).toEqual(['Open', 'Mark done']);
});

test('a card tells old clients in one sentence, is green when things are good, and is repainted for everybody', () => {
  expect(drawCard(request)).toMatchObject({
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, summary: { content: 'REQ-7 is in service.' } },
    header: { template: 'green' },
  });
});

test('a very long quote gives way before anything else does', () => {
  const long: Card = { ...request, blocks: [{ type: 'quote', text: '汉'.repeat(12_000) }, ...request.blocks] };
  const { lines } = readCard({ ...drawCard(long) }, berlin);
  expect(lines).toContain('Owner\nLi');
  expect(lines.find((text) => text.startsWith('汉'))).toMatch(/^汉{1999,}…$/u);
});

test('a list that cannot be shown in full ends with an ellipsis, and keeps its buttons', () => {
  const items = Array.from({ length: 300 }, (_none, at): Block => ({ type: 'item', text: [`REQ-${at}`] }));
  const { lines, buttons } = readCard({ ...drawCard({ ...request, blocks: [...items, ...request.blocks] }) }, berlin);
  expect(lines.at(-1)).toBe('…');
  expect(buttons.map(({ label }) => label)).toContain('Mark done');
});

test('a line is sent as text, a card as a card', () => {
  expect(render({ type: 'line', text: ['Done.'] })).toEqual({ type: 'text', content: '{"text":"Done."}' });
  expect(render({ type: 'card', card: request })).toMatchObject({ type: 'interactive' });
});

const intake: Form = {
  title: 'New request',
  summary: 'A form to fill.',
  fields: [
    { id: 'title', label: 'Title', type: 'text', required: true, maxLength: 120, value: 'Study' },
    { id: 'why', label: 'Background', hint: 'Two lines do.', type: 'long-text', required: false, maxLength: 4000 },
    { id: 'budget', label: 'Budget', type: 'number', required: false, min: 0, max: 10, value: 5 },
    { id: 'due', label: 'Wanted by', type: 'date', required: false, value: '2026-12-01' },
    {
      id: 'region',
      label: 'Region',
      type: 'choice',
      required: false,
      options: [{ value: 'e', label: 'East' }],
      value: 'gone',
    },
  ],
  submit: { label: 'Submit', look: 'primary', wish: { intent: 'request.open', input: { service: 'study' } } },
  others: [{ label: 'Skip', look: 'plain', wish: { intent: 'request.skip', input: {} } }],
};

test('a form shows labels, hints, what is filled already, and what is wrong under the field it concerns', () => {
  const drawn = readCard({ ...drawForm(intake, { problems: { budget: 'At most 10.' }, cancel: true }) }, berlin);
  expect(drawn.inputs.map(({ label, initial, required, problem }) => ({ label, initial, required, problem }))).toEqual([
    { label: 'Title', initial: 'Study', required: true, problem: undefined },
    { label: 'Background', initial: '', required: false, problem: undefined },
    { label: 'Budget', initial: '5', required: false, problem: 'At most 10.' },
    { label: 'Wanted by', initial: '2026-12-01', required: false, problem: undefined },
    { label: 'Region', initial: '', required: false, problem: undefined },
  ]);
  expect(drawn.lines).toContain('Background\nTwo lines do.');
  expect(drawn.buttons.map(({ label, submits }) => [label, submits])).toEqual([
    ['Submit', true],
    ['Skip', false],
    ['Cancel', false],
  ]);
});

test('Cancel carries what the form was about', () => {
  const { buttons } = readCard({ ...drawForm(intake, { cancel: true }) }, { ...berlin, locale: 'zh-CN' });
  expect(buttons.at(-1)).toMatchObject({ label: '取消', value: { i: 'form.cancel', d: { service: 'study' } } });
});
