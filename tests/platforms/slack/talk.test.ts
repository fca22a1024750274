/** Whole conversations: the adapter and the strict fake of Slack, with an engine that the test plays. */
import { afterEach, expect, test } from 'vitest';
import type { Card, Form } from '../../../src/bot/cards/card.ts';
import type { MessageRef, Result } from '../../../src/bot/ports/platform.ts';
import { SlackFake } from '../../fakes/slack/slack-fake.ts';
import { type Bench, bench } from './bench.ts';

const open: Bench[] = [];
const started = async (options: Parameters<typeof bench>[0] = {}) => {
  const one = await bench(options);
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) {
    const { breaches } = one.fake;
    await one.end();
    expect(breaches).toEqual([]);
  }
});

const card: Card = {
  title: 'Market study',
  subtitle: 'REQ-7 · Waiting for approval',
  tone: 'info',
  summary: 'Market study (REQ-7) waits for your approval.',
  blocks: [
    { type: 'facts', facts: [{ label: 'Asked by', value: ['Ann'] }] },
    { type: 'quote', text: 'Please look at <!channel> & *prices*' },
    {
      type: 'buttons',
      buttons: [
        { label: 'Approve', look: 'primary', wish: { intent: 'request.approve', input: { request: 'REQ-7' } } },
      ],
    },
  ],
};
const form: Form = {
  title: 'Reject',
  summary: 'Say why.',
  fields: [
    { id: 'reason', type: 'long-text', label: 'Reason', required: true, maxLength: 500 },
    { id: 'budget', type: 'number', label: 'Budget', required: false, min: 0 },
    { id: 'due', type: 'date', label: 'Wanted by', required: false },
    {
      id: 'region',
      type: 'choice',
      label: 'Region',
      required: false,
      options: [
        { value: 'east', label: '华东' },
        { value: 'sea', label: '海外' },
      ],
    },
  ],
  submit: { label: 'Send', look: 'primary', wish: { intent: 'request.reject', input: { request: 'REQ-7' } } },
  others: [{ label: 'Skip this week', look: 'plain', wish: { intent: 'progress.skip', input: { week: '2026-W48' } } }],
};
const attempt = (number: number) => ({ id: 'post-1', attempt: number, since: new Date() });
const refOf = (result: Result<MessageRef>): MessageRef => {
  if (!result.ok) throw new Error(result.failure.cause);
  return result.value;
};

test('words in the direct chat are heard once with their key, even when Slack delivers them twice', async () => {
  const { fake, heard } = await started();

  expect(await fake.says('U0ANN', 'request <b>A & B</b>', { deliver: 'twice' })).toBe(200);

  expect(heard).toHaveLength(2);
  expect(heard[0]).toEqual(heard[1]);
  expect(heard[0]).toMatchObject({
    kind: 'said',
    speaker: { account: 'U0ANN' },
    text: 'request <b>A & B</b>',
    chat: { id: 'D0ANN', kind: 'direct' },
    answers: 'post',
  });
});

test('a mention in a room arrives as two events with one key, without the mention', async () => {
  const { fake, heard } = await started();

  await fake.says('U0WANG', '申请 市场调研', { room: 'C0DESK' });

  expect(heard).toHaveLength(2);
  expect(new Set(heard.map(({ key }) => key)).size).toBe(1);
  expect(heard[1]).toMatchObject({ kind: 'said', text: '申请 市场调研', chat: { id: 'C0DESK', kind: 'group' } });
});

test('an event that could not be heard gets a 5xx and is heard when Slack delivers it again', async () => {
  const { fake, heard, answer } = await started();
  answer(async () => {
    throw new Error('the database is down');
  });
  expect(await fake.says('U0ANN', 'help')).toBe(500);

  answer({});
  expect(await fake.redelivers()).toBe(200);
  expect(heard[0]).toEqual(heard[1]);
});

test('a card is posted to a person, updated in place, and its button carries its wish back', async () => {
  const { fake, platform, heard, answer } = await started();
  const ref = refOf(await platform.post({ type: 'person', account: 'U0ANN' }, { type: 'card', card }, attempt(1)));

  expect(fake.sees('U0ANN')).toMatchObject([
    {
      chat: 'D0ANN',
      text: 'Market study\n🔵 REQ-7 · Waiting for approval\nAsked by\nAnn\nPlease look at <!channel> & *prices*',
      buttons: ['Approve'],
    },
  ]);

  answer({ notice: { text: ['Approved.'], tone: 'good' } });
  expect(await fake.presses('U0ANN', 'Approve')).toBe(200);
  expect(heard[0]).toMatchObject({
    kind: 'pressed',
    wish: { intent: 'request.approve', input: { request: 'REQ-7' } },
    chat: { id: 'D0ANN', kind: 'direct' },
    message: ref.message,
  });
  expect(fake.told('U0ANN')).toEqual(['Approved.']);

  refOf(await platform.update(ref, { type: 'card', card: { ...card, subtitle: 'REQ-7 · In service', blocks: [] } }));
  expect(fake.sees('U0ANN')).toMatchObject([{ text: 'Market study\n🔵 REQ-7 · In service', buttons: [], edited: 1 }]);
});

test('a press that asks for a reason opens a form; wrong fields keep it open, right ones close it', async () => {
  const { fake, platform, heard, answer } = await started();
  const ref = refOf(await platform.post({ type: 'chat', chat: 'C0DESK' }, { type: 'card', card }, attempt(1)));
  answer({ form });
  await fake.presses('U0WANG', 'Approve', { deliver: 'twice' });
  expect(fake.form('U0WANG')).toMatchObject({
    title: 'Reject',
    fields: ['Reason', 'Budget', 'Wanted by', 'Region'],
    buttons: ['Send', 'Skip this week'],
  });

  answer({ problems: { reason: 'Too short.', nobody: 'And more.' } });
  await fake.fills('U0WANG', { Reason: 'no', Budget: 12.5, 'Wanted by': '2026-12-01', Region: '海外' }, 'Send');
  expect(fake.problems('U0WANG')).toEqual({ Reason: 'Too short.', Region: 'And more.' });
  const first = heard.at(-1);

  answer({ notice: { text: ['Rejected.'], tone: 'good' } });
  await fake.fills('U0WANG', { Reason: 'far too expensive' }, 'Send');
  expect(fake.form('U0WANG')).toBeUndefined();
  expect(fake.told('U0WANG')).toEqual(['Rejected.']);
  expect(heard.at(-1)).toMatchObject({
    kind: 'submitted',
    wish: { intent: 'request.reject', input: { request: 'REQ-7' } },
    fields: { reason: 'far too expensive', budget: 12.5, due: '2026-12-01', region: 'sea' },
    chat: { id: 'C0DESK', kind: 'group' },
    message: ref.message,
  });
  expect(heard.at(-1)?.key).not.toBe(first?.key);
});

test('another way out of a form is a press of its own, and the notice takes the form’s place', async () => {
  const { fake, platform, heard, answer } = await started();
  const openIt = { label: 'Fill in', look: 'primary', wish: { intent: 'progress.open', input: {} } } as const;
  await platform.post({ type: 'person', account: 'U0WANG' }, { type: 'form', form, open: openIt }, attempt(1));
  expect(fake.sees('U0WANG')).toMatchObject([{ text: 'Reject', buttons: ['Fill in'] }]);

  answer(async (inbound) =>
    inbound.kind === 'pressed' && inbound.wish.intent === 'progress.open'
      ? { form }
      : { notice: { text: ['本周已跳过。'], tone: 'good' } },
  );
  await fake.fills('U0WANG', {}, 'Skip this week');

  expect(heard.at(-1)).toMatchObject({
    kind: 'pressed',
    wish: { intent: 'progress.skip', input: { week: '2026-W48' } },
  });
  expect(fake.form('U0WANG')).toBeUndefined();
  expect(fake.told('U0WANG')).toEqual(['本周已跳过。']);
});

test('a slash command is answered on the spot, for the person alone', async () => {
  const { fake, heard, answer } = await started();
  answer({ notice: { text: ['Two things wait for you.'], tone: 'info' }, card });

  await fake.commands('U0ANN', 'my', { room: 'C0DESK' });

  expect(heard[0]).toMatchObject({ kind: 'said', text: 'my', answers: 'reply', chat: { id: 'C0DESK', kind: 'group' } });
  expect(fake.told('U0ANN')[0]).toMatch(/^Two things wait for you\.\nMarket study/);
  expect(fake.posted).toBe(0);

  answer({ form });
  await fake.commands('U0ANN', 'request');
  expect(fake.form('U0ANN')?.title).toBe('Reject');
});

test('a message can be made a request with its first hundred characters as title', async () => {
  const { fake, heard } = await started();
  await fake.asksFromMessage('U0ANN', `We need ${'x'.repeat(200)}`, 'C0DESK');
  expect(heard[0]).toMatchObject({
    kind: 'pressed',
    wish: { intent: 'request.start', input: { title: `We need ${'x'.repeat(92)}` } },
  });
});

test('opening the bot’s page or its direct chat is heard, and the page is published', async () => {
  const { fake, platform, heard, answer } = await started();
  await fake.opens('U0ANN', 'home');
  await fake.opens('U0ANN', 'messages');
  expect(heard).toMatchObject([
    { kind: 'arrived', at: 'home' },
    { kind: 'arrived', at: 'direct', chat: { id: 'D0ANN', kind: 'direct' } },
  ]);

  const ref = refOf(await platform.post({ type: 'home', account: 'U0ANN' }, { type: 'card', card }, attempt(1)));
  refOf(await platform.update(ref, { type: 'card', card: { ...card, title: 'Your desk' } }));
  expect(fake.home('U0ANN')?.text).toMatch(/^Your desk/);

  answer({ notice: { text: ['Approved.'], tone: 'good' } });
  await fake.presses('U0ANN', 'Approve');
  expect(fake.told('U0ANN')).toEqual(['Approved.']);
  expect(fake.posted).toBe(0);
});

test('a post whose answer never came is found again instead of being posted twice', async () => {
  const { fake, platform } = await started();
  fake.misbehave('accept-then-drop', 1);
  const place = { type: 'person', account: 'U0ANN' } as const;

  const lost = await platform.post(place, { type: 'card', card }, attempt(1));
  expect(lost).toMatchObject({ ok: false, failure: { verdict: 'unsure' } });
  const found = refOf(await platform.post(place, { type: 'card', card }, attempt(2)));

  expect(fake.posted).toBe(1);
  expect(fake.sees('U0ANN')[0]?.id).toBe(found.message);
});

test('a post that surely did not arrive is posted by the next attempt, once', async () => {
  const { fake, platform } = await started();
  const place = { type: 'chat', chat: 'C0DESK' } as const;
  fake.misbehave('drop', 1);
  expect(await platform.post(place, { type: 'line', text: ['Hello'] }, attempt(1))).toMatchObject({
    ok: false,
    failure: { verdict: 'unsure' },
  });
  refOf(await platform.post(place, { type: 'line', text: ['Hello'] }, attempt(2)));
  expect(fake.posted).toBe(1);
});

test('an earlier attempt is found even when the product’s clock runs days ahead', async () => {
  const { fake, platform } = await started();
  fake.misbehave('accept-then-drop', 1);
  const place = { type: 'chat', chat: 'C0DESK' } as const;
  const since = new Date(Date.now() + 7 * 86_400_000);
  await platform.post(place, { type: 'line', text: ['Hello'] }, { id: 'p', attempt: 1, since });
  refOf(await platform.post(place, { type: 'line', text: ['Hello'] }, { id: 'p', attempt: 2, since }));
  expect(fake.posted).toBe(1);
});

test('Slack’s own waiting time is passed on, for that chat only', async () => {
  const { fake, platform } = await started();
  fake.misbehave('rate-limit', 1, { retryAfterSeconds: 7 });
  expect(await platform.post({ type: 'chat', chat: 'C0DESK' }, { type: 'line', text: ['Hello'] }, attempt(1))).toEqual({
    ok: false,
    failure: { verdict: 'later', cause: 'ratelimited', afterMs: 7000, scope: 'chat' },
  });
});

test('a card too old to edit is reported as gone, an unknown chat as never', async () => {
  const { fake, platform } = await started();
  const ref = refOf(await platform.post({ type: 'chat', chat: 'C0DESK' }, { type: 'card', card }, attempt(1)));
  fake.age(15);
  expect(await platform.update(ref, { type: 'card', card })).toMatchObject({
    ok: false,
    failure: { verdict: 'gone', cause: 'edit_window_closed' },
  });
  expect(await platform.post({ type: 'chat', chat: 'C0NONE' }, { type: 'card', card }, attempt(1))).toMatchObject({
    ok: false,
    failure: { verdict: 'never', cause: 'channel_not_found' },
  });
  fake.misbehave('server-error', 1);
  expect(await platform.update(ref, { type: 'card', card })).toMatchObject({
    ok: false,
    failure: { verdict: 'later' },
  });
});

test('a profile tells name, address, language and time zone', async () => {
  const { platform } = await started();
  expect(await platform.profile('U0ANN')).toEqual({
    ok: true,
    value: { name: 'Ann', email: 'ann@globex.example', locale: 'en-US', zone: 'Europe/London' },
  });
  expect(await platform.profile('U0NOBODY')).toMatchObject({
    ok: false,
    failure: { verdict: 'never', cause: 'user_not_found' },
  });
});

test('when nothing can be saved a person is told so in their own language, and a form keeps what they typed', async () => {
  const { fake, platform, answer } = await started();
  await platform.post({ type: 'chat', chat: 'C0DESK' }, { type: 'card', card }, attempt(1));
  answer({ form });
  await fake.presses('U0WANG', 'Approve');
  const broken = async () => {
    throw new Error('the database is down');
  };
  answer(broken);

  expect(await fake.fills('U0WANG', { Reason: 'too dear' }, 'Send')).toBe(200);
  expect(Object.values(fake.problems('U0WANG'))).toEqual(['暂时无法保存，什么都没有改动，请稍后再试。']);
  expect(await fake.presses('U0ANN', 'Approve')).toBe(200);
  expect(await fake.commands('U0ANN', 'my')).toBe(200);
  expect(fake.told('U0ANN')).toEqual([
    expect.stringContaining('could not save'),
    expect.stringContaining('could not save'),
  ]);
});

test('a modal that came too late is not a silent click', async () => {
  const { fake, platform, answer } = await started({ fake: new SlackFake({ triggerMs: 0 }) });
  await platform.post({ type: 'chat', chat: 'C0DESK' }, { type: 'card', card }, attempt(1));
  answer({ form });
  await fake.presses('U0ANN', 'Approve');
  expect(fake.form('U0ANN')).toBeUndefined();
  expect(fake.told('U0ANN')).toHaveLength(1);
});

test('a refused token stops the start with a sentence for operators', async () => {
  await expect(bench({ token: 'xoxb-wrong' })).rejects.toThrow('Slack refuses SLACK_BOT_TOKEN: invalid_auth');
});

test('while Slack cannot be reached the bot starts all the same, says so, and asks for redelivery', async () => {
  const away = new SlackFake();
  await away.start();
  const apiUrl = away.settings['SLACK_API_URL'] ?? '';
  await away.stop();

  const { fake, platform } = await started({ apiUrl });

  expect(platform.trouble()).toMatch(/unreachable.*ECONNREFUSED/);
  expect(await fake.says('U0ANN', 'help')).toBe(503);
  expect(await platform.profile('U0ANN')).toMatchObject({ ok: false, failure: { verdict: 'later', scope: 'app' } });
});

test('a workspace that refuses a picture still gets its sentence', async () => {
  const { fake, platform } = await started({ fake: new SlackFake({ refusesBlocks: true }) });
  refOf(await platform.post({ type: 'person', account: 'U0ANN' }, { type: 'card', card }, attempt(1)));
  expect(fake.sees('U0ANN')).toMatchObject([{ text: 'Market study (REQ-7) waits for your approval.', buttons: [] }]);
});

test('once stopped, the bot asks Slack to deliver again later', async () => {
  const { fake, platform, heard } = await started();
  expect(platform.trouble()).toBeUndefined();
  await platform.stop();
  expect(platform.trouble()).toBe('stopped');
  expect(await fake.says('U0ANN', 'help')).toBe(503);
  expect(heard).toEqual([]);
});

test('what went well after a form from nowhere is not announced, what went wrong is', async () => {
  const { fake, platform, answer } = await started();
  await platform.post({ type: 'home', account: 'U0ANN' }, { type: 'card', card }, attempt(1));
  for (const tone of ['good', 'bad'] as const) {
    answer({ form });
    await fake.presses('U0ANN', 'Approve');
    answer({ notice: { text: [`It went ${tone}.`], tone } });
    await fake.fills('U0ANN', { Reason: 'because' }, 'Send');
  }
  expect(fake.told('U0ANN')).toEqual([]);
  expect(fake.sees('U0ANN').map(({ text }) => text)).toEqual(['It went bad.']);
});

test('one form may be followed by the next without closing', async () => {
  const { fake, platform, answer } = await started();
  await platform.post({ type: 'chat', chat: 'C0DESK' }, { type: 'card', card }, attempt(1));
  answer({ form });
  await fake.presses('U0ANN', 'Approve');
  answer({ form: { ...form, title: 'And now?', fields: [] } });
  await fake.fills('U0ANN', { Reason: 'because' }, 'Send');
  expect(fake.form('U0ANN')).toMatchObject({ title: 'And now?', fields: [] });

  answer({ problems: { title: 'That was too late.' } });
  await fake.fills('U0ANN', {}, 'Send');
  expect(fake.told('U0ANN')).toEqual(['That was too late.']);
});
