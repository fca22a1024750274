/** Whether a request was really signed by Slack, just now. https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { signatureAgeMs } from '../limits.ts';

/** Undefined when the signature holds; else why not. Bolt alone would let timestamps of the future pass. */
export function signatureTrouble(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: string,
  now: Date,
): string | undefined {
  const signature = headers['x-slack-signature'];
  const timestamp = headers['x-slack-request-timestamp'];
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'no signature';
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'no timestamp';
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > signatureAgeMs) return 'stale or future timestamp';
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(Buffer.from(signature.slice(3), 'hex'), expected) ? undefined : 'signature mismatch';
}
