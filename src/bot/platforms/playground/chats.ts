/** How the playground names its conversations. */
import type { Chat, Place } from '../../ports/platform.ts';

export const directChat = (account: string): string => `dm:${account}`;
export const homeChat = (account: string): string => `home:${account}`;
/** Forms and cards for one person alone. They stand here so that their buttons can be looked up like any other. */
export const ownChat = (account: string): string => `own:${account}`;

const PRIVATE = ['dm:', 'home:', 'own:'] as const;

export const isOwn = (chat: string): boolean => chat.startsWith('own:');

export function chatOf(place: Exclude<Place, { type: 'inbox' }>): string {
  switch (place.type) {
    case 'chat':
      return place.chat;
    case 'person':
      return directChat(place.account);
    case 'home':
      return homeChat(place.account);
  }
}

export function isPrivate(chat: string): boolean {
  return PRIVATE.some((prefix) => chat.startsWith(prefix));
}

/** A private conversation is closed to everyone but its owner; who is in a room, the page knows from the firm. */
export function mayEnter(account: string, chat: string): boolean {
  return !isPrivate(chat) || PRIVATE.some((prefix) => chat === `${prefix}${account}`);
}

/** What the engine is told: a private sheet of somebody counts as their direct chat. */
export function asChat(account: string, chat: string): Chat {
  return isPrivate(chat) ? { id: directChat(account), kind: 'direct' } : { id: chat, kind: 'group' };
}
