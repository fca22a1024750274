/** The playground as a platform: what the engine hears of a gesture, and what it refuses to believe. */
import { expect, test } from 'vitest';
import type { Card, Message } from '../../../src/bot/cards/card.ts';
import { playground } from '../../../src/bot/platforms/playground/index.ts';
import type { Inbound, Reply } from '../../../src/bot/ports/platform.ts';
import { MemoryInProcess, silent, standingClock } from './memory.ts';
import { button, intakeForm } from './pictures.ts';

const wang = { account: 'wang', name: '王芳', locale: 'zh-CN' } as const;
const li = { account: 'li', name: '李强', locale: 'zh-CN' } as const;
const KEY = '7f1f7a52-0000-4000-a000-000000000001';

const card = (...labels: readonly string[]): Card => ({
  title: '市场调研',
  tone: 'info',
  summary: '市场调研',
  blocks: [{ type: 'buttons', buttons: labels.map((label) => button(label, `request.${label}`)) }],
});

const form: Message = { type: 'form', form: intakeForm, open: intakeForm.submit };

async function setUp(reply: Reply = {}) {
  const [memory, clock] = [new MemoryInProcess(), standingClock];
  const platform = playground({ memory, clock, log: silent, newKey: () => 'fresh' });
  const heard: Inbound[] = [];
  await platform.start(async (inbound) => {
    heard.push(inbound);
    return reply;
  });
  const post = (message: Message, id = 'p1', chat = 'strategy') =>
    platform.post({ type: 'chat', chat }, message, { id, attempt: 1, since: clock.now() });
  const posted = async (message: Message, id = 'p1', chat = 'strategy') => {
    const done = await post(message, id, chat);
    if (!done.ok) throw new Error(done.failure.cause);
    return done.value;
  };
  return { memory, platform, heard, post, posted };
}

test('one post stands once, however often it is tried', async () => {
  const { memory, posted } = await setUp();
  const first = await posted({ type: 'line', text: ['你好'] });
  expect(await posted({ type: 'line', text: ['你好'] })).toEqual(first);
  expect(await memory.list('strategy', 10)).toHaveLength(1);
});

test('a home holds one message', async () => {
  const { memory, platform } = await setUp();
  const home = { type: 'home', account: 'wang' } as const;
  for (const id of ['h1', 'h2']) {
    await platform.post(home, { type: 'card', card: card(id) }, { id, attempt: 1, since: new Date(0) });
  }
  const standing = await memory.list('home:wang', 10);
  expect(standing.map(({ message }) => message?.type === 'card' && message.card.blocks)).toEqual([card('h2').blocks]);
});

test('a message that is gone says so, and a database that is down asks for later', async () => {
  const { memory, platform, post } = await setUp();
  const line = { type: 'line', text: ['x'] } as const;
  expect(await platform.update({ chat: 'strategy', message: 'nope' }, line)).toMatchObject({
    failure: { verdict: 'gone' },
  });
  memory.down = true;
  expect(await post(line)).toMatchObject({ ok: false, failure: { verdict: 'later' } });
});

test('a press carries the wish that stands in the kept message', async () => {
  const { platform, heard, posted } = await setUp();
  const at = await posted({ type: 'card', card: card('接手', '不受理') });
  await platform.presses(li, at, { index: 1, label: '不受理' }, KEY);
  expect(heard).toEqual([
    {
      kind: 'pressed',
      key: `li:${KEY}`,
      speaker: li,
      wish: { intent: 'request.不受理', input: { request: 'REQ-1' } },
      chat: { id: 'strategy', kind: 'group' },
      message: at.message,
    },
  ]);
});

test('a button that does not stand there, or stands in somebody else’s chat, reaches nobody', async () => {
  const { platform, heard, posted } = await setUp();
  const at = await posted({ type: 'card', card: card('接手') });
  expect(await platform.presses(li, at, { index: 0, label: '同意' }, KEY)).toMatchObject({
    notice: { tone: 'warning' },
  });
  const hers = await posted({ type: 'card', card: card('撤回') }, 'p2', 'dm:wang');
  await platform.presses(li, hers, { index: 0, label: '撤回' }, KEY);
  await platform.says(li, 'dm:wang', '我的', KEY);
  expect(heard).toEqual([]);
});

test('a card repainted between the look and the press is pressed by its words, not by its place', async () => {
  const { platform, heard, posted } = await setUp();
  const at = await posted({ type: 'card', card: card('接手', '催办') });
  await platform.update(at, { type: 'card', card: card('催办') });
  await platform.presses(li, at, { index: 1, label: '催办' }, KEY);
  expect(heard).toMatchObject([{ wish: { intent: 'request.催办' } }]);
});

test('answers arrive typed, empty ones are left out, and what was not asked is dropped', async () => {
  const { platform, heard, posted } = await setUp();
  const at = await posted(form, 'f', 'dm:wang');
  const typed = { title: '调研', budget: '1500', due: '', background: ' ', admin: 'yes' };
  await platform.submits(wang, at, { index: 0, label: '提交' }, typed, KEY);
  await platform.submits(wang, at, { index: 0, label: '提交' }, { budget: '很多' }, KEY);
  expect(heard).toMatchObject([{ fields: { title: '调研', budget: 1500 } }, { fields: { budget: '很多' } }]);
  expect(heard[0]).not.toHaveProperty('fields.admin');
  expect(heard[0]).not.toHaveProperty('fields.due');
});

test('a form given as an answer stands on the person’s own sheet, once for one gesture, and can be filled there', async () => {
  const { memory, platform, heard } = await setUp({ form: intakeForm });
  const [first, again] = [
    await platform.says(wang, 'dm:wang', '申请', KEY),
    await platform.says(wang, 'dm:wang', '申请', KEY),
  ];
  expect(again.formAt).toEqual(first.formAt);
  expect(await memory.list('own:wang', 10)).toHaveLength(1);
  expect(await memory.list('dm:wang', 10)).toHaveLength(1);
  const at = first.formAt ?? { chat: '', message: '' };
  await platform.submits(wang, at, { index: 0, label: '提交' }, { title: '调研' }, KEY);
  expect(heard.at(-1)).toMatchObject({
    kind: 'submitted',
    wish: { intent: 'request.submit' },
    chat: { id: 'dm:wang', kind: 'direct' },
  });
  await platform.submits(li, at, { index: 0, label: '提交' }, {}, KEY);
  expect(heard).toHaveLength(3);
});

test('words in a room are answered to the asker alone, in the direct chat as a message', async () => {
  const { platform, heard } = await setUp();
  await platform.says(li, 'strategy', '帮助');
  await platform.says(li, 'dm:li', '帮助');
  expect(heard).toMatchObject([
    { answers: 'reply', chat: { kind: 'group' } },
    { answers: 'post', chat: { kind: 'direct' } },
  ]);
});

test('a form that is still wrong is not opened a second time', async () => {
  const { memory, platform } = await setUp({ form: intakeForm, problems: { background: '请填写此项。' } });
  const at = await memory.keep({ chat: 'own:wang', message: form, post: 'f', at: standingClock.now() });
  const answer = await platform.submits(
    wang,
    { chat: 'own:wang', message: at.id },
    { index: 0, label: '提交' },
    {},
    KEY,
  );
  expect(answer.problems).toEqual({ background: '请填写此项。' });
  expect(answer.formAt).toBeUndefined();
  expect(await memory.list('own:wang', 10)).toHaveLength(1);
});

test('whoever is not of the firm has the name and language they came with', async () => {
  const { platform } = await setUp();
  expect(await platform.profile('stranger')).toMatchObject({ ok: false, failure: { verdict: 'never' } });
});
