/** Starting: wrong credentials are said at once, a platform that is away is waited for. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Platform } from '../../../src/bot/ports/platform.ts';
import { reconnectMs } from '../../../src/bot/platforms/feishu/limits.ts';
import { FakeFeishu } from '../../fakes/feishu/fake-feishu.ts';
import { adapterFor, ana, type Door, openDoor } from './bench.ts';

const nobody = async () => ({});
let fake: FakeFeishu;
let door: Door;
let platform: Platform | undefined;

beforeEach(async () => {
  fake = new FakeFeishu();
  await fake.start();
  fake.person(ana, { name: 'Ana' });
  door = await openDoor();
  fake.connect(door.url);
});
afterEach(async () => {
  vi.useRealTimers();
  await platform?.stop();
  await door.close();
  await fake.stop();
});

test('with right credentials there is no trouble', async () => {
  platform = adapterFor(fake, door);
  expect(platform.trouble()).toBe('not started');
  await platform.start(nobody);
  expect(platform.trouble()).toBeUndefined();
});

test('a wrong secret stops the start with a sentence that says what to check', async () => {
  platform = adapterFor(fake, door, { appSecret: 'wrong' });
  await expect(platform.start(nobody)).rejects.toThrow(/FEISHU_APP_SECRET/);
});

test('a platform that is away is trouble, not an end; when it is back the trouble is over', async () => {
  platform = adapterFor(fake, door);
  await fake.stop();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await platform.start(nobody);
  expect(platform.trouble()).toMatch(/cannot be reached.*ECONNREFUSED/);

  await fake.start();
  await vi.advanceTimersByTimeAsync(reconnectMs);
  await vi.waitFor(() => expect(platform?.trouble()).toBeUndefined());
});

test('credentials refused later are trouble, and the post waits', async () => {
  platform = adapterFor(fake, door);
  await platform.start(nobody);
  fake.tokens.rotate('another secret');
  const attempt = { id: 'p', attempt: 1, since: new Date() };
  const result = await platform.post({ type: 'person', account: ana }, { type: 'line', text: ['x'] }, attempt);
  expect(result).toMatchObject({ ok: false, failure: { verdict: 'later', scope: 'app' } });
  expect(platform.trouble()).toMatch(/credentials/);
});
