/** Only what the platform has signed and encrypted with our keys is opened. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decryptText, open } from '../../../src/bot/platforms/feishu/inbound/verify.ts';
import { encrypt, sign } from '../../fakes/feishu/courier.ts';
import { fixture } from './bench.ts';

const vectors = fixture('vector-aes-256-cbc') as { encrypt_key: string; encrypt: string; plain: string }[];
const keys = { appId: 'cli_a1b2c3d4e5f60718', encryptKey: 'test key', verificationToken: 'VERIFICATION_TOKEN' };
const now = new Date(1_700_000_000_000);
const unsigned = { timestamp: undefined, nonce: undefined, signature: undefined };

function signed(body: string, at = now.getTime() / 1000, key = keys.encryptKey) {
  const headers = sign(body, key, at);
  return {
    timestamp: headers['x-lark-request-timestamp'],
    nonce: headers['x-lark-request-nonce'],
    signature: headers['x-lark-signature'],
  };
}

const sealed = (content: unknown, key = keys.encryptKey) =>
  JSON.stringify({ encrypt: encrypt(JSON.stringify(content), key) });
const envelope = (token = keys.verificationToken, app = keys.appId) => ({
  schema: '2.0',
  header: { event_id: 'e', event_type: 'x', token, app_id: app },
  event: {},
});
const openNow = (body: string, signature = signed(body)) => open(Buffer.from(body), signature, keys, now);

test.each(vectors)(
  'a published example decrypts to its published text ($encrypt_key)',
  ({ encrypt_key, encrypt, plain }) => {
    expect(decryptText(encrypt, encrypt_key)).toBe(plain);
  },
);

test('a captured delivery is opened, and its signature is the documented one', () => {
  const wire = fixture('wire-webhook-encrypted-signed-request') as { headers: Record<string, string>; body: string };
  const timestamp = wire.headers['x-lark-request-timestamp'] ?? '';
  const nonce = wire.headers['x-lark-request-nonce'] ?? '';
  const signature = wire.headers['x-lark-signature'] ?? '';
  expect(createHash('sha256').update(`${timestamp}${nonce}test key${wire.body}`).digest('hex')).toBe(signature);

  const plain = decryptText((JSON.parse(wire.body) as { encrypt: string }).encrypt, 'test key') ?? '';
  const { header } = JSON.parse(plain) as { header: { app_id: string; token: string } };
  const wireKeys = { appId: header.app_id, encryptKey: 'test key', verificationToken: header.token };
  const opened = open(Buffer.from(wire.body), { timestamp, nonce, signature }, wireKeys, now);
  expect(opened).toMatchObject({ kind: 'envelope' });
});

test('a signed delivery for this app is opened', () => {
  expect(openNow(sealed(envelope()))).toEqual({ kind: 'envelope', envelope: envelope() });
});

test('the signature covers the bytes as sent, spaces and escapes included', () => {
  const body = `  ${sealed(envelope()).replace('{', '{ \n')} `;
  expect(openNow(body)).toMatchObject({ kind: 'envelope' });
  expect(openNow(body, signed(body.trim()))).toMatchObject({ kind: 'refused', status: 401 });
});

test.each([
  ['unsigned', sealed(envelope()), unsigned],
  ['signed with another key', sealed(envelope()), signed(sealed(envelope()), now.getTime() / 1000, 'other')],
  ['of ten minutes ago', sealed(envelope()), undefined, -600],
  ['from the future', sealed(envelope()), undefined, 600],
  ['encrypted with another key', sealed(envelope(), 'other key')],
  ['with another verification token', sealed(envelope('guessed'))],
  ['of another app', sealed(envelope(undefined, 'cli_other'))],
  ['not encrypted', JSON.stringify(envelope())],
  ['too short to hold anything', '{"encrypt":"AAAA"}'],
  ['of an old kind without the token', sealed({ type: 'event_callback', token: 'guessed', event: {} })],
])('a delivery %s is refused as unauthorized', (_name, body, signature?, shift = 0) => {
  const given = signature ?? signed(body, now.getTime() / 1000 + shift);
  expect(openNow(body, given)).toMatchObject({ kind: 'refused', status: 401 });
});

test.each(['', 'nonsense', 'null', '[]', '"text"', '{"encrypt"'])(
  'a delivery that is no JSON object is malformed: %s',
  (body) => {
    expect(openNow(body)).toMatchObject({ kind: 'refused', status: 400 });
  },
);

test('the address check is answered without a signature when it knows the inner token', () => {
  const check = (token: string) => sealed({ type: 'url_verification', challenge: 'c-1', token });
  expect(openNow(check(keys.verificationToken), unsigned)).toEqual({ kind: 'challenge', challenge: 'c-1' });
  expect(openNow(check('guessed'), unsigned)).toMatchObject({ kind: 'refused', status: 401 });
});

test('an address check in the clear is refused: anybody could have sent it', () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c-1', token: keys.verificationToken });
  expect(openNow(body, unsigned)).toMatchObject({ kind: 'refused', status: 401 });
});
