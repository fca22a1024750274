/**
 * Opens a delivery: signature on the raw bytes, freshness, decryption, token, app. Fails closed at every step.
 * https://open.feishu.cn/document/event-subscription-guide/event-subscriptions/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { signatureWindowMs } from '../limits.ts';

export type Keys = { readonly appId: string; readonly encryptKey: string; readonly verificationToken: string };

export type Signature = {
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  readonly signature: string | undefined;
};

export type Opened =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'envelope'; readonly envelope: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly why: string };

const sealedShape = z.object({ encrypt: z.string().min(1) });
const challengeShape = z.object({ type: z.literal('url_verification'), challenge: z.string(), token: z.string() });
const headShape = z.object({
  header: z.object({ token: z.string(), app_id: z.string() }).optional(),
  token: z.string().optional(),
});

export function open(raw: Buffer, signed: Signature, keys: Keys, now: Date): Opened {
  const body = parseJson(raw.toString('utf8'));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(400, 'not a JSON object');

  const sealed = sealedShape.safeParse(body);
  const doubt = doubtOf(raw, signed, keys, now);
  const content = sealed.success ? decrypt(sealed.data.encrypt, keys.encryptKey) : body;

  // The address check is encrypted but never signed; only who knows the inner token gets an answer.
  const challenge = challengeShape.safeParse(content);
  if (sealed.success && challenge.success && sameSecret(challenge.data.token, keys.verificationToken)) {
    return { kind: 'challenge', challenge: challenge.data.challenge };
  }

  if (doubt) return refuse(401, doubt);
  if (!sealed.success) return refuse(401, 'not encrypted although a key is set');
  if (content === undefined) return refuse(401, 'does not decrypt');
  if (!isOurs(content, keys)) return refuse(401, 'not for this app');
  return { kind: 'envelope', envelope: content };
}

/** Why the signature does not convince, or undefined. */
function doubtOf(raw: Buffer, signed: Signature, keys: Keys, now: Date): string | undefined {
  const { timestamp, nonce, signature } = signed;
  if (!timestamp || !nonce || !signature) return 'no signature';
  const expected = createHash('sha256')
    .update(timestamp + nonce + keys.encryptKey)
    .update(raw)
    .digest('hex');
  if (!sameSecret(signature, expected)) return 'wrong signature';
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000);
  return age <= signatureWindowMs ? undefined : 'signed too long ago';
}

/** Hashing first makes lengths equal, so that the comparison takes the same time whatever is compared. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Undefined when it does not decrypt or holds no JSON: both only mean that it was not made with our key. */
function decrypt(sealed: string, encryptKey: string): unknown {
  const text = decryptText(sealed, encryptKey);
  return text === undefined ? undefined : parseJson(text);
}

/** AES-256-CBC, the key is the SHA-256 of the Encrypt Key, the first 16 bytes are the initialisation vector. */
export function decryptText(sealed: string, encryptKey: string): string | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const key = createHash('sha256').update(encryptKey).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Envelopes of schema 1.0 carry the token at the top and name no app in a fixed place. */
function isOurs(content: unknown, keys: Keys): boolean {
  const head = headShape.safeParse(content);
  if (!head.success) return false;
  const { header, token } = head.data;
  if (header) return sameSecret(header.token, keys.verificationToken) && header.app_id === keys.appId;
  return token !== undefined && sameSecret(token, keys.verificationToken);
}

function refuse(status: 400 | 401, why: string): Opened {
  return { kind: 'refused', status, why };
}

/** Undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
