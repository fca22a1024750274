/** The body of a request from Slack as an object, and what sort of thing it is. */
import { z } from 'zod';

export type Body = Readonly<Record<string, unknown>>;

const record = z.record(z.string(), z.unknown());
const interactive = [
  'block_actions',
  'view_submission',
  'view_closed',
  'block_suggestion',
  'message_action',
  'shortcut',
];

/** JSON, a form holding JSON in `payload`, or a flat form (slash commands). Undefined when malformed. */
export function parseBody(raw: Buffer, contentType: string): Body | undefined {
  const text = raw.toString('utf8');
  if (!isForm(contentType)) return parseJson(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parseJson(payload);
}

/** Slack may add a charset, which Bolt does not expect. */
export function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);
}

/** `unknown` bodies must not reach Bolt: it would leave them without an answer until Slack gives up. */
export function sortOf(body: Body): 'challenge' | 'event' | 'command' | 'interactive' | 'unknown' {
  const type = body['type'];
  if (type === 'url_verification') return 'challenge';
  if (type === 'event_callback') return record.safeParse(body['event']).success ? 'event' : 'unknown';
  if (typeof body['command'] === 'string') return 'command';
  return typeof type === 'string' && interactive.includes(type) ? 'interactive' : 'unknown';
}

function parseJson(text: string): Body | undefined {
  try {
    return record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
