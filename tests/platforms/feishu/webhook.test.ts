/** The door: whatever is sent to it, it answers as promised and lives on. */
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encrypt, sign } from '../../fakes/feishu/courier.ts';
import { ana, type Bench, bench } from './bench.ts';

let b: Bench;
beforeEach(async () => {
  b = await bench();
});
afterEach(async () => {
  await b.close();
});

async function post(
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${b.url}${path}`, { method: 'POST', body, headers });
  return { status: response.status, body: await response.json() };
}
const signed = (body: string): Record<string, string> => sign(body, b.fake.encryptKey);
const event = (type: string, content: Record<string, unknown>): string => b.fake.courier.seal(type, content);

test('what is encrypted badly and not signed is unauthorized, and the next delivery is served', async () => {
  expect((await post('/feishu/events', '{"encrypt":"AAAA"}')).status).toBe(401);
  expect((await post('/feishu/events', '{"encrypt":"AAAA"}', signed('{"encrypt":"AAAA"}'))).status).toBe(401);
  expect(await b.fake.says(ana, 'help')).toBe(200);
});

test('what is no JSON is malformed, what is too large is too large', async () => {
  expect((await post('/feishu/events', 'nonsense', signed('nonsense'))).status).toBe(400);
  const large = JSON.stringify({ encrypt: 'A'.repeat(1024 * 1024) });
  expect((await post('/feishu/cards', large, signed(large))).status).toBe(413);
  expect(await b.fake.says(ana, 'help')).toBe(200);
});

test('an event that is not as documented is malformed', async () => {
  const body = event('im.message.receive_v1', { message: 'none' });
  expect((await post('/feishu/events', body, signed(body))).status).toBe(400);
});

test('the address check is answered on both addresses', async () => {
  const check = { type: 'url_verification', challenge: 'c-9', token: b.fake.verificationToken };
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(check), b.fake.encryptKey) });
  for (const path of ['/feishu/events', '/feishu/cards']) {
    expect(await post(path, body)).toEqual({ status: 200, body: { challenge: 'c-9' } });
  }
});

test('an event we did not ask for is taken and forgotten', async () => {
  const body = event('contact.user.created_v3', {});
  expect(await post('/feishu/events', body, signed(body))).toEqual({ status: 200, body: {} });
  expect(b.heard).toEqual([]);
});

test('letters cut in two by the network arrive whole', async () => {
  const message = {
    sender: { sender_id: { open_id: ana }, sender_type: 'user' },
    message: {
      message_id: 'om_1',
      chat_id: 'oc_1',
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text: '你好，世界' }),
    },
  };
  const body = Buffer.from(event('im.message.receive_v1', message));
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = request(
      `${b.url}/feishu/events`,
      { method: 'POST', headers: signed(body.toString()) },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sending.on('error', reject);
    for (let at = 0; at < body.length; at += 7) sending.write(body.subarray(at, at + 7));
    sending.end();
  });
  expect(status).toBe(200);
  expect(b.heard).toMatchObject([{ text: '你好，世界' }]);
});

test('a sender who goes away in the middle does no harm', async () => {
  await new Promise<void>((resolve) => {
    const sending = request(`${b.url}/feishu/events`, { method: 'POST', headers: { 'content-length': '1000' } });
    sending.on('error', () => resolve());
    sending.write('{"encrypt":', () => sending.destroy(new Error('gone')));
  });
  expect(await b.fake.says(ana, 'help')).toBe(200);
});

test('an event that could not be kept is refused, and heard again when the platform repeats it', async () => {
  b.replies(new Error('the database is down'));
  expect(await b.fake.says(ana, 'request a study')).toBe(500);
  b.replies({});
  expect(await b.fake.redeliver()).toEqual([200]);
  expect(b.heard.map(({ key }) => key)).toEqual([b.heard[0]?.key, b.heard[0]?.key]);
});

test('after the adapter has stopped, events are left to the next process', async () => {
  await b.platform.stop();
  expect(await b.fake.says(ana, 'help')).toBe(503);
});
