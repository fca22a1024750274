/**
 * A yes or a no that was said in the approval centre: opened, checked, and read as a gesture.
 * https://open.feishu.cn/document/server-docs/approval-v4/external_approval/quick-approval-callback
 */
import { z } from 'zod';
import type { Inbound } from '../../../ports/platform.ts';
import { decryptText, type Opened, parseJson, sameSecret } from '../inbound/verify.ts';
import { readContext } from './context.ts';
import type { CallbackKeys } from './keys.ts';

const sealedShape = z.object({ encrypt: z.string().min(1) });
const tokenShape = z.object({ token: z.string() });

/** From the list come `instance_id` and `task_id`, from a search `id` instead. An empty text is none. */
const optional = z
  .string()
  .max(2000)
  .nullish()
  .transform((text) => (text === '' || text === null ? undefined : text));
const pressShape = z
  .object({
    action_type: z.enum(['APPROVE', 'REJECT']),
    action_context: optional,
    /** Goes into a path: the spelling is checked here. An administrator may have chosen it. */
    user_id: z.string().regex(/^(?!\.+$)[\w.@+-]{1,64}$/),
    instance_id: optional,
    task_id: optional,
    id: optional,
    reason: z.string().max(20_000).nullish(),
  })
  .transform(({ task_id, id, ...press }) => ({ ...press, task: task_id ?? id }));

export type Press = z.output<typeof pressShape>;

/** Encrypted as events are, with the definition's own key; the token inside says that it is from the approval centre. */
export function openCallback(raw: Buffer, { token, key }: CallbackKeys): Opened {
  const body = parseJson(raw.toString('utf8'));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(400, 'not a JSON object');
  const sealed = sealedShape.safeParse(body);
  const text = sealed.success ? decryptText(sealed.data.encrypt, key) : undefined;
  const content = sealed.success ? (text === undefined ? undefined : parseJson(text)) : body;
  const told = tokenShape.safeParse(content);
  if (!told.success) return refuse(401, sealed.success ? 'does not decrypt' : 'no token');
  if (!sameSecret(told.data.token, token)) return refuse(401, 'wrong token');
  return { kind: 'envelope', envelope: content };
}

function refuse(status: 400 | 401, why: string): Opened {
  return { kind: 'refused', status, why };
}

export function readPress(content: unknown): Press | undefined {
  const press = pressShape.safeParse(content);
  return press.success ? press.data : undefined;
}

/**
 * The press as a gesture of this account. Undefined when the task is none of ours. One task, answered one way by one person in one
 * state of the entry, is one gesture, however often it arrives: the platform gives presses no id.
 */
export function gestureOf(press: Press, account: string): Inbound | undefined {
  const context = readContext(press.action_context);
  // A key begins with the number of its entry.
  const entry = press.instance_id ?? press.task?.split('.', 1)[0];
  if (!context || entry === undefined || press.task?.startsWith(`${entry}.`) !== true) return undefined;
  const reason = press.reason?.trim() ?? '';
  // A no that came without its reason comes again with one: that is not the same gesture.
  const said = press.action_type === 'REJECT' && reason === '' ? 'REJECT-UNSAID' : press.action_type;
  const key = ['approval-centre', press.task, said, account, context.at].join('/');
  const gesture = { key, speaker: { account }, entry };
  if (press.action_type === 'APPROVE') return { kind: 'pressed', ...gesture, wish: context.approve };
  return { kind: 'submitted', ...gesture, wish: context.reject, fields: reason === '' ? {} : { reason } };
}
