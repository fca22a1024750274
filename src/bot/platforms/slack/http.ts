/** The door in front of Bolt: reads the raw body, lets in only what Slack signed just now, and answers what Bolt would leave open. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { isForm, parseBody, sortOf } from './inbound/body.ts';
import { signatureTrouble } from './inbound/verify.ts';
import { bodyBytes } from './limits.ts';

type Door = {
  readonly signingSecret: string;
  readonly realTime: Clock;
  readonly log: Log;
  /** Bolt's own listener, or undefined while we do not yet know who the bot is. */
  readonly listener: () => ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
};

/** Beyond this nothing is read any more, not even to be thrown away. */
const patienceBytes = 8 * bodyBytes;

export function door({ signingSecret, realTime, log, listener }: Door) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await readRaw(request);
    if (raw === 'aborted') return;
    if (raw === 'too large') return refuse(response, 413);

    const trouble = signatureTrouble(request.headers, raw, signingSecret, realTime.now());
    if (trouble !== undefined) {
      log.warn({ trouble }, 'refused a request that Slack did not sign');
      return refuse(response, 401);
    }

    const type = request.headers['content-type'] ?? '';
    const body = parseBody(raw, type);
    if (!body) return refuse(response, 400);
    const sort = sortOf(body);
    if (sort === 'unknown') {
      // Such as app_rate_limited: nothing to do, but Slack must get its answer.
      log.warn({ type: String(body['type']) }, 'ignored a body of unknown type');
      return refuse(response, 200);
    }

    const pass = listener();
    if (!pass) return refuse(response, 503);
    // Bolt compares the type as a whole and knows no charset.
    if (isForm(type)) request.headers['content-type'] = 'application/x-www-form-urlencoded';
    pass(Object.assign(request, { rawBody: raw }), response);
    await finished(response).catch(() => {});
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
}

/** The whole body. What is too large is read to its end so that the sender hears why it was refused. */
async function readRaw(request: IncomingMessage): Promise<Buffer | 'too large' | 'aborted'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > patienceBytes) break;
      if (bytes <= bodyBytes) chunks.push(part);
    }
  } catch {
    return 'aborted';
  }
  return bytes > bodyBytes ? 'too large' : Buffer.concat(chunks);
}
