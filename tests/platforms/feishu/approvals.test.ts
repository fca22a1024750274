/** The approval centre on the wire: the definition, entries, and what their failures mean. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callbackKeys } from '../../../src/bot/platforms/feishu/approvals/keys.ts';
import type { Entry } from '../../../src/bot/cards/card.ts';
import { feishuId } from '../../../src/bot/platforms/feishu/index.ts';
import type { Log } from '../../../src/bot/ports/log.ts';
import { FakeFeishu } from '../../fakes/feishu/fake-feishu.ts';
import { memoryOf } from '../../support/platform-memory.ts';
import { adapterFor, ana, bench, bo, openDoor, quiet, secretKey, type Bench } from './bench.ts';
import { at, both, message, place, ref, task } from './entries.ts';

let b: Bench;
beforeEach(async () => {
  b = await bench({ approvalCentre: true });
});
afterEach(async () => {
  expect(b.fake.breaches).toEqual([]);
  await b.close();
});

const show = (more: Partial<Entry> = {}) =>
  b.platform.post(place, message(more), { id: 'p', attempt: 1, since: new Date() });
const keys = callbackKeys(secretKey);

describe('entries', () => {
  test('an entry is put there, made true, and put there twice without harm', async () => {
    expect(b.platform.traits.hasInbox).toBe(true);
    expect(await show()).toEqual({ ok: true, value: ref });
    expect(await show()).toEqual({ ok: true, value: ref });
    const ended = { state: 'approved', endedAt: at(5), changedAt: at(5), tasks: [] } as const;
    expect(await b.platform.update(ref, message(ended))).toEqual({ ok: true, value: ref });
    expect(b.fake.centre.sees(bo, 'APR-3')).toMatchObject({ status: 'APPROVED', requester: 'Ana' });
    expect(b.fake.centre.standing('APR-3')).toEqual([]);
  });

  test('people without an account here have no task, and a requester without one is shown by name', async () => {
    const stranger = { name: 'Nina', accounts: [{ platform: feishuId, id: 'not an id' }] };
    await show({
      requester: { name: 'Sam', accounts: [] },
      tasks: [task, { ...task, key: 'APR-3.1.0.li.nina.k', person: stranger }],
    });
    expect(b.fake.centre.standing('APR-3')).toEqual([`${bo} PENDING`]);
    expect(b.fake.centre.sees(bo, 'APR-3')?.requester).toBe('Sam');
  });

  test('what is too long or too many is cut to what a list takes', async () => {
    const many = Array.from({ length: 320 }, (_, n) => ({ ...task, key: `APR-3.1.0.li.bo.${n}` }));
    const facts = Array.from({ length: 9 }, () => ({ label: both('长'.repeat(400)), value: both('说'.repeat(9000)) }));
    expect(await show({ title: both('题'.repeat(5000)), facts, tasks: many })).toMatchObject({ ok: true });
    expect(b.fake.centre.standing('APR-3')).toHaveLength(300);
  });

  test('whether an entry stands as it should can be asked', async () => {
    const stands = (more: Partial<Entry> = {}) => b.platform.stands?.(ref, message(more));
    expect(await stands()).toEqual({ ok: true, value: false });
    await show();
    expect(await stands()).toEqual({ ok: true, value: true });
    expect(await stands({ changedAt: at(9) })).toEqual({ ok: true, value: false });
    expect(await stands({ tasks: [] })).toEqual({ ok: true, value: false });
    b.fake.centre.lose('APR-3');
    expect(await stands()).toEqual({ ok: true, value: false });
  });

  test('the same entry too soon is later, a missing scope is later for the centre alone', async () => {
    await show();
    b.fake.centre.stumble(1);
    expect(await show()).toMatchObject({ ok: false, failure: { verdict: 'later', scope: 'chat', afterMs: 1000 } });
    b.fake.centre.allowed = false;
    expect(await show()).toMatchObject({ ok: false, failure: { verdict: 'later', scope: 'chat' } });
    expect(await b.platform.stands?.(ref, message())).toMatchObject({ ok: false, failure: { verdict: 'later' } });
    expect(b.platform.trouble()).toBeUndefined();
  });

  test('a chat takes no entry, and the centre takes no sentence', async () => {
    const line = { type: 'line', text: ['x'] } as const;
    expect(await b.platform.post(place, line, { id: 'p', attempt: 1, since: new Date() })).toMatchObject({
      ok: false,
      failure: { verdict: 'never' },
    });
  });
});

describe('the definition', () => {
  test('names the bot in both languages, sends decisions to our own route, and is made once', async () => {
    const [[code, definition] = []] = [...b.fake.centre.definitions];
    expect(definition).toMatchObject({
      external: { action_callback_url: `${b.url}/feishu/approvals`, action_callback_token: keys.token },
      viewers: [{ viewer_type: 'TENANT' }],
    });
    const memory = memoryOf(new Map([[`${b.fake.appId}/approval-definition`, code ?? '']]));
    const door = await openDoor();
    const again = adapterFor(b.fake, door, { memory });
    await again.start(async () => ({}));
    expect([...b.fake.centre.definitions.keys()]).toEqual([code]);
    // What an update answers is another code; ours goes on counting.
    expect(await again.post(place, message(), { id: 'p', attempt: 1, since: new Date() })).toMatchObject({ ok: true });
    await again.stop();
    await door.close();
  });

  test('refused at start, the bot runs, the log says so, and the next entry tries again', async () => {
    const fake = new FakeFeishu({ approvalCentre: true });
    await fake.start();
    fake.centre.allowed = false;
    fake.person(ana, { name: 'Ana' });
    fake.person(bo, { name: '王波' });
    const door = await openDoor();
    const said: string[] = [];
    const log: Log = { ...quiet, warn: (_facts: unknown, words?: string) => void said.push(words ?? '') };
    const platform = adapterFor(fake, door, { memory: memoryOf(), log });
    await platform.start(async () => ({}));
    expect(platform.trouble()).toBeUndefined();
    expect(said.join('\n')).toContain('the approval centre does not take our definition');
    fake.centre.allowed = true;
    expect(await platform.post(place, message(), { id: 'p', attempt: 1, since: new Date() })).toMatchObject({
      ok: true,
    });
    await platform.stop();
    await door.close();
    await fake.stop();
  });
});
