/** The kinds of values a setting can have, each with what to say when the value is of no such kind. */
import { z } from 'zod';
import { suggest } from './problems.ts';

const switches: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  1: true,
  off: false,
  false: false,
  0: false,
};

export const onOff = z.string().transform((word, context) => {
  const value = switches[word.toLowerCase()];
  return value ?? refuse(context, `“${word}” is neither on nor off`, 'on or off');
});

export const port = z.string().transform((text, context) => {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  return refuse(context, `“${text}” is not a port`, 'a whole number up to 65535, like 3000');
});

export const databaseUrl = url('postgresql:', 'postgres:');

/** Without a slash at the end. */
export const webUrl = url('https:', 'http:').transform((text) => text.replace(/\/+$/, ''));

export function oneOf<Word extends string>(words: readonly Word[]) {
  return z.string().transform((text, context): Word => {
    const found = words.find((word) => word === text.toLowerCase());
    return found ?? refuse(context, `“${text}” is not possible here`, suggest(text, words));
  });
}

export function someOf<Word extends string>(words: readonly Word[]) {
  return z.string().transform((text, context): ReadonlySet<Word> => {
    const given = text.split(',').map((word) => word.trim());
    const unknown = given.find((word) => !words.some((known) => known === word));
    if (unknown === undefined) return new Set(words.filter((word) => given.includes(word)));
    return refuse(context, `“${unknown}” is not possible here`, `${words.join(', ')}, or several with a comma`);
  });
}

/** Text that passes a test; what it says is never repeated in a message, because it may be a secret. */
export function secret(passes: (text: string) => boolean, what: string, hint: string) {
  return z.string().transform((text, context) => (passes(text) ? text : refuse(context, what, hint)));
}

function url(...schemes: readonly string[]) {
  return z.string().transform((text, context) => {
    if (URL.canParse(text) && schemes.includes(new URL(text).protocol)) return text;
    return refuse(
      context,
      'this is not a URL',
      `it begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    );
  });
}

function refuse(context: z.core.$RefinementCtx, what: string, hint: string): never {
  context.issues.push({ code: 'custom', message: what, params: { hint }, input: undefined });
  return z.NEVER;
}
