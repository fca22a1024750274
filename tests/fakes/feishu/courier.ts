/** Carries events and card callbacks to the bot as the platform does: encrypted, signed, 3 s to answer. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Json } from './workspace.ts';

export type CourierKeys = { readonly appId: string; readonly encryptKey: string; readonly verificationToken: string };

export type Delivered = { readonly status: number; readonly body: unknown };

export class Courier {
  readonly #keys: CourierKeys;
  #target = '';

  constructor(keys: CourierKeys) {
    this.#keys = keys;
  }

  connect(botUrl: string): void {
    this.#target = botUrl.replace(/\/+$/, '');
  }

  /** The body of one delivery; sending it twice is a repeated delivery of the same gesture. */
  seal(type: string, event: Json): string {
    const envelope = {
      schema: '2.0',
      header: {
        event_id: randomBytes(16).toString('hex'),
        token: this.#keys.verificationToken,
        create_time: String(type === 'card.action.trigger' ? Date.now() * 1000 : Date.now()),
        event_type: type,
        tenant_key: 'faketenant000000',
        app_id: this.#keys.appId,
      },
      event,
    };
    return JSON.stringify({ encrypt: encrypt(JSON.stringify(envelope), this.#keys.encryptKey) });
  }

  /** Status 504 when the bot did not answer within 3 s, 503 when it could not be reached. */
  carry(path: '/feishu/events' | '/feishu/cards', body: string): Promise<Delivered> {
    return this.#post(path, body, sign(body, this.#keys.encryptKey), 3000);
  }

  /** The same for the approval centre, which does not sign and waits for 10 s. */
  bring(path: string, body: string): Promise<Delivered> {
    return this.#post(path, body, {}, 10_000);
  }

  async #post(path: string, body: string, signature: Record<string, string>, ms: number): Promise<Delivered> {
    try {
      const response = await fetch(`${this.#target}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...signature },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ms),
      });
      return { status: response.status, body: parse(await response.text()) };
    } catch (error) {
      return { status: error instanceof Error && error.name === 'TimeoutError' ? 504 : 503, body: undefined };
    }
  }
}

/** https://open.feishu.cn/document/event-subscription-guide : IV in front, AES-256-CBC, base64. */
export function encrypt(text: string, encryptKey: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

export function sign(
  body: string,
  encryptKey: string,
  timestamp = Math.floor(Date.now() / 1000),
): Record<string, string> {
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${body}`).digest('hex');
  return {
    'x-lark-request-timestamp': String(timestamp),
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
