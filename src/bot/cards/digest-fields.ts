/** A long text in a form: asked in several fields where one would not hold it, and left alone where the form would not. */
import { type DigestText, piecesOf, type Section } from '../../domain/digest-text.ts';
import type { Words } from '../text/words.ts';
import type { Field } from './card.ts';
import { LONG } from './parts.ts';

/** The smallest input of a platform holds a thousand characters; some room is left to write in. */
const PIECE = 800;
/** The smallest form of a platform holds thirty thousand bytes, its frame and what we say around included. */
const MOST_BYTES = 15_000;
const MOST_FIELDS = 9;

const bytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

export type Asked = {
  readonly fields: readonly Field[];
  /** What the form has no room for: it stays as it is. */
  readonly kept: readonly Section[];
};

function fieldsFor(section: Section, text: string | undefined, words: Words): readonly Field[] {
  const label = words.text.fields[section];
  const pieces = text === undefined ? [] : piecesOf(text, PIECE);
  if (pieces.length < 2) {
    const value = text === undefined ? {} : { value: text };
    return [{ id: section, label, required: false, type: 'long-text', maxLength: LONG, ...value }];
  }
  return pieces.map((value, n) => ({
    id: n === 0 ? section : `${section}-${n + 1}`,
    label: words.text.card.part(label, n + 1, pieces.length),
    ...{ required: false, type: 'long-text', maxLength: LONG, value },
  }));
}

export function textFields(which: readonly Section[], text: DigestText, words: Words): Asked {
  const fields: Field[] = [];
  const kept: Section[] = [];
  let room = MOST_BYTES;
  for (const section of which) {
    const more = fieldsFor(section, text[section], words);
    const size = bytes(text[section] ?? '');
    if (fields.length + more.length > MOST_FIELDS || size > room) kept.push(section);
    else {
      fields.push(...more);
      room -= size;
    }
  }
  return { fields, kept };
}

/** The ids of the fields, as they travel with the form. */
export function shownIn({ fields }: Asked): string {
  return fields.map(({ id }) => id).join(' ');
}
