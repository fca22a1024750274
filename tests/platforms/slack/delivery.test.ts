/** What the adapter puts into Slack, also when Slack is slow, deaf or strict. */
import { expect, test } from 'vitest';
import { SlackFake } from '../../fakes/slack/slack-fake.ts';
import { bench } from './bench.ts';
import { attempt, card, form, refOf, started } from './talking.ts';

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
  await platform.settled();
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
  await platform.settled();
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
