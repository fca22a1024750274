/**
 * The reference: what the bot's durable intake would cost with nothing of the bot in it. A plain `node:http` server, the same signature
 * checks and decryption, and one SQL statement by plain `pg` that writes the same rows, the hash chain included.
 */
import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { keys } from './gestures.ts';
import { fill, type Template } from './template.ts';

export type Templates = Readonly<Record<'slackSubmit' | 'feishuSubmit' | 'slackPress' | 'feishuPress', Template>>;

const [url = '', file = ''] = process.argv.slice(2);
const templates = JSON.parse(readFileSync(file, 'utf8')) as Templates;
const pool = new pg.Pool({ connectionString: url, max: 10 });

const same = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

function signedBySlack(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const at = String(headers['x-slack-request-timestamp']);
  const expected = createHmac('sha256', keys.signingSecret).update(`v0:${at}:`).update(body).digest('hex');
  return Math.abs(Date.now() / 1000 - Number(at)) < 300 && same(String(headers['x-slack-signature']), `v0=${expected}`);
}

function openedFromFeishu(headers: IncomingHttpHeaders, body: Buffer): FeishuEnvelope | undefined {
  const [at, nonce] = [String(headers['x-lark-request-timestamp']), String(headers['x-lark-request-nonce'])];
  const expected = createHash('sha256').update(`${at}${nonce}${keys.encryptKey}`).update(body).digest('hex');
  if (!same(String(headers['x-lark-signature']), expected) || Math.abs(Date.now() / 1000 - Number(at)) > 300)
    return undefined;
  const sealed = Buffer.from((JSON.parse(body.toString()) as { encrypt: string }).encrypt, 'base64');
  const key = createHash('sha256').update(keys.encryptKey).digest();
  const decipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, 16));
  const text = Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]).toString('utf8');
  const envelope = JSON.parse(text) as FeishuEnvelope;
  return same(envelope.header.token, keys.verificationToken) ? envelope : undefined;
}

type FeishuEnvelope = {
  readonly header: { readonly event_id: string; readonly token: string };
  readonly event: {
    readonly context: { readonly open_message_id: string };
    readonly action: {
      readonly value?: { readonly d: { readonly approval: string } };
      readonly form_value?: { readonly text___title: string };
    };
  };
};
type SlackPayload = {
  readonly type: string;
  readonly trigger_id: string;
  readonly view?: {
    readonly id: string;
    readonly private_metadata: string;
    readonly state: { readonly values: { readonly _title: { readonly answer: { readonly value: string } } } };
  };
  readonly actions?: readonly [{ readonly value: string }];
};

const digits = (approval: string): string => approval.slice('APR-'.length);

async function keep(name: keyof Templates, blanks: Parameters<typeof fill>[1]): Promise<void> {
  const template = templates[name];
  await pool.query({ name, text: template.sql, values: fill(template, blanks, new Date()) });
}

async function fromSlack(body: Buffer): Promise<void> {
  const payload = JSON.parse(new URLSearchParams(body.toString()).get('payload') ?? '{}') as SlackPayload;
  if (payload.view) {
    return keep('slackSubmit', {
      key: `view:${payload.view.id}`,
      title: payload.view.state.values._title.answer.value,
    });
  }
  const { input } = JSON.parse(payload.actions?.[0].value ?? '{}') as { input: { approval: string } };
  return keep('slackPress', { key: `press:${payload.trigger_id}`, title: 'press', record: digits(input.approval) });
}

async function fromFeishu({ header, event }: FeishuEnvelope): Promise<void> {
  const { form_value: form, value } = event.action;
  const message = event.context.open_message_id;
  if (form) return keep('feishuSubmit', { key: header.event_id, title: form.text___title, message });
  return keep('feishuPress', { key: header.event_id, title: 'press', record: digits(value?.d.approval ?? '') });
}

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const answer = async (): Promise<number> => {
      if (request.url === '/slack/events') {
        if (!signedBySlack(request.headers, body)) return 401;
        await fromSlack(body);
        return 200;
      }
      const envelope = openedFromFeishu(request.headers, body);
      if (!envelope) return 401;
      await fromFeishu(envelope);
      return 200;
    };
    answer().then(
      (status) => response.writeHead(status, { 'content-type': 'application/json' }).end('{}'),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        response.writeHead(500).end();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
