/** What a client may read of a digest: what was done and comes next, and nothing of the firm's own. */
import { given } from './decision.ts';
import type { DigestRefusal } from './digest.ts';
import { type ClientText, clientSections, type DigestText, filledIn, foldedTo } from './digest-text.ts';
import type { Firm } from './firm.ts';
import type { ClientId, PersonId } from './ids.ts';
import type { Progress } from './progress.ts';

/** What must not be read outside; `sender` signs it and may be named. */
export type Inside = {
  readonly names: readonly string[];
  /** Whole lines of what was said about obstacles and risks. */
  readonly lines: readonly string[];
};

/** Longer ones do not fit into one card of every platform, and what a client cannot read at once must not be cut. */
export const MOST_FOR_CLIENT = 2400;

/** A line this short is common property: “none” inside another word gives nothing away. */
const TELLING = 6;

export function insideOf(answers: readonly Progress[], client: ClientId, sender: PersonId, firm: Firm): Inside {
  const colleagues = [...firm.people.values()]
    .filter(({ id, kind }) => kind !== 'contact' && kind !== 'stranger' && id !== sender)
    .map(({ name }) => name);
  const outsiders = [...firm.people.values()]
    .filter((person) => person.client !== undefined && person.client !== client)
    .map(({ name }) => name);
  const clients = [...firm.clients.values()].filter(({ id }) => id !== client).map(({ name }) => name);
  // Whatever may be said anyway is no secret: a namesake of the sender, of the client, or of one of its people.
  const open = new Set([
    ...(firm.clients.get(client)?.name === undefined ? [] : [firm.clients.get(client)?.name]),
    ...[...firm.people.values()].filter((one) => one.client === client || one.id === sender).map(({ name }) => name),
  ]);
  const said = answers.flatMap((report) =>
    report.status === 'submitted' ? [report.words.blocked ?? '', report.words.risk ?? ''] : [],
  );
  return {
    names: [...new Set([...colleagues, ...outsiders, ...clients])].filter(
      (name) => name.trim() !== '' && !open.has(name),
    ),
    lines: [...new Set(said.flatMap((words) => words.split('\n')).map((line) => line.trim()))].filter(
      (line) => line !== '',
    ),
  };
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Where a name stands in a text as a word of its own: `Li` is not in `Like`. */
function hasName(text: string, name: string): boolean {
  const [words, one] = [folded(text), folded(name)];
  for (let at = words.indexOf(one); at >= 0; at = words.indexOf(one, at + 1)) {
    const touches = (inner: string | undefined, outer: string | undefined): boolean =>
      inner !== undefined && outer !== undefined && letter.test(inner) && letter.test(outer);
    const [before, after] = [words[at - 1], words[at + one.length]];
    if (!touches(one[0], before) && !touches(one.at(-1), after)) return true;
  }
  return false;
}

/** The first thing in a text that is the firm's own. */
export function leakIn(text: string, { names, lines }: Inside): string | undefined {
  const own = folded(text);
  const said = new Set(own.split('\n').map((line) => line.trim()));
  return (
    names.find((name) => hasName(text, name)) ??
    lines.find((line) => said.has(folded(line)) || (Array.from(line).length >= TELLING && own.includes(folded(line))))
  );
}

/** `王芳：访谈 8 家` without who said it. */
function unsigned(line: string, people: readonly string[]): string {
  const signed = people.find((name) => line.startsWith(`${name}：`) || line.startsWith(`${name}: `));
  return signed === undefined ? line : line.slice(signed.length + 1).trimStart();
}

/** What the form for the client begins with: what was done and comes next, unsigned; a line that names anything of the firm's own is left out. */
export function clientDraft(
  text: DigestText,
  inside: Inside,
  firm: Firm,
): { readonly text: ClientText; readonly leftOut: number } {
  const people = [...firm.people.values()].map(({ name }) => name);
  const drafted = clientSections.map((section) => {
    const lines = (text[section] ?? '').split('\n').map((line) => unsigned(line, people));
    const kept = lines.filter((line) => leakIn(line, inside) === undefined);
    return { section, words: given(kept.join('\n')), leftOut: lines.length - kept.length };
  });
  return {
    text: Object.fromEntries(
      drafted.flatMap(({ section, words }) =>
        words === undefined ? [] : [[section, foldedTo(words, MOST_FOR_CLIENT).text]],
      ),
    ),
    leftOut: drafted.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

type Filled = Readonly<Record<string, string | undefined>>;

/** What the form says, and nothing that it has not shown; once nothing in it is the firm's own. The refusal names the field in which something is. */
export function outsideText(
  shown: string,
  fields: Filled,
  inside: Inside,
): ClientText | (DigestRefusal & { readonly field: string }) {
  const { done, next } = filledIn({}, shown, fields);
  for (const [section, words = ''] of [
    ['done', done],
    ['next', next],
  ] as const) {
    const leak = leakIn(words, inside);
    if (leak !== undefined) {
      const field = Object.keys(fields).find((id) => leakIn(fields[id] ?? '', inside) !== undefined) ?? section;
      return { type: 'digest.internal-words', field, words: leak };
    }
    if (Array.from(words).length > MOST_FOR_CLIENT)
      return { type: 'digest.too-long', field: section, most: MOST_FOR_CLIENT };
  }
  return { ...(done === undefined ? {} : { done }), ...(next === undefined ? {} : { next }) };
}
