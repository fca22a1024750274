/** What the playground's routes refuse: foreign websites, other formats, junk, too much of it, and rooms one is not in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StageSet, stage } from './stage/index.ts';

const KEY = '7f1f7a52-0000-4000-a000-000000000001';
let set: StageSet;
beforeAll(async () => {
  set = await stage();
});
afterAll(() => set.close());

async function say(body: unknown, headers: Record<string, string> = {}, as = 'wang'): Promise<number> {
  const response = await fetch(`${set.url}/playground/say?as=${as}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return response.status;
}

const words = { key: KEY, chat: 'dm:wang', text: '你好' };

test('the page itself and programs on this machine may post, a foreign website may not', async () => {
  expect(await say(words)).toBe(200);
  expect(await say(words, { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' })).toBe(200);
  expect(await say(words, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await say(words, { origin: 'http://evil.example' })).toBe(403);
  expect(await say(words, { origin: set.url })).toBe(200);
});

test('other formats and junk are refused', async () => {
  expect(await say(words, { 'content-type': 'text/plain' })).toBe(415);
  expect(await say('{')).toBe(400);
  expect(await say({ ...words, key: 'no key' })).toBe(400);
  expect(await say({ ...words, text: ' ' })).toBe(400);
  expect(await say({ ...words, text: '长'.repeat(40_000) })).toBe(200);
});

test('nobody speaks in a room they are not in, or in somebody else’s chat', async () => {
  expect(await say({ ...words, chat: 'strategy' })).toBe(200);
  expect(await say({ ...words, chat: 'data' })).toBe(400);
  expect(await say({ ...words, chat: 'dm:li' })).toBe(400);
});

test('an account nobody has is a stranger, never somebody else', async () => {
  const before = set.script.heard.length;
  expect(await say({ ...words, chat: 'dm:nobody' }, {}, 'nobody')).toBe(200);
  expect(set.script.heard.slice(before)).toMatchObject([{ speaker: { account: 'nobody', name: 'nobody' } }]);
});

test('the page allows scripts and styles of its own only', async () => {
  const { headers } = await fetch(set.url);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  const html = await (await fetch(`${set.url}/?as=${encodeURIComponent('"><script>x')}&say=%3Cscript%3E`)).text();
  expect(html).not.toMatch(/<script>|style="/);
});

// Last, because the server hangs up on whoever sends too much.
test('too much is refused', async () => {
  expect(await say({ ...words, text: 'x'.repeat(1_100_000) })).toBe(413);
});
