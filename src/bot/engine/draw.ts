/** Draws a picture or a sentence as it is now, in the reader's language. */
import { createHash } from 'node:crypto';
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { pictures } from '../cards/index.ts';
import type { Form, Showable } from '../cards/card.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { RecordReader } from '../ports/store.ts';
import { type Words, wordsFor } from '../text/words.ts';

/** A room reads in the firm's language and time; a person in their own. */
export function wordsOf(firm: Firm, person?: PersonId): Words {
  const reader = person === undefined ? undefined : firm.people.get(person);
  return wordsFor(reader ?? { locale: firm.locale, zone: firm.zone }, firm);
}

export type Drawing = {
  readonly firm: Firm;
  readonly records: RecordReader;
  readonly now: Date;
  readonly person?: PersonId;
};

/** Undefined when there is nothing (or nothing for this reader) to be seen. */
export async function draw(ref: PictureRef, { firm, records, now, person }: Drawing): Promise<Showable | undefined> {
  const viewer = person === undefined ? undefined : firm.people.get(person);
  return pictures[ref.name].render(
    { ref, firm, records, now, viewer: viewer ? { person: viewer } : {} },
    wordsOf(firm, person),
  );
}

/** A form as it was when somebody sent it: what they typed is never lost to a mistake in another field. */
export function keepTyped(form: Form, typed: Readonly<Record<string, string | number>>): Form {
  return {
    ...form,
    fields: form.fields.map((field) => {
      const value = typed[field.id];
      if (value === undefined) return field;
      if (field.type !== 'number') return { ...field, value: String(value) };
      return typeof value === 'number' ? { ...field, value } : field;
    }),
  };
}

/** Equal drawings have equal prints; the language is part of what is drawn. */
export function printOf(message: Showable): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}
