/** The text of a digest: its parts, and how a long one is told piece by piece. */

import { given } from './decision.ts';

/** In the order they are read: what is in the way comes before what went well. */
export const sections = ['summary', 'blocked', 'risk', 'done', 'next'] as const;
export type Section = (typeof sections)[number];
/** A part that is absent says nothing. */
export type DigestText = { readonly [S in Section]?: string };

/** What a client is sent of it. */
export const clientSections = ['done', 'next'] as const;
export type ClientText = { readonly [S in (typeof clientSections)[number]]?: string };

function* linesOf(text: string, most: number): Generator<string> {
  for (const line of text.split('\n')) {
    const points = Array.from(line);
    for (let from = 0; from === 0 || from < points.length; from += most) yield points.slice(from, from + most).join('');
  }
}

/** The text in pieces of at most so many characters, broken between lines where that is possible. Together they say all of it. */
export function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let piece: string | undefined;
  for (const line of linesOf(text, most)) {
    const longer: string = piece === undefined ? line : `${piece}\n${line}`;
    if (piece !== undefined && Array.from(longer).length > most) {
      pieces.push(piece);
      piece = line;
    } else piece = longer;
  }
  return piece === undefined ? pieces : [...pieces, piece];
}

/** The beginning of a text, and whether it is all of it. */
export function foldedTo(text: string, most: number): { readonly text: string; readonly folded: boolean } {
  const points = Array.from(text);
  return points.length <= most
    ? { text, folded: false }
    : { text: `${points.slice(0, most - 1).join('')}…`, folded: true };
}

/** The ids of the fields in which a form has asked for a part: `done`, and `done-2` for what did not fit into the first. */
function fieldsOf(section: Section, shown: string): readonly string[] {
  return shown.split(' ').filter((id) => id === section || id.startsWith(`${section}-`));
}

type Filled = Readonly<Record<string, string | undefined>>;

/** What a form has said: an empty field empties its part, and a part that was not asked about stays as it was. */
export function filledIn(before: DigestText, shown: string, fields: Filled): DigestText {
  const said = sections.map((section) => {
    const asked = fieldsOf(section, shown);
    if (asked.length === 0) return [section, before[section]] as const;
    return [section, given(asked.flatMap((id) => fields[id] ?? []).join('\n'))] as const;
  });
  return Object.fromEntries(said.filter(([, words]) => words !== undefined));
}
