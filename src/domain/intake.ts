/** The typed questions of a service and what makes an answer to them good. */
import { given } from './decision.ts';
import type { Firm, IntakeField, Service } from './firm.ts';
import { isCalendarDate } from './zoned-time.ts';

/** Answers by field id; a question left empty has no entry. */
export type Answers = Readonly<Record<string, string | number>>;

export type Problem =
  | { readonly why: 'missing' | 'not-a-number' | 'not-a-date' | 'not-an-option' | 'not-a-colleague' }
  | { readonly why: 'too-small'; readonly least: number }
  | { readonly why: 'too-large'; readonly most: number }
  | { readonly why: 'too-long'; readonly most: number };

/** By field id. */
export type Problems = Readonly<Record<string, Problem>>;

export const MOST_TITLE = 200;
/** More than any platform lets people type; only a page could send more. */
export const MOST_WORDS = 100_000;

type Checked = { readonly value?: string | number; readonly problem?: Problem };

function checkNumber(field: IntakeField & { type: 'number' }, raw: string | number): Checked {
  // Nothing but commas is no number, though `Number('')` would be 0.
  const value = typeof raw === 'number' ? raw : Number(raw.normalize('NFKC').replaceAll(/[,\s]/g, '') || Number.NaN);
  if (!Number.isFinite(value)) return { problem: { why: 'not-a-number' } };
  if (field.min !== undefined && value < field.min) return { problem: { why: 'too-small', least: field.min } };
  if (field.max !== undefined && value > field.max) return { problem: { why: 'too-large', most: field.max } };
  return { value };
}

function checkWords(raw: string, most: number): Checked {
  return [...raw].length > most ? { problem: { why: 'too-long', most } } : { value: raw };
}

function checkOne(field: IntakeField, raw: string | number | undefined): Checked {
  const answer = typeof raw === 'string' ? given(raw) : raw;
  if (answer === undefined) return field.required ? { problem: { why: 'missing' } } : {};
  switch (field.type) {
    case 'number':
      return checkNumber(field, answer);
    case 'date':
      return isCalendarDate(String(answer)) ? { value: answer } : { problem: { why: 'not-a-date' } };
    case 'choice':
      return field.options.includes(String(answer)) ? { value: answer } : { problem: { why: 'not-an-option' } };
    case 'text':
    case 'long-text':
      return checkWords(String(answer), MOST_WORDS);
  }
}

/** Keeps only what was asked, typed; or tells what is wrong with which question. */
export function checkAnswers(
  fields: readonly IntakeField[],
  raw: Answers,
): { readonly answers: Answers } | { readonly problems: Problems } {
  const checked = fields.map((field) => [field.id, checkOne(field, raw[field.id])] as const);
  const problems = checked.flatMap(([id, { problem }]) => (problem ? [[id, problem] as const] : []));
  if (problems.length > 0) return { problems: Object.fromEntries(problems) };
  return {
    answers: Object.fromEntries(checked.flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]]))),
  };
}

/** Capitals and full-width letters make no other name. */
function folded(name: string): string | undefined {
  return given(name)?.normalize('NFKC').toLowerCase();
}

/** The service whose name, in any language, or id these words are; undefined when they are none's, or more than one's. */
export function serviceNamed(words: string, firm: Firm): Service | undefined {
  const said = folded(words);
  const [named, ...others] = [...firm.services.values()].filter(({ id, name }) =>
    [id, ...Object.values(name)].some((one) => folded(one) === said),
  );
  return others.length === 0 ? named : undefined;
}

/** The first line of somebody's words, short enough for a title. */
export function titleFrom(words: string): string {
  const line = given(words)?.split('\n')[0]?.trim() ?? '';
  const letters = [...line];
  return letters.length > MOST_TITLE ? `${letters.slice(0, MOST_TITLE - 1).join('')}…` : line;
}

/** A title must say something, in at most `MOST_TITLE` characters. */
export function titleProblem(words: string): Problem | undefined {
  if (given(words) === undefined) return { why: 'missing' };
  return [...words.trim()].length > MOST_TITLE ? { why: 'too-long', most: MOST_TITLE } : undefined;
}
