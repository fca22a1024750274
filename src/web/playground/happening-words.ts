/** What has happened, in the product's own words: the sentences of the side panel. States and kinds are the catalogue's. */

import type { AgendaRow, PostRow } from '../../bot/ports/windows.ts';
import type { Catalogue } from '../../bot/text/catalogue.ts';
import { catalogues } from '../../bot/text/catalogues.ts';
import type { Locale } from '../../domain/language.ts';
import { enUsHappenings } from './happenings-en-us.ts';
import type { Happenings } from './happenings-shape.ts';
import { zhCnHappenings } from './happenings-zh-cn.ts';

const happenings: Readonly<Record<Locale, Happenings>> = { 'zh-CN': zhCnHappenings, 'en-US': enUsHappenings };

function wordFor(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** A row older than its words: `progress.remind-due` is at least readable as `progress · remind due`. */
const plain = (name: string): string => name.replaceAll('.', ' · ').replaceAll(/[-_]/g, ' ');

const REFUSED = 'refused.';

export const hasEventWords = (locale: Locale, event: string): boolean =>
  wordFor(happenings[locale].events, event) !== undefined ||
  (event.startsWith(REFUSED) && wordFor(happenings[locale].whyNot, event.slice(REFUSED.length)) !== undefined);

export const hasAgendaWords = (locale: Locale, intent: string): boolean =>
  wordFor(happenings[locale].agenda, intent) !== undefined;

/** A sentence in which `{who}` stands for whoever did it. */
export function eventWords(locale: Locale, event: string): string {
  const { events, refused } = happenings[locale];
  return event.startsWith(REFUSED)
    ? refused.replace('{why}', () => whyNotWords(locale, event.slice(REFUSED.length)))
    : (wordFor(events, event) ?? `{who} ${plain(event)}`);
}

export const failedWords = (locale: Locale): string => happenings[locale].failed;

export const whyNotWords = (locale: Locale, why: string): string =>
  wordFor(happenings[locale].whyNot, why) ?? plain(why);

export const agendaWords = (locale: Locale, intent: string): string =>
  wordFor(happenings[locale].agenda, intent) ?? plain(intent);

export const agendaStateWords = (locale: Locale, state: AgendaRow['state']): string =>
  happenings[locale].agendaStates[state];

export const postStateWords = (locale: Locale, state: PostRow['state']): string => happenings[locale].postStates[state];

export const kindWords = (locale: Locale, kind: string): string =>
  wordFor(catalogues[locale].card.kinds, kind) ?? plain(kind);

export function recordStateWords(locale: Locale, kind: string, state: string): string {
  const states: Catalogue['states'] = catalogues[locale].states;
  const ofKind = Object.hasOwn(states, kind) ? states[kind as keyof typeof states] : {};
  return wordFor(ofKind, state) ?? plain(state);
}
