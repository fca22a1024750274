/** What the engine may count on when it speaks, whichever platform it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Platform } from '../../src/bot/ports/platform.ts';
import { platformNames } from '../support/world.ts';
import { type Bench, bench } from './bench.ts';
import { card, entry, sentence } from './pictures.ts';

const nowhere = { slack: '1000000000.000001', feishu: 'om_none', playground: '999999' } as const;

const attempt = (id: string, number = 1) => ({ id, attempt: number, since: new Date() });

function valueOf<T>(result: Awaited<ReturnType<Platform['post']>> | { ok: boolean; value?: T }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return (result as { value: T }).value;
}

describe.each(platformNames)('%s', (name) => {
  let on: Bench;
  beforeAll(async () => {
    on = await bench(name);
  });
  afterAll(() => on.end());
  const toWang = (): { type: 'person'; account: string } => ({ type: 'person', account: on.wang });

  test('says a sentence to a person and shows a card in a room', async () => {
    await on.platform.post(toWang(), sentence('您好，王芳'), attempt('019a0000-0000-7000-8000-000000000001'));
    const place = { type: 'chat', chat: on.room } as const;
    await on.platform.post(place, card('新申请', ['接手']), attempt('019a0000-0000-7000-8000-000000000002'));
    const [said, shown] = (await on.seen()).slice(-2);
    expect(said?.text).toBe('您好，王芳');
    expect(shown).toMatchObject({ chat: on.room, buttons: ['接手'] });
    expect(shown?.text).toContain('新申请');
  });

  test('makes a standing card true where it stands', async () => {
    const id = '019a0000-0000-7000-8000-000000000003';
    const ref = valueOf(await on.platform.post(toWang(), card('待审批', ['同意']), attempt(id)));
    const before = (await on.seen()).length;
    const updated = await on.platform.update(ref, card('已同意'));
    expect(updated.ok).toBe(true);
    const seen = await on.seen();
    expect(seen).toHaveLength(before);
    expect(seen.at(-1)).toMatchObject({ buttons: [] });
    expect(seen.at(-1)?.text).toContain('已同意');
  });

  test('the same post sent again, because nobody knew whether it had arrived, stands once', async () => {
    const id = '019a0000-0000-7000-8000-000000000004';
    const first = valueOf(await on.platform.post(toWang(), sentence('只说一次'), attempt(id)));
    const second = valueOf(await on.platform.post(toWang(), sentence('只说一次'), attempt(id, 2)));
    expect(second).toEqual(first);
    expect((await on.seen()).filter(({ text }) => text === '只说一次')).toHaveLength(1);
  });

  test('a message that is not there any more is “gone” or “never”, not an exception', async () => {
    const result = await on.platform.update({ chat: on.room, message: nowhere[name] }, card('无'));
    expect(result).toMatchObject({
      ok: false,
      failure: { verdict: expect.stringMatching(/^(gone|never)$/) as string },
    });
  });

  test('knows who somebody is, by account and by e-mail, and says so when it does not', async () => {
    const known = await on.platform.profile(on.wang);
    const found = await on.platform.accountOf('wang@firm.example');
    // The playground has no directory of its own: everyone there is of the firm file.
    if (name === 'playground') expect(known.ok).toBe(false);
    else expect(known).toMatchObject({ ok: true, value: { name: '王芳', email: 'wang@firm.example' } });
    expect(found).toEqual({ ok: true, value: name === 'playground' ? undefined : on.wang });
    expect(await on.platform.accountOf('nobody@firm.example')).toEqual({ ok: true, value: undefined });
  });

  test('has a page of its own for each person, or says that it has none', async () => {
    const place = { type: 'home', account: on.wang } as const;
    const posted = await on.platform.post(place, card('我的事项'), attempt('019a0000-0000-7000-8000-000000000005'));
    expect(posted.ok).toBe(on.platform.traits.hasHome);
    if (!posted.ok) return expect(posted.failure.verdict).toBe('never');
    const again = await on.platform.post(place, card('我的事项二'), attempt('019a0000-0000-7000-8000-000000000006'));
    expect(again.ok).toBe(true);
    await on.seen();
    expect(on.chat.home(on.wang)?.text).toContain('我的事项二');
  });

  test('without a list of approvals of its own it says so, and shows no entry anywhere', async () => {
    if (on.platform.traits.hasInbox) return;
    for (const place of [
      { type: 'inbox', of: 'APR-1' },
      { type: 'person', account: on.wang },
    ] as const) {
      const posted = await on.platform.post(place, entry, attempt('019a0000-0000-7000-8000-000000000007'));
      expect(posted).toMatchObject({ ok: false, failure: { verdict: 'never' } });
    }
    const updated = await on.platform.update({ chat: 'x', message: 'APR-1' }, entry);
    expect(updated).toMatchObject({ ok: false, failure: { verdict: 'never' } });
  });

  test('keeps every rule of the platform, and does not hear itself', () => {
    expect(on.chat.breaches).toEqual([]);
    expect(on.heard).toEqual([]);
  });
});

describe.each(['slack', 'feishu'] as const)('%s in trouble', (name) => {
  let on: Bench;
  beforeAll(async () => {
    on = await bench(name);
  });
  afterAll(() => on.end());
  const post = (text: string, id: string, number = 1) =>
    on.platform.post({ type: 'person', account: on.wang }, sentence(text), attempt(id, number));

  test('“too many requests” is “later”, with the wait it names', async () => {
    on.chat.misbehave('rate-limit', 1, { retryAfterSeconds: 7 });
    expect(await post('太快', 'a1')).toMatchObject({ ok: false, failure: { verdict: 'later', afterMs: 7_000 } });
  });

  test('a lost answer is “unsure”, and the second attempt does not double the message', async () => {
    on.chat.misbehave('accept-then-drop', 1);
    expect(await post('答复丢失', 'a2')).toMatchObject({ ok: false, failure: { verdict: 'unsure' } });
    expect((await post('答复丢失', 'a2', 2)).ok).toBe(true);
    expect((await on.seen()).filter(({ text }) => text === '答复丢失')).toHaveLength(1);
  });

  test('a refusal for good is “never”, with the platform’s own words for operators', async () => {
    on.chat.misbehave('refuse', 1);
    expect(await post('被拒绝', 'a3')).toMatchObject({
      ok: false,
      failure: { verdict: 'never', cause: expect.stringMatching(/./) as string },
    });
  });

  test('a card past its edit window is “gone”', async () => {
    const sent = await on.platform.post({ type: 'chat', chat: on.room }, card('旧'), attempt('a4'));
    on.chat.age(15);
    const result = await on.platform.update(valueOf(sent), card('新'));
    expect(result).toMatchObject({ ok: false, failure: { verdict: 'gone' } });
  });

  test('one call that fails is no trouble of the link', () => {
    expect(on.platform.trouble()).toBeUndefined();
  });
});
