/** The doors of the bot on the wire: nothing unsigned, stale, malformed or too large gets in, and the process lives on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encrypt, sign } from '../fakes/feishu/courier.ts';
import type { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { World } from '../support/world.ts';
import { slackHeaders } from './old-cards.ts';

const MINUTE_MS = 60_000;
let world: World;
beforeAll(async () => {
  world = await World.begin({ platform: 'slack', also: 'feishu' });
});
afterAll(async () => {
  const alive = await fetch(`${world.botUrl}/healthz`);
  expect(alive.status).toBe(200);
  expect(await world.rows('SELECT key FROM v_inbox')).toEqual([]);
  await world.end();
});

async function status(path: string, headers: Record<string, string>, body: string): Promise<number> {
  const response = await fetch(`${world.botUrl}${path}`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

describe('/slack/events', () => {
  const words = { type: 'message', user: 'U0WANG', channel: 'D0WANG', channel_type: 'im', ts: '1.1', text: '帮助' };
  const event = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event: words });
  const json = { 'content-type': 'application/json' };
  const secret = (): string => world.chatOn('slack').settings['SLACK_SIGNING_SECRET'] ?? '';
  const signed = (body: string, at?: number) => ({ ...json, ...slackHeaders(body, secret(), at) });

  test('without a signature, or with somebody else’s', async () => {
    expect(await status('/slack/events', json, event)).toBe(401);
    expect(await status('/slack/events', { ...json, ...slackHeaders(event, 'guessed') }, event)).toBe(401);
    expect(await status('/slack/events', signed('{}'), event)).toBe(401);
    expect(await status('/slack/events', { ...signed(event), 'x-slack-request-timestamp': 'soon' }, event)).toBe(401);
  });

  test('signed six minutes ago, or six minutes from now', async () => {
    for (const minutes of [-6, 6])
      expect(await status('/slack/events', signed(event, Date.now() + minutes * MINUTE_MS), event)).toBe(401);
  });

  test('signed, but no message at all', async () => {
    for (const body of ['', '{', '[]', 'null', '"words"', 'payload=%7B'])
      expect(await status('/slack/events', signed(body), body)).toBe(400);
    const form = { ...slackHeaders('payload=%7B', secret()), 'content-type': 'application/x-www-form-urlencoded' };
    expect(await status('/slack/events', form, 'payload=%7B')).toBe(400);
  });

  test('larger than a megabyte', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_100_000) });
    expect(await status('/slack/events', signed(body), body)).toBe(413);
  });

  test('asked for in another way than by POST', async () => {
    expect((await fetch(`${world.botUrl}/slack/events`)).status).toBe(405);
  });
});

describe.each(['/feishu/events', '/feishu/cards'])('%s', (path) => {
  const fake = (): FakeFeishu => world.chatOn('feishu') as FakeFeishu;
  const seal = (content: unknown): string =>
    JSON.stringify({ encrypt: encrypt(JSON.stringify(content), fake().encryptKey) });
  const event = (): string => fake().courier.seal('im.message.receive_v1', {});
  const signed = (body: string, seconds?: number): Record<string, string> => sign(body, fake().encryptKey, seconds);

  test('without a signature, or with somebody else’s', async () => {
    const body = event();
    expect(await status(path, {}, body)).toBe(401);
    expect(await status(path, sign(body, 'guessed'), body)).toBe(401);
    expect(await status(path, signed('{}'), body)).toBe(401);
  });

  test('signed six minutes ago, or six minutes from now', async () => {
    const body = event();
    for (const minutes of [-6, 6])
      expect(await status(path, signed(body, Math.floor(Date.now() / 1000) + minutes * 60), body)).toBe(401);
  });

  test('for another app, with another token, or not encrypted', async () => {
    const header = { event_id: 'e', event_type: 'im.message.receive_v1', token: 'other', app_id: fake().appId };
    const other = seal({ schema: '2.0', header, event: {} });
    expect(await status(path, signed(other), other)).toBe(401);
    const open = JSON.stringify({ schema: '2.0', header: { ...header, token: fake().verificationToken }, event: {} });
    expect(await status(path, signed(open), open)).toBe(401);
  });

  test('signed, but no message at all', async () => {
    for (const body of ['', '{', '[]', 'null']) expect(await status(path, signed(body), body)).toBe(400);
    expect(await status(path, signed(event()), event())).toBeGreaterThanOrEqual(400);
    const odd = event();
    expect(await status(path, signed(odd), odd)).toBe(400);
  });

  test('larger than a megabyte', async () => {
    const body = JSON.stringify({ encrypt: 'x'.repeat(1_100_000) });
    expect(await status(path, signed(body), body)).toBe(413);
  });
});
