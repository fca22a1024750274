/** What Slack tells the adapter, and what the people see of the answer: the adapter and the strict fake, with an engine that the test plays. */
import { expect, test } from 'vitest';
import { attempt, card, form, refOf, started } from './talking.ts';

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
  await platform.settled();
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
  await platform.settled();
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
  expect(fake.sees('U0WANG')).toMatchObject([{ text: 'Reject', buttons: ['Fill in', 'Skip this week'] }]);

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
  await platform.settled();
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
  await platform.settled();
  expect(fake.told('U0ANN')).toEqual(['Approved.']);
  expect(fake.posted).toBe(0);
});
