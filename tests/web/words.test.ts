/** The side panel’s words: everything that can happen has a sentence, in the product’s own words. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { catalogues } from '../../src/bot/text/catalogues.ts';
import { commands } from '../../src/commands/index.ts';
import { type Locale, locales } from '../../src/domain/language.ts';
import { jobs } from '../../src/jobs/index.ts';
import {
  agendaWords,
  eventWords,
  hasAgendaWords,
  hasEventWords,
  kindWords,
  recordStateWords,
} from '../../src/web/playground/happening-words.ts';
import { enUsHappenings } from '../../src/web/playground/happenings-en-us.ts';
import { zhCnHappenings } from '../../src/web/playground/happenings-zh-cn.ts';
import { pageWords } from '../../src/web/playground/words.ts';

const happenings = { 'zh-CN': zhCnHappenings, 'en-US': enUsHappenings } as const;

/** Every file of a folder, by its name without the ending. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const root = fileURLToPath(new URL(`../../src/${folder}/`, import.meta.url));
  const names = readdirSync(root).filter((name) => name.endsWith('.ts'));
  return new Map(names.map((name) => [name.slice(0, -3), readFileSync(root + name, 'utf8')]));
}

/** Whatever the files of a folder name so: the compiler knows the unions, this knows what is really written. */
function named(folder: string, pattern: RegExp): readonly string[] {
  const code = [...filesOf(folder).values()].join('\n');
  return [...new Set([...code.matchAll(pattern)].map(([, name = '']) => name))];
}

test.each(locales)('every event and every refusal of the rules has a sentence (%s)', (locale) => {
  const types = named('domain', /type: '([a-z]+\.[a-z-]+)'/g);
  expect(types.length).toBeGreaterThan(40);
  expect(types.filter((type) => !hasEventWords(locale, type) && !hasEventWords(locale, `refused.${type}`))).toEqual([]);
});

test.each(locales)('what the machine itself writes into the audit has a sentence (%s)', (locale) => {
  const silent = named('bot/engine', /event: '([a-z.-]+)'/g);
  expect(silent.length).toBeGreaterThan(2);
  // A wish that changes no record is audited under its own name.
  const wishes = [...filesOf('commands')]
    .filter(([, code]) => code.includes('changes: []'))
    .map(([name]) => name.replace('-', '.'));
  expect(wishes).toContain('request.nudge');
  const all = [...silent, ...wishes];
  expect(all.filter((event) => !hasEventWords(locale, event))).toEqual([]);
});

test.each(locales)('everything that time can ask has a name on the agenda (%s)', (locale) => {
  const asked = [...commands.filter(({ clockOnly }) => clockOnly), ...jobs].map(({ intent }) => intent.name);
  expect(asked.filter((intent) => !hasAgendaWords(locale, intent))).toEqual([]);
});

test.each(locales)('kinds and states are the catalogue’s own (%s)', (locale) => {
  const { states, card } = catalogues[locale];
  for (const [kind, ofKind] of Object.entries(states)) {
    expect(kindWords(locale, kind)).toBe(card.kinds[kind as keyof typeof card.kinds]);
    for (const [state, word] of Object.entries(ofKind)) expect(recordStateWords(locale, kind, state)).toBe(word);
  }
});

test('what nobody has named yet is shown as it is written, readably', () => {
  expect(eventWords('en-US', 'budget.turned-down')).toBe('{who} budget · turned down');
  expect(agendaWords('zh-CN', 'budget.close')).toBe('budget · close');
});

/** Every text of the page, with its blanks filled. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...blanks: unknown[]) => unknown)('…', '…', '…'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const all = (locale: Locale): readonly string[] => [...texts(pageWords[locale]), ...texts(happenings[locale])];

test('the page speaks as the product does: 申请 is the only word for a request, and no text is empty or mixed up', () => {
  for (const text of all('zh-CN')) {
    expect(text).not.toMatch(/请求|单据|工单/);
    expect(text).toMatch(/\p{Script=Han}|^[+Shift\d]/u);
  }
  for (const text of all('en-US')) {
    expect(text).toMatch(/[A-Za-z]/);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  }
});
