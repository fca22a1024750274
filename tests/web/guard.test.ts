/** What the playground's routes refuse: foreign websites, other formats, junk, too much of it, and rooms one is not in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../support/world.ts';
import { type Line, lineTo } from './line.ts';
import { exampleFirm } from './visitor.ts';

const KEY = '7f1f7a52-0000-4000-a000-000000000001';
const OTHER_KEY = '7f1f7a52-0000-4000-a000-000000000002';
let world: World;
beforeAll(async () => {
  world = await World.begin({ platform: 'playground', firm: exampleFirm });
});
afterAll(() => world.end());

async function say(body: unknown, headers: Record<string, string> = {}, as = 'wang'): Promise<number> {
  const response = await fetch(`${world.botUrl}/playground/say?as=${as}`, {
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
  expect(await say(words, { origin: world.botUrl })).toBe(200);
});

test('other formats and junk are refused', async () => {
  expect(await say(words, { 'content-type': 'text/plain' })).toBe(415);
  expect(await say('{')).toBe(400);
  expect(await say({ ...words, key: 'no key' })).toBe(400);
  expect(await say({ ...words, text: ' ' })).toBe(400);
  expect(await say({ ...words, text: '长'.repeat(40_000) })).toBe(200);
});

test('nobody speaks in a room they are not in, or in somebody else’s chat', async () => {
  expect(await say({ ...words, chat: 'room-strategy' })).toBe(200);
  expect(await say({ ...words, chat: 'room-digital' })).toBe(400);
  expect(await say({ ...words, chat: 'dm:li' })).toBe(400);
});

test('an account nobody has is a stranger, never somebody else', async () => {
  expect(await say({ ...words, key: OTHER_KEY, chat: 'dm:nobody' }, {}, 'nobody')).toBe(200);
  expect(await world.rows('SELECT actor, outcome FROM v_inbox WHERE key LIKE $1', [`%${OTHER_KEY}`])).toEqual([
    { actor: 'playground-nobody', outcome: 'refused' },
  ]);
  expect(await say({ ...words, chat: 'dm:wang' }, {}, 'nobody')).toBe(400);
});

test('what cannot be committed is a server error in words, and the browser may send it again', async () => {
  const lines: Line[] = [];
  const between = async (databaseUrl: string): Promise<string> => {
    const line = await lineTo(databaseUrl);
    lines.push(line);
    return line.url;
  };
  const cut = await World.begin({ platform: 'playground', firm: exampleFirm, between });
  await Promise.all(lines.map((line) => line.close()));
  const response = await fetch(`${cut.botUrl}/playground/say?as=wang`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(words),
  });
  expect([response.status, await response.json()]).toMatchObject([503, { toast: { tone: 'bad' } }]);
  await cut.end();
});

test('the page allows scripts and styles of its own only', async () => {
  const { headers } = await fetch(world.botUrl);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  const html = await (await fetch(`${world.botUrl}/?as=${encodeURIComponent('"><script>x')}&say=%3Cscript%3E`)).text();
  expect(html).not.toMatch(/<script>|style="/);
});

// Last, because the server hangs up on whoever sends too much.
test('too much is refused', async () => {
  expect(await say({ ...words, text: 'x'.repeat(1_100_000) })).toBe(413);
});
