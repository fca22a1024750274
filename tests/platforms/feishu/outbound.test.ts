/** Posts, updates and profiles over a platform that misbehaves: nothing is doubled, every failure has a verdict. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../../src/bot/cards/card.ts';
import type { MessageRef, Place } from '../../../src/bot/ports/platform.ts';
import { ana, type Bench, bench, bo, desk } from './bench.ts';

let b: Bench;
beforeEach(async () => {
  b = await bench();
});
afterEach(async () => {
  await b.close();
});

const line = (text: string): Message => ({ type: 'line', text: [text] });
const card = (title: string): Message => ({
  type: 'card',
  card: { title, tone: 'neutral', summary: title, blocks: [{ type: 'paragraph', text: ['x'] }] },
});
const toAna: Place = { type: 'person', account: ana };
const post = (message: Message, id: string, place: Place = toAna, attempt = 1) =>
  b.platform.post(place, message, { id, attempt, since: new Date() });

async function standing(message: Message): Promise<MessageRef> {
  const result = await post(message, 'first');
  if (!result.ok) throw new Error(result.failure.cause);
  return result.value;
}

test.each(['accept-then-drop', 'drop', 'server-error'] as const)(
  'a post after “%s” is unsure, and repeating it leaves one message',
  async (how) => {
    b.fake.misbehave(how, 1);
    expect(await post(line('hello'), 'post-1')).toMatchObject({ ok: false, failure: { verdict: 'unsure' } });
    expect(await post(line('hello'), 'post-1', toAna, 2)).toMatchObject({ ok: true });
    expect(b.fake.posted).toBe(1);
    expect(b.fake.sees(ana).map(({ text }) => text)).toEqual(['hello']);
  },
);

test('two posts with two ids are two messages, whatever the length of the ids', async () => {
  await post(line('same'), 'record/REQ-7/request.opened/person/ou_ana/2026-11-27T08:00:00Z/1');
  await post(line('same'), 'record/REQ-7/request.opened/person/ou_ana/2026-11-27T08:00:00Z/2');
  expect(b.fake.posted).toBe(2);
  expect(b.fake.breaches).toEqual([]);
});

test('a rate limit is waited for as long as the platform says', async () => {
  b.fake.misbehave('rate-limit', 1, { retryAfterSeconds: 7 });
  expect(await post(line('hello'), 'p')).toMatchObject({
    ok: false,
    failure: { verdict: 'later', afterMs: 7000, scope: 'app' },
  });
});

test('a refusal is final', async () => {
  b.fake.misbehave('refuse', 1);
  expect(await post(line('hello'), 'p')).toMatchObject({ ok: false, failure: { verdict: 'never' } });
});

test('a chat we are not in, a person out of reach, a page that does not exist and a forged id are never tried again', async () => {
  const places: Place[] = [
    { type: 'chat', chat: 'oc_elsewhere' },
    { type: 'person', account: 'ou_stranger' },
    { type: 'home', account: ana },
    { type: 'person', account: '../../evil' },
    { type: 'chat', chat: 'om_1' },
  ];
  for (const place of places) {
    expect(await post(line('x'), `p-${JSON.stringify(place)}`, place)).toMatchObject({
      ok: false,
      failure: { verdict: 'never' },
    });
  }
});

test('a card and a line are edited in place, until the platform’s fourteen days are over', async () => {
  const ref = await standing(card('one'));
  expect(await b.platform.update(ref, card('two'))).toEqual({ ok: true, value: ref });
  expect(b.fake.sees(ana)).toMatchObject([{ text: 'two\nx', edited: 1 }]);
  b.fake.age(15);
  expect(await b.platform.update(ref, card('three'))).toMatchObject({ ok: false, failure: { verdict: 'gone' } });
  expect(b.fake.breaches).toEqual([]);
});

test('a line is edited too', async () => {
  const ref = await standing(line('one'));
  expect(await b.platform.update(ref, line('two'))).toMatchObject({ ok: true });
  expect(b.fake.sees(ana)).toMatchObject([{ text: 'two', edited: 1 }]);
});

test.each(['drop', 'accept-then-drop', 'server-error'] as const)(
  'an update after “%s” is simply done again',
  async (how) => {
    const ref = await standing(card('one'));
    b.fake.misbehave(how, 1);
    expect(await b.platform.update(ref, card('two'))).toMatchObject({ ok: false, failure: { verdict: 'later' } });
  },
);

test('a message that never stood cannot be updated', async () => {
  const ref = { chat: desk, message: 'om_x/../y' };
  expect(await b.platform.update(ref, card('two'))).toMatchObject({ ok: false, failure: { verdict: 'never' } });
});

test('a profile has a name, and a mail address where the tenant shows it', async () => {
  expect(await b.platform.profile(ana)).toEqual({ ok: true, value: { name: 'Ana', email: 'ana@firm.example' } });
  expect(await b.platform.profile(bo)).toEqual({ ok: true, value: { name: '王波' } });
  expect(await b.platform.profile('ou_stranger')).toMatchObject({ ok: false, failure: { verdict: 'never' } });
});

test('many calls at once ask for one token, and a token that was taken back is replaced', async () => {
  b.fake.tokens.revoke();
  const results = await Promise.all([1, 2, 3, 4, 5].map((n) => post(line(`n${n}`), `p${n}`)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(b.fake.tokens.asked).toBeLessThanOrEqual(3);
});

test('while the platform is away posts wait, and nothing is posted twice when it is back', async () => {
  await b.fake.stop();
  expect(await post(line('hello'), 'p')).toMatchObject({ ok: false }); // may still meet the old connection's end
  expect(await post(line('hello'), 'p')).toMatchObject({ ok: false, failure: { verdict: 'later', scope: 'app' } });
  expect(b.platform.trouble()).toMatch(/cannot be reached/);
  await b.fake.start();
  expect(await post(line('hello'), 'p', toAna, 2)).toMatchObject({ ok: true });
  expect(b.platform.trouble()).toBeUndefined();
  expect(b.fake.posted).toBe(1);
});

test('a card cannot be edited while a press on it is in flight; the edit waits', async () => {
  const ref = await standing({
    type: 'card',
    card: {
      title: 'one',
      tone: 'neutral',
      summary: 'one',
      blocks: [{ type: 'buttons', buttons: [{ label: 'Go', look: 'plain', wish: { intent: 'a.b', input: {} } }] }],
    },
  });
  const order: string[] = [];
  const edits: Promise<unknown>[] = [];
  b.replies(async () => {
    edits.push(b.platform.update(ref, card('two')).finally(() => order.push('edited')));
    await b.platform.profile(ana);
    order.push('answered');
    return {};
  });
  await b.fake.presses(ana, 'Go');
  await Promise.all(edits);
  expect(order).toEqual(['answered', 'edited']);
});
