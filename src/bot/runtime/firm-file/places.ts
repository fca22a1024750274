/** Where in a YAML file something stands, as a path and as line:column; and the list of what is wrong there. */
import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Problem } from '../problems.ts';

export type Path = readonly (string | number)[];

/** Collects problems at places of one file. */
export type Complain = (path: Path, what: string, hint: string) => void;

export type Source = {
  readonly content: unknown;
  readonly problems: readonly Problem[];
  /** `people[2].department, 14:20`. For a key that is missing: where it should stand. */
  readonly placeOf: (path: Path) => { readonly at: string; readonly offset: number };
};

export function openYaml(text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  };
  const problems = [
    ...document.errors.map((error) => ({
      at: at(error.pos[0]),
      what: `this is not YAML: ${error.message}`,
      hint: hintFor(error.code),
    })),
    ...aliasProblems(document, at),
  ];
  return {
    // Without a cycle an anchor may be used as often as it is of use.
    content: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 }),
    problems,
    placeOf: (path) => {
      const offset = offsetOf(document, path);
      return { at: [nameOf(path), at(offset)].filter(Boolean).join(', '), offset };
    },
  };
}

/** An alias stands for what was given its name before; not for nothing, and not for what it is part of. */
function aliasProblems(document: Document, at: (offset: number) => string): readonly Problem[] {
  const named = new Map<string, Node>();
  const problems: Problem[] = [];
  visit(document, {
    Node: (_key, node, path) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) named.set(node.anchor, node);
        return;
      }
      const { source } = node;
      const target = named.get(source);
      const here = at(node.range?.[0] ?? 0);
      if (!target)
        problems.push({
          at: here,
          what: `*${source} names nothing`,
          hint: `write &${source} before what it stands for`,
        });
      else if (path.includes(target))
        problems.push({ at: here, what: `*${source} stands inside what it names`, hint: 'write out what is meant' });
    },
  });
  return problems;
}

export function nameOf(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** A word itself; for a block or a missing word its key; else whatever surrounds it. */
function offsetOf(document: Document, path: Path): number {
  if (path.length === 0) return 0;
  const node = document.getIn(path, true);
  if (isScalar(node) && node.value !== null && node.range) return node.range[0];
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
    : undefined;
  const place = pair ? pair.key : node;
  return isNode(place) && place.range ? place.range[0] : offsetOf(document, path.slice(0, -1));
}

function hintFor(code: string): string {
  const hints: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: 'a key may stand only once in a block: merge the two',
    TAB_AS_INDENT: 'indent with spaces, not with tabs',
    BAD_INDENT: 'entries of one block begin in the same column',
    MISSING_CHAR: 'a quote, a bracket or a comma is missing on this line or before it',
    MULTILINE_IMPLICIT_KEY: 'the line before has no value, or a colon too many',
  };
  return hints[code] ?? 'check quotes, colons and indentation around this line';
}
