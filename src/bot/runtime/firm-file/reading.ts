/** Holds the entries of a section against their shape, one by one, so that one bad entry does not hide the others. */
import type { z } from 'zod';
import { nearest, suggest } from '../problems.ts';
import { knownKeys } from './known-keys.ts';
import type { Complain, Path } from './places.ts';

/** A good entry and where it stands. */
export type Placed<T> = { readonly path: Path; readonly key: string; readonly value: T };

export type Reader = {
  readonly one: <T>(section: string, shape: z.ZodType<T>) => T | undefined;
  readonly many: <T>(section: string, shape: z.ZodType<T>) => readonly Placed<T>[];
  /** Whether every entry of the section was good: only then can something be missed in it. */
  readonly isWhole: (section: string) => boolean;
  /** Every id a section declares, those of entries with other mistakes included: they are no unknown references. */
  readonly ids: (section: string) => ReadonlySet<string>;
};

export function readerOf(content: Readonly<Record<string, unknown>>, complain: Complain): Reader {
  const broken = new Set<string | number>();
  const read = <T>(path: Path, raw: unknown, shape: z.ZodType<T>): T | undefined => {
    const result = shape.safeParse(raw, { reportInput: true });
    if (result.success) return result.data;
    broken.add(path[0] ?? '');
    for (const issue of result.error.issues) explain(issue, path, shape, complain);
    return undefined;
  };
  return {
    one: (section, shape) => (content[section] === undefined ? undefined : read([section], content[section], shape)),
    many: (section, shape) =>
      entriesOf(content[section]).flatMap(([key, raw]) => {
        const value = read([section, key], raw, shape);
        return value === undefined ? [] : [{ path: [section, key], key: String(key), value }];
      }),
    isWhole: (section) => !broken.has(section),
    ids: (section) => new Set(entriesOf(content[section]).map(([key, raw]) => idOf(key, raw))),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((entry: unknown, index) => [index, entry]);
  return isRecord(value) ? Object.entries(value) : [];
}

function idOf(key: string | number, raw: unknown): string {
  if (typeof key === 'string') return key;
  const id = isRecord(raw) ? raw['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function explain(issue: z.core.$ZodIssue, base: Path, shape: z.ZodType, complain: Complain): void {
  const path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null)
        complain(path, 'it is missing', `write ${kind(issue.expected)} here`);
      else
        complain(path, `${show(issue.input)} is not ${kind(issue.expected)}`, quoteHint(issue.expected, issue.input));
      return;
    case 'invalid_value':
      if (issue.input === undefined) complain(path, 'it is missing', `one of ${issue.values.map(String).join(', ')}`);
      else
        complain(
          path,
          `${show(issue.input)} is not possible here`,
          suggest(wordOf(issue.input), issue.values.map(String)),
        );
      return;
    case 'invalid_union':
      explainUnion(issue, base, shape, complain);
      return;
    case 'unrecognized_keys':
      explainKeys(issue, base, shape, complain);
      return;
    case 'too_small':
      if (issue.origin === 'number') complain(path, `it is less than ${issue.minimum}`, `at least ${issue.minimum}`);
      else complain(path, 'it is empty', 'give it a value');
      return;
    case 'too_big':
      if (issue.origin === 'number') complain(path, `it is more than ${issue.maximum}`, `at most ${issue.maximum}`);
      else complain(path, `it has more than ${issue.maximum} entries`, 'split it');
      return;
    default:
      complain(path, issue.message, typeof issue.input === 'string' ? `it is written “${issue.input}”` : '');
  }
}

function explainKeys(issue: z.core.$ZodIssueUnrecognizedKeys, base: Path, shape: z.ZodType, complain: Complain): void {
  const inner = issue.path.filter((step) => typeof step !== 'symbol');
  const known = knownKeys(shape, inner);
  for (const key of issue.keys)
    complain(
      [...base, ...inner, key],
      'there is no such setting here',
      known.includes(key) ? 'it belongs to another type' : suggest(key, known),
    );
}

/** Of several allowed shapes, none fits: a wrong word, a block with something wrong inside, or neither a word nor a block. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, base: Path, shape: z.ZodType, complain: Complain): void {
  const { discriminator, input, errors } = issue;
  const path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (discriminator !== undefined) {
    const options = ('options' in issue && Array.isArray(issue.options) ? issue.options : []).map(String);
    const given = isRecord(input) ? input[discriminator] : undefined;
    if (given === undefined) complain(path, 'it is missing', `one of ${options.join(', ')}`);
    else complain(path, `${show(given)} is not possible here`, suggest(wordOf(given), options));
    return;
  }
  const inside = isRecord(input) || Array.isArray(input) ? errors.find((branch) => branch.every(isInside)) : undefined;
  if (inside) {
    for (const inner of inside) explain({ ...inner, path: [...issue.path, ...inner.path] }, base, shape, complain);
    return;
  }
  const missing = input === undefined || input === null;
  const words = errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  const near = typeof input === 'string' ? nearest(input, words) : undefined;
  complain(
    path,
    missing ? 'it is missing' : `${show(input)} is not possible here`,
    near === undefined
      ? `write ${words.length === 0 ? 'a text' : words.join(', ')}, or a block as in the example`
      : `did you mean ${near}?`,
  );
}

/** Whether the block itself was right, but for what stands in it. */
function isInside({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === 'unrecognized_keys' || code === 'custom';
}

function kind(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list [ … ]',
    object: 'a block of settings',
    record: 'a block of settings',
  };
  return words[expected] ?? expected;
}

function quoteHint(expected: string, input: unknown): string {
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return `write it in quotes: "${String(input)}"`;
  return `write ${kind(expected)}`;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : show(value);
}

export function show(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`;
  return Array.isArray(value) ? 'a list' : isRecord(value) ? 'a block' : JSON.stringify(value);
}
