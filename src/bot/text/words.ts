/** Words for one reader: their language, their clock, and the names of people as they are shown. */
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Locale, Localized } from '../../domain/language.ts';
import type { AnyRefusal } from '../../domain/records.ts';
import type { Line, Span } from '../cards/card.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogues } from './catalogues.ts';
import { doingOf, skipOf } from './doings.ts';
import { spaceBetween } from './line.ts';
import type { Notice } from './notices.ts';

export type Words = {
  readonly locale: Locale;
  readonly zone: string;
  readonly text: Catalogue;
  readonly name: (person: PersonId) => string;
  readonly names: (people: readonly PersonId[]) => string;
  /** A word of the firm file in the reader's language. */
  readonly of: (word: Localized) => string;
  /** One after another, in the reader's way: `a, b and c`. */
  readonly list: (words: readonly string[]) => string;
  readonly moment: (at: Date) => Span;
  readonly date: (at: Date) => Span;
  /** Why something was refused, as a sentence. */
  readonly why: (refusal: AnyRefusal) => Line;
  readonly notice: (notice: Notice) => Line;
  /** What a wish does, and why time did not ask it, in a few words; the bare name where there are none. */
  readonly doing: (intent: string) => string;
  readonly skip: (reason: string) => string;
};

type Told = (blanks: Notice, words: Words, states: Catalogue['states']) => Line;
type Sentence = (refusal: AnyRefusal, words: Words, states: Catalogue['states']) => Line;

export type Reader = { readonly locale: Locale; readonly zone: string };

export function wordsFor(reader: Reader, firm: Firm): Words {
  const text = catalogues[reader.locale];
  const name = (person: PersonId): string => firm.people.get(person)?.name ?? text.someone;
  const list = new Intl.ListFormat(reader.locale, { type: 'conjunction' });
  const listed = (names: readonly string[]): string =>
    list.formatToParts(names).reduce((said, { value }) => said + spaceBetween(said, value) + value, '');
  const words: Words = {
    ...reader,
    text,
    name,
    names: (people) => listed(people.map(name)),
    of: (word) => word[reader.locale],
    list: listed,
    moment: (at) => ({ moment: at, zone: reader.zone, style: 'date-time' }),
    date: (at) => ({ moment: at, zone: reader.zone, style: 'date' }),
    // The catalogue has a sentence for every type, taking that very type.
    why: (refusal) => (text.refusals[refusal.type] as Sentence)(refusal, words, text.states),
    notice: (notice) => (text.notices[notice.type] as Told)(notice, words, text.states),
    doing: (intent) => doingOf(intent, reader.locale) ?? intent,
    skip: (reason) => skipOf(reason, reader.locale) ?? reason,
  };
  return words;
}
