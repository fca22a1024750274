/** The webhook: one delivery in, one answer out, whatever the other side sends. The SDK's own dispatcher fails open and is not used. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { RawHandler } from '../../ports/http.ts';
import type { Log } from '../../ports/log.ts';
import type { Opened, Signature } from './inbound/verify.ts';
import { bodyBytes } from './limits.ts';

/** What the adapter does with an opened delivery. */
export type Answerer = {
  readonly open: (raw: Buffer, signed: Signature) => Opened;
  /** `left` ends when the answer has gone out, or cannot any more. */
  readonly answer: (
    envelope: unknown,
    left: Promise<unknown>,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
};

export function webhook({ open, answer }: Answerer, log: Log): RawHandler {
  return async (request, response) => {
    const left = finished(response).catch(() => undefined);
    try {
      const raw = await readBody(request);
      if (raw === undefined) return reply(response, 413, { error: 'too large' });
      const opened = open(raw, signatureOf(request));
      if (opened.kind === 'challenge') return reply(response, 200, { challenge: opened.challenge });
      if (opened.kind === 'refused') {
        log.warn({ status: opened.status, why: opened.why }, 'a delivery was refused');
        return reply(response, opened.status, { error: opened.why });
      }
      const { status, body } = await answer(opened.envelope, left);
      reply(response, status, body);
    } catch (error) {
      // The sender went away, or a bug: either way the platform delivers again.
      log.error({ error: String(error) }, 'a delivery could not be handled');
      reply(response, 500, { error: 'try again' });
    }
  };
}

/** Undefined when it is too large; the rest is read and dropped, so that the sender lives to see the answer. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const bytes of request as AsyncIterable<Buffer>) {
    size += bytes.length;
    if (size > bodyBytes * 8) break;
    if (size <= bodyBytes) chunks.push(bytes);
  }
  return size > bodyBytes ? undefined : Buffer.concat(chunks);
}

function signatureOf(request: IncomingMessage): Signature {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return {
    timestamp: header('x-lark-request-timestamp'),
    nonce: header('x-lark-request-nonce'),
    signature: header('x-lark-signature'),
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}
