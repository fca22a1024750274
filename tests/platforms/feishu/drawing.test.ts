/** What a reader of Feishu sees of a card, a line and a form. */
import { expect, test } from 'vitest';
import type { Block, Card, Form } from '../../../src/bot/cards/card.ts';
import { drawForm } from '../../../src/bot/platforms/feishu/render/form.ts';
import { drawCard, render } from '../../../src/bot/platforms/feishu/render/message.ts';
import { readCard } from '../../fakes/feishu/card-reader.ts';

const berlin = { account: 'ou_a', name: 'Ana', locale: 'en-US', zone: 'Europe/Berlin' };

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
