/** Conditions of the firm file: checked when it is read, and judged over a request's facts when they matter. */
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Facts } from '../../../domain/condition.ts';
import { suggest } from '../problems.ts';

/** `number` facts are compared as numbers, everything else as text (dates are written 2026-11-27, so they sort). */
export type FactTypes = ReadonlyMap<string, 'number' | 'text' | 'mixed'>;

export type Compiled =
  | { readonly ok: true; readonly holds: (facts: Facts) => boolean }
  /** `unknownFact`: what it asks for and nothing has. */
  | { readonly ok: false; readonly what: string; readonly hint: string; readonly unknownFact?: string };

type Range = { readonly start: number; readonly end: number };
type Test = Range & { readonly facts: readonly string[] };

const celNames: Readonly<Record<string, string>> = { double: 'number', int: 'number', string: 'text' };
const celTypes = { number: 'double', text: 'string', mixed: 'dyn' } as const;

export function compileCondition(source: string, facts: FactTypes): Compiled {
  const language = languageOf(facts);
  const checked = language.check(source);
  if (!checked.valid) {
    const { code, range } = checked.error ?? {};
    const unknownFact =
      code === 'unknown_variable' && range ? { unknownFact: source.slice(range.start, range.end) } : {};
    return { ok: false, ...explain(checked.error, source, facts), ...unknownFact };
  }
  if (checked.type !== 'bool') {
    return {
      ok: false,
      what: `“${source}” is not a question but a ${celNames[checked.type ?? ''] ?? 'value'}`,
      hint: 'compare it: budget >= 100000',
    };
  }
  const tests = testsOf(language.parse(source).ast, facts);
  const holds = (given: Facts): boolean => {
    const narrowed = withoutEmpty(source, tests, given);
    return language.evaluate(narrowed, { ...given }) === true;
  };
  return { ok: true, holds };
}

/**
 * Judges conditions by their text, so that an approval can keep the ones it began with. What they speak of and this request does not have
 * counts as left empty.
 */
export function judge(): (condition: string, facts: Facts) => boolean {
  const known = new Map<string, Compiled>();
  return (condition, facts) => {
    const types: FactTypes = new Map(Object.entries(facts).map(([name, value]) => [name, typeOf(value)]));
    const key = JSON.stringify([condition, [...types]]);
    const compiled = known.get(key) ?? compileOver(condition, types);
    known.set(key, compiled);
    return compiled.ok && compiled.holds(facts);
  };
}

/** With whatever is missing as something empty. */
function compileOver(condition: string, facts: FactTypes): Compiled {
  const compiled = compileCondition(condition, facts);
  if (compiled.ok || compiled.unknownFact === undefined || facts.has(compiled.unknownFact)) return compiled;
  return compileOver(condition, new Map([...facts, [compiled.unknownFact, 'mixed']]));
}

function typeOf(value: Facts[string]): 'number' | 'text' | 'mixed' {
  return value === null ? 'mixed' : typeof value === 'number' ? 'number' : 'text';
}

function languageOf(facts: FactTypes): Environment {
  const language = new Environment();
  for (const [name, type] of facts) if (/^\w+$/.test(name)) language.registerVariable(name, celTypes[type]);
  language.registerOperator('double == int', (left: number, right: bigint) => left === Number(right));
  return language;
}

/** The parts joined by and, or, not: each asks one thing. */
function testsOf(node: ASTNode, facts: FactTypes): readonly Test[] {
  switch (node.op) {
    case '&&':
    case '||':
    case '?:':
      return node.args.flatMap((inner) => testsOf(inner, facts));
    case '!_':
      return testsOf(node.args, facts);
    default:
      return [{ start: node.range.start, end: node.range.end, facts: factsIn(node, facts) }];
  }
}

function factsIn(node: ASTNode, facts: FactTypes): readonly string[] {
  if (node.op === 'id') return facts.has(node.args) ? [node.args] : [];
  return nodesIn(node.args).flatMap((inner) => factsIn(inner, facts));
}

function nodesIn(value: unknown): readonly ASTNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
}

/** A test over something left empty is false, whatever it asks; the rest of the condition still counts. */
function withoutEmpty(source: string, tests: readonly Test[], given: Facts): string {
  return tests
    .filter(({ facts }) => facts.some((name) => given[name] === undefined || given[name] === null))
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}false${text.slice(end)}`, source);
}

function explain(
  error:
    | { readonly code?: string; readonly summary?: string; readonly message: string; readonly range?: Range }
    | undefined,
  source: string,
  facts: FactTypes,
): { readonly what: string; readonly hint: string } {
  const range = error?.range ?? { start: 0, end: 0 };
  const piece = source.slice(range.start, range.end);
  switch (error?.code) {
    case 'unknown_variable':
      return { what: `“${source}” asks for ${piece}, which no request has`, hint: suggest(piece, [...facts.keys()]) };
    case 'no_such_overload':
      return {
        what: `“${piece}” compares things of different kinds`,
        hint: 'numbers without quotes, words in quotes: region == "华东"',
      };
    default: {
      const column = range.start + 1;
      const hint = /[^=!<>]=[^=]/.test(source)
        ? 'equality is written =='
        : 'for example: budget >= 100000 && region == "华东"';
      return { what: `“${source}” cannot be read at character ${column}: ${error?.summary ?? 'syntax error'}`, hint };
    }
  }
}
