/** The adapter and the fake in conversation: what people do reaches the engine, what it answers reaches people. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../../src/bot/ports/platform.ts';
import type { Card, Form, Message } from '../../../src/bot/cards/card.ts';
import { ana, type Bench, bench, bo, desk } from './bench.ts';

let b: Bench;
beforeEach(async () => {
  b = await bench();
});
afterEach(async () => {
  expect(b.fake.breaches).toEqual([]);
  await b.close();
});

const approve = { intent: 'approval.approve', input: { number: 'APR-3' } };
const card = (title: string, state: string): Card => ({
  title,
  subtitle: `APR-3 · ${state}`,
  tone: 'info',
  summary: `APR-3 is ${state}.`,
  blocks: [{ type: 'buttons', buttons: [{ label: 'Approve', look: 'primary', wish: approve }] }],
});
const asked: Message = { type: 'card', card: card('Study', 'waiting') };
const done: Message = { type: 'card', card: { ...card('Study', 'approved'), blocks: [] } };
const reject: Form = {
  title: 'Reject',
  summary: 'A reason is needed.',
  fields: [
    { id: 'reason', label: 'Reason', type: 'long-text', required: true, maxLength: 500 },
    { id: 'budget', label: 'Budget', type: 'number', required: false, min: 0 },
    { id: 'due', label: 'Wanted by', type: 'date', required: false },
    { id: 'grade', label: 'Grade', type: 'scale', required: false, options: [{ value: '5', label: '5 - very good' }] },
  ],
  submit: { label: 'Send', look: 'danger', wish: { intent: 'approval.reject', input: { number: 'APR-3' } } },
  others: [{ label: 'Skip', look: 'plain', wish: { intent: 'approval.skip', input: { number: 'APR-3' } } }],
};

async function posted(place: 'direct' | 'group', message: Message = asked): Promise<void> {
  const where =
    place === 'direct' ? ({ type: 'person', account: ana } as const) : ({ type: 'chat', chat: desk } as const);
  const since = new Date();
  expect(await b.platform.post(where, message, { id: `p-${place}`, attempt: 1, since })).toMatchObject({ ok: true });
}

test('words reach the engine from a direct chat, from a group with a mention, and from the menu', async () => {
  await b.fake.says(ana, 'request a study for @王波');
  await b.fake.says(bo, '申请 调研', { room: desk });
  await b.fake.menu(bo, 'my');
  expect(b.heard).toMatchObject([
    { kind: 'said', speaker: { account: ana }, text: 'request a study for @王波', chat: { kind: 'direct' } },
    { kind: 'said', speaker: { account: bo }, text: '申请 调研', chat: { id: desk, kind: 'group' } },
    { kind: 'said', speaker: { account: bo }, text: 'my', chat: { id: bo, kind: 'direct' } },
  ]);
});

test('a repeated delivery carries the same key', async () => {
  await b.fake.says(ana, 'help', { deliver: 'twice' });
  await posted('direct');
  await b.fake.presses(ana, 'Approve', { deliver: 'twice' });
  const keys = b.heard.map(({ key }) => key);
  expect(keys).toEqual([keys[0], keys[0], keys[2], keys[2]]);
  expect(new Set(keys).size).toBe(2);
});

test('a pressed button is answered with a toast and the card as it is now, for everybody', async () => {
  await posted('group');
  b.replies({ notice: { text: ['Approved ', { strong: 'APR-3' }], tone: 'good' }, fresh: done });
  expect(await b.fake.presses(ana, 'Approve')).toBe(200);
  expect(b.heard).toMatchObject([{ kind: 'pressed', wish: approve, chat: { id: desk, kind: 'group' } }]);
  expect(b.fake.told(ana)).toEqual(['Approved APR-3']);
  expect(b.fake.told(bo)).toEqual([]);
  expect(b.fake.sees(bo)).toMatchObject([{ text: 'Study\nAPR-3 · approved', buttons: [], edited: 1 }]);
});

test('a press that could not be kept asks the person, in their language, to press again', async () => {
  await posted('group');
  b.replies(new Error('the database is down'));
  await b.fake.presses(ana, 'Approve');
  await b.fake.presses(bo, 'Approve');
  expect(b.fake.told(ana)[0]).toMatch(/try again/);
  expect(b.fake.told(bo)[0]).toMatch(/稍后再试/);
});

test('what takes longer than the platform waits is answered by that, and what came of it is told afterwards', async () => {
  await posted('group');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const slow = Promise.withResolvers<Reply>();
  const reached = Promise.withResolvers<undefined>();
  b.replies(() => {
    reached.resolve(undefined);
    return slow.promise;
  });
  const pressing = b.fake.presses(ana, 'Approve');
  await reached.promise;
  await vi.advanceTimersByTimeAsync(2500);
  vi.useRealTimers();
  expect(await pressing).toBe(200);
  expect(b.fake.told(ana)).toEqual([expect.stringMatching(/still working/)]);
  slow.resolve({ notice: { text: ['It is not your turn.'], tone: 'warning' } });
  await vi.waitFor(() => expect(b.fake.sees(ana).map(({ text }) => text)).toContain('It is not your turn.'));
  await b.platform.settled();
});

test('in a direct chat the form takes the place of the card; Cancel asks for the card back', async () => {
  await posted('direct');
  b.replies({ form: reject });
  await b.fake.presses(ana, 'Approve');
  expect(b.fake.form(ana)).toMatchObject({
    title: 'Reject',
    fields: ['Reason', 'Budget', 'Wanted by', 'Grade'],
    buttons: ['Send', 'Skip', 'Cancel'],
  });
  expect(b.fake.posted).toBe(1);

  b.replies({ fresh: asked });
  await b.fake.presses(ana, 'Cancel');
  expect(b.heard.at(-1)).toMatchObject({
    kind: 'pressed',
    wish: { intent: 'form.cancel', input: { number: 'APR-3' } },
  });
  expect(b.fake.form(ana)).toBeUndefined();
  expect(b.fake.sees(ana)).toMatchObject([{ buttons: ['Approve'] }]);
});

test('a form that is asked for in a group goes to the person’s direct chat, once', async () => {
  await posted('group');
  b.replies({ form: reject });
  await b.fake.presses(bo, 'Approve', { deliver: 'twice' });
  expect(b.fake.told(bo)[0]).toMatch(/私聊/);
  expect(b.fake.form(bo)).toMatchObject({ title: 'Reject' });
  expect(b.fake.form(ana)).toBeUndefined();
  expect(b.fake.posted).toBe(2);
});

test('a form that cannot be sent is not promised', async () => {
  await posted('group');
  b.replies({ form: reject });
  b.fake.misbehave('refuse', 1);
  await b.fake.presses(ana, 'Approve');
  expect(b.fake.told(ana)[0]).toMatch(/try again/);
});

test('what was filled in arrives by field, typed, and without what was left empty', async () => {
  await posted('direct', { type: 'form', form: reject, open: reject.submit });
  await b.fake.fills(
    ana,
    { Reason: 'Too <dear>', Budget: 1200, 'Wanted by': '2026-12-01', Grade: '5 - very good' },
    'Send',
  );
  await b.fake.fills(ana, { Reason: 'No', Budget: 'a lot' }, 'Send');
  expect(b.heard).toMatchObject([
    {
      kind: 'submitted',
      wish: { intent: 'approval.reject', input: { number: 'APR-3' } },
      fields: { reason: 'Too <dear>', budget: 1200, due: '2026-12-01', grade: '5' },
      chat: { kind: 'direct' },
    },
    { kind: 'submitted', fields: { reason: 'No', budget: 'a lot' } },
  ]);
});

test('the client itself asks for required fields, and lets people out without them', async () => {
  await posted('direct', { type: 'form', form: reject, open: reject.submit });
  await expect(b.fake.fills(ana, {}, 'Send')).rejects.toThrow('“Reason” is required');
  await b.fake.fills(ana, {}, 'Skip');
  expect(b.heard).toMatchObject([{ kind: 'pressed', wish: { intent: 'approval.skip' } }]);
});

test('what is wrong with a form is said in it, and what was typed stays', async () => {
  await posted('direct', { type: 'form', form: reject, open: reject.submit });
  const typed = reject.fields.map((field) =>
    field.id === 'reason' ? { ...field, value: 'Hm' } : field,
  ) as Form['fields'];
  b.replies({ form: { ...reject, fields: typed }, problems: { reason: 'Please say a little more.' } });
  await b.fake.fills(ana, { Reason: 'Hm' }, 'Send');
  expect(b.fake.problems(ana)).toEqual({ Reason: 'Please say a little more.' });
  expect(b.fake.told(ana)).toEqual(['Please say a little more.']);

  b.replies({ fresh: done });
  await b.fake.fills(ana, {}, 'Send');
  expect(b.heard.at(-1)).toMatchObject({ fields: { reason: 'Hm' } });
  expect(b.fake.form(ana)).toBeUndefined();
});

test('a client that sends the button’s own value along makes no difference', async () => {
  const other = await bench({ submitsCarryValue: true });
  const place = { type: 'person', account: bo } as const;
  await other.platform.post(
    place,
    { type: 'form', form: reject, open: reject.submit },
    { id: 'p', attempt: 1, since: new Date() },
  );
  await other.fake.fills(bo, { Reason: '不' }, 'Send');
  expect(other.heard).toMatchObject([{ kind: 'submitted', wish: reject.submit.wish, fields: { reason: '不' } }]);
  await other.close();
});

test('a line can repaint a pressed card, and a chat by a person’s id is their direct chat', async () => {
  const sent = await b.platform.post({ type: 'chat', chat: ana }, asked, { id: 'm-1', attempt: 1, since: new Date() });
  expect(sent).toMatchObject({ ok: true });
  b.replies({ fresh: { type: 'line', text: ['Gone.'] } });
  await b.fake.presses(ana, 'Approve');
  expect(b.fake.sees(ana)).toMatchObject([{ text: 'Gone.', buttons: [] }]);
});

test('a button that is not there cannot be pressed', async () => {
  await posted('direct');
  await expect(b.fake.presses(ana, 'Reject')).rejects.toThrow('Ana sees no button “Reject”, only: Approve');
  await expect(b.fake.presses(bo, 'Approve')).rejects.toThrow('only: none');
});

test('whoever opens the direct chat has arrived', async () => {
  expect(await b.fake.enters(bo)).toBe(200);
  expect(b.heard).toMatchObject([{ kind: 'arrived', at: 'direct', speaker: { account: bo } }]);
});
