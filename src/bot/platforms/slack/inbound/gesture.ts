/** What Slack told us, as the engine understands it, together with the ways it can be answered. */
import type { Chat, Inbound } from '../../../ports/platform.ts';
import type { Origin } from '../wish-codec.ts';

/** How the person who acted can be told something. */
export type Way = {
  readonly kind: 'event' | 'command' | 'press' | 'submission';
  readonly account: string;
  readonly chat?: Chat;
  /** Good for 3 s and one modal. */
  readonly trigger?: string;
  /** Good for 30 minutes and 5 answers. */
  readonly answerAt?: string;
  /** The modal the gesture was made in. */
  readonly view?: { readonly id: string; readonly title: string; readonly inputs: readonly string[] };
  /** Where the modal was opened from. */
  readonly origin?: Origin;
};

export type Gesture =
  | { readonly heard: true; readonly inbound: Inbound; readonly way: Way }
  | { readonly heard: false; readonly why: string };

export function ignored(why: string): Gesture {
  return { heard: false, why };
}

/** D… is a direct chat, C… and G… are rooms. https://docs.slack.dev/apis/web-api/using-the-conversations-api */
export function chatOf(id: string): Chat {
  return { id, kind: id.startsWith('D') ? 'direct' : 'group' };
}

/** Only the members that are there: an optional member must be absent, not undefined. */
export function given<T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}
