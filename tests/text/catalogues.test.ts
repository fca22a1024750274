/** Both languages say everything, each in its own words and with its own punctuation. */
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../src/domain/language.ts';
import type { Line } from '../../src/bot/cards/card.ts';
import { adapterWords } from '../../src/bot/text/adapter-words.ts';
import type { Catalogue, Speech } from '../../src/bot/text/catalogue.ts';
import { catalogues } from '../../src/bot/text/catalogues.ts';
import { refusals } from './refusal-samples.ts';
import { notices, problems, speech } from './samples.ts';
import { templates } from './templates.ts';

type Said = readonly [what: string, words: string];
type Template = (...blanks: readonly unknown[]) => string | Line;
type Blanks = readonly (readonly unknown[])[];
type Sentence = (blanks: unknown, say: Speech, states: Catalogue['states']) => Line;

function wordsOf(line: string | Line): string {
  if (typeof line === 'string') return line;
  return line.map((span) => (typeof span === 'string' ? span : 'moment' in span ? '⟨moment⟩' : '⟨span⟩')).join('');
}

function sentences(text: Catalogue): readonly Said[] {
  const all = (kind: 'notices' | 'refusals', samples: object): readonly Said[] =>
    Object.entries(samples as Record<string, readonly unknown[]>).flatMap(([type, ones]) =>
      ones.flatMap((one, n): readonly Said[] => {
        const say = (text[kind] as Readonly<Record<string, Sentence>>)[type];
        const [first = '', ...lines] = (say ? wordsOf(say(one, speech, text.states)) : '').split('\n');
        const name = `${type} (${n + 1})`;
        // A list that is led in by a colon is of titles; any other line is a sentence of its own.
        return /[：:]$/.test(first) ? [[name, lines.join('')]] : [first, ...lines].map((words): Said => [name, words]);
      }),
    );
  const wrong = Object.entries(problems).map(([why, problem]): Said => {
    const say = (text.problems as unknown as Readonly<Record<string, (one: unknown) => string>>)[why];
    return [`problem ${why}`, say?.(problem) ?? ''];
  });
  return [...all('notices', notices), ...all('refusals', refusals), ...wrong, ['bug', text.bug('⟨reference⟩')]];
}

/** Everything else: buttons, labels, states, and the words of cards. */
function labels(text: Catalogue): readonly Said[] {
  const walk = (value: unknown, at: string): readonly Said[] => {
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') {
      const all = (templates as unknown as Readonly<Record<string, Blanks>>)[at.split('.').at(-1) ?? ''] ?? [];
      return all.map((blanks, n): Said => [`${at} (${n + 1})`, wordsOf((value as Template)(...blanks))]);
    }
    if (
      Array.isArray(value) &&
      value.every((span) => typeof span === 'string') &&
      at.startsWith('card.') &&
      !at.includes('helpSay')
    ) {
      return [[at, value.join('')]];
    }
    return Object.entries(value as object).flatMap(([key, one]) => walk(one, `${at}.${key}`));
  };
  const { notices: _n, refusals: _r, problems: _p, bug: _b, ...rest } = text;
  return Object.entries(rest).flatMap(([key, one]) => walk(one, key));
}

function everything(locale: Locale): readonly Said[] {
  const text = catalogues[locale];
  const adapters = Object.entries(adapterWords[locale]).map(([name, words]): Said => [`adapter ${name}`, words]);
  return [...sentences(text), ...labels(text), ...adapters];
}

/** What stands around the blanks, the numbers of records, the weeks and dates, and the words people type. */
function ownWords(words: string): string {
  return words
    .replaceAll(/⟨[^⟩]*⟩/g, '⟨⟩')
    .replaceAll(/\b(REQ|APR|REP|SUR|PRJ)-\d+\b/g, '0')
    .replaceAll(/\b(REQ|APR|REP|SUR|DIG|ISS|RSK)-\d+\b/g, '0')
    .replaceAll(/\b\d{4}-(W\d\d|\d\d-\d\d)\b/g, '0')
    .replaceAll(/\d+([./]\d+)?/g, '0');
}

function breaking(all: readonly Said[], wrong: (words: string) => boolean): readonly string[] {
  return all.filter(([, words]) => wrong(words)).map(([what, words]) => `${what}: ${words}`);
}

describe.each(locales)('%s', (locale) => {
  const all = everything(locale);

  test('says something for every notice, refusal, problem, button, field, state and card', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(breaking(all, (words) => words.trim() === '')).toEqual([]);
  });

  test('leaves nothing of its making behind', () => {
    expect(breaking(all, (words) => /undefined|null|NaN|\[object|[{}$`]|⟨⟩/.test(words))).toEqual([]);
  });

  test('is tidy: no double spaces, none at the ends, none before punctuation', () => {
    expect(breaking(all, (words) => /\s{2}|^\s|\s$|\s[,.;:!?，。；：！？、]/.test(words))).toEqual([]);
  });

  test('uses every blank it is given in a sentence about a record, so that people know which', () => {
    const about = Object.entries(notices).filter(
      ([, [one]]) => 'title' in one && !/(by-you|you-|-sent|info-asked|recorded|triaged|edited)/.test(one.type),
    );
    // Of a notice and a refusal of one name, the notice.
    const said = new Map(sentences(catalogues[locale]).toReversed());
    const silent = about.filter(([type]) => !(said.get(`${type} (1)`) ?? '').includes('⟨title⟩')).map(([type]) => type);
    expect(about.length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });

  test('ends every sentence with a full stop of its own, or with somebody’s words after a colon', () => {
    const end = locale === 'zh-CN' ? /[。？！]$|：⟨\w+⟩$|「⟨title⟩」$/ : /[.?!]$|: ⟨\w+⟩$|“⟨title⟩”$/;
    expect(breaking(sentences(catalogues[locale]), (words) => !end.test(words))).toEqual([]);
    const adapters = all.filter(([what]) => what === 'adapter formSentDirect' || what === 'adapter tryAgain');
    expect(breaking(adapters, (words) => !end.test(words))).toEqual([]);
  });
});

test('Chinese is Chinese: no English words, and full-width punctuation without spaces around it', () => {
  const all = everything('zh-CN').filter(([what]) => !what.includes('helpSay'));
  expect(breaking(all, (words) => /[，。；：！？、「」（）]\s|\s[，。；：！？、（]/.test(words))).toEqual([]);
  expect(breaking(all, (words) => /[A-Za-z]/.test(ownWords(words)))).toEqual([]);
  expect(breaking(all, (words) => /[,;:!?]|\.(?!\d)|[()"]/.test(ownWords(words)))).toEqual([]);
  expect(breaking(all, (words) => /[“][^”]*$|^[^“]*[”]|「[^」]*$|^[^「]*」|（[^）]*$/.test(words))).toEqual([]);
});

test('English is English: no Chinese characters, no full-width punctuation, quotes in pairs', () => {
  const all = everything('en-US');
  expect(breaking(all, (words) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(words))).toEqual([]);
  expect(breaking(all, (words) => (words.match(/“/g)?.length ?? 0) !== (words.match(/”/g)?.length ?? 0))).toEqual([]);
  expect(breaking(all, (words) => /["']/.test(words))).toEqual([]);
});

test('what can be told apart in one language can be told apart in the other', () => {
  for (const locale of locales) {
    const { states, priorities, healths, dimensions, grades } = catalogues[locale];
    for (const group of [...Object.values(states), priorities, healths, dimensions, grades]) {
      const words = Object.values(group);
      expect(new Set(words).size).toBe(words.length);
    }
  }
});
