/** The door: only what Slack signed just now comes in, and whatever comes, the bot lives on. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench, secret } from './bench.ts';
import challenge from '../../fixtures/slack/samples/http.url_verification.json' with { type: 'json' };
import limited from '../../fixtures/slack/samples/http.app_rate_limited.json' with { type: 'json' };

let one: Bench;
beforeAll(async () => {
  one = await bench();
});
afterAll(() => one.end());

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
type Letter = { readonly body: string; readonly type?: string; readonly ageSeconds?: number; readonly key?: string };

async function post({ body, type = json, ageSeconds = 0, key = secret }: Letter, headers: Record<string, string> = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const signed = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
  return fetch(`${one.url}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...signed, ...headers },
  });
}
const status = async (letter: Letter, headers: Record<string, string> = {}) => (await post(letter, headers)).status;
const event = (inner: unknown) => JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event: inner });
const hello = event({ type: 'message', channel: 'D0ANN', channel_type: 'im', user: 'U0ANN', ts: '1.2', text: 'hello' });

test('Slack’s challenge is answered', async () => {
  const response = await post({ body: JSON.stringify(challenge) });
  expect(await response.json()).toEqual({ challenge: challenge.challenge });
});

describe('what Slack did not sign is refused with 401', () => {
  test.each([
    ['signed with another secret', { body: hello, key: 'someone else' }, {}],
    ['older than five minutes', { body: hello, ageSeconds: 301 }, {}],
    ['from the future', { body: hello, ageSeconds: -310 }, {}],
    ['without a signature', { body: hello }, { 'x-slack-signature': '' }],
    ['with a signature of another kind', { body: hello }, { 'x-slack-signature': 'v1=abc' }],
    ['without a time', { body: hello }, { 'x-slack-request-timestamp': 'now' }],
    [
      'a certificate check that smuggles something',
      { body: 'ssl_check=1&command=%2Fsteward', type: form, key: 'x' },
      {},
    ],
  ])('%s', async (_, letter, headers) => {
    expect(await status(letter, headers)).toBe(401);
  });

  test('and the engine hears nothing of it', () => {
    expect(one.heard).toEqual([]);
  });
});

test('a body above one megabyte is refused with 413', async () => {
  expect(await status({ body: 'x'.repeat(1024 * 1024 + 1) })).toBe(413);
});

describe('signed but malformed bodies are refused with 400', () => {
  test.each([
    ['broken JSON', '{"type":', json],
    ['JSON that is no object', 'null', json],
    ['a list', '[]', json],
    ['nothing', '', json],
    ['a form with a broken payload', 'payload=%7B', form],
  ])('%s', async (_, body, type) => {
    expect(await status({ body, type })).toBe(400);
  });
});

describe('signed bodies without meaning get their 200 and are ignored', () => {
  test.each([
    ['a notice that too much was sent', JSON.stringify(limited)],
    ['an unknown type', '{"type":"brand_new"}'],
    ['an event that is no object', '{"type":"event_callback","event":"x"}'],
    ['an event of unknown type', event({ type: 'brand_new' })],
    ['a message without a channel', event({ type: 'message', user: 'U0ANN', ts: '1.1' })],
    ['a message with a channel of strange shape', event({ type: 'message', channel: 7, item: 'x', user: { id: 1 } })],
    ['an event about a strange item', event({ type: 'reaction_added', item: 'x' })],
    ['a submitted form without a view', '{"type":"view_submission"}'],
    ['a press without anyone', '{"type":"block_actions","actions":[{}]}'],
    ['a press of nothing', '{"type":"block_actions","actions":"x","user":{"id":"U1"}}'],
  ])('%s', async (_, body) => {
    expect(await status({ body })).toBe(200);
    expect(one.heard).toEqual([]);
  });
});

test('a form with a charset is understood', async () => {
  const body = new URLSearchParams({
    command: '/steward',
    text: '我的',
    user_id: 'U0ANN',
    channel_id: 'D0ANN',
    team_id: 'T1',
    trigger_id: '1.2.3',
  }).toString();
  expect(await status({ body, type: `${form}; charset=utf-8` })).toBe(200);
  expect(one.heard.at(-1)).toMatchObject({ kind: 'said', text: '我的', answers: 'reply' });
});

test('after all of that the bot still hears', async () => {
  expect(await status({ body: hello })).toBe(200);
  expect(one.heard.at(-1)).toMatchObject({ kind: 'said', text: 'hello' });
});
