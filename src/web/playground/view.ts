/** One look at the playground: who looks, in which language, at which conversation. Read from the address, so that two tabs can be two people. */

import { isPrivate } from '../../bot/platforms/playground/chats.ts';
import type { Reader } from '../../bot/platforms/playground/lines.ts';
import type { Firm } from '../../domain/firm.ts';
import type { Locale } from '../../domain/language.ts';
import { locales } from '../../domain/language.ts';
import { type Conversation, conversationsOf } from './conversations.ts';
import { findPersona, firstPersona, type Persona } from './people.ts';
import { pageWords } from './words.ts';
import type { PageWords } from './words-shape.ts';

export type View = {
  readonly firm: Firm;
  readonly persona: Persona;
  readonly locale: Locale;
  /** The visitor chose the language; else it follows the person. */
  readonly chosen: boolean;
  readonly words: PageWords;
  readonly reader: Reader;
  /** What Steward says to this person alone is in their language, whatever the page's. */
  readonly hearer: Reader;
  readonly conversations: readonly Conversation[];
  readonly open: Conversation;
};

export type Address = { readonly as?: string; readonly in?: string; readonly lang?: string; readonly say?: string };

const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text);

/** Whatever the address says wrong falls back to something that can be shown. */
export function viewOf(firm: Firm, address: Address): View {
  const chosen = isLocale(address.lang) ? address.lang : undefined;
  const account = address.as?.slice(0, 100);
  const persona = account
    ? findPersona(firm, account, chosen ?? firm.locale)
    : firstPersona(firm, chosen ?? firm.locale);
  const locale = chosen ?? persona.locale;
  const conversations = conversationsOf(firm, persona, locale);
  const direct = conversations[0];
  if (!direct) throw new Error('everyone has a direct chat');
  return {
    firm,
    persona,
    locale,
    chosen: chosen !== undefined,
    words: pageWords[locale],
    reader: { locale, zone: persona.zone },
    hearer: { locale: persona.locale, zone: persona.zone },
    conversations,
    open: conversations.find(({ chat }) => chat === address.in) ?? direct,
  };
}

/** What stands in a room is in the firm's language, what is private in its person's. */
export function hearerIn({ firm, hearer }: View, chat: string): Reader {
  return isPrivate(chat) ? hearer : { ...hearer, locale: firm.locale };
}

/** Links keep a language the visitor chose. */
export function href(view: View, to: Address, path = '/'): string {
  const query = new URLSearchParams();
  query.set('as', to.as ?? view.persona.account);
  if (to.in !== undefined) query.set('in', to.in);
  const lang = to.lang ?? (view.chosen ? view.locale : undefined);
  if (lang !== undefined) query.set('lang', lang);
  if (to.say !== undefined) query.set('say', to.say);
  return `${path}?${query.toString()}`;
}
