/** Whose press it is: the approval centre names people by `user_id`, everything else here by `open_id`. Asked of the contacts, remembered for a while. */
import type { Clock } from '../../../ports/clock.ts';
import { rememberedUserMs, rememberedUsers } from '../limits.ts';

/** Answers the `open_id`. Rejects when the platform does not tell. */
export type Who = (userId: string) => Promise<string>;

/** Not for ever: a `user_id` can be given to somebody else (https://open.feishu.cn/document/server-docs/contact-v3/user/field-overview). */
export function whoIs(ask: Who, realTime: Clock): Who {
  const known = new Map<string, { readonly openId: string; readonly until: number }>();
  return async (userId) => {
    const now = realTime.now().getTime();
    const remembered = known.get(userId);
    if (remembered && remembered.until > now) return remembered.openId;
    const openId = await ask(userId);
    known.delete(userId);
    known.set(userId, { openId, until: now + rememberedUserMs });
    const [oldest] = known.keys();
    if (known.size > rememberedUsers && oldest !== undefined) known.delete(oldest);
    return openId;
  };
}
