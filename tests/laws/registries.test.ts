/** A folder's listing is the list of features: what stands in it is registered, under the name of its file. */
import path from 'node:path';
import { expect, test } from 'vitest';
import type { AnyPicture } from '../../src/bot/cards/picture.ts';
import { pictures } from '../../src/bot/cards/index.ts';
import type { Intent } from '../../src/bot/intents/intent.ts';
import { platformIds } from '../../src/bot/runtime/config.ts';
import { doingOf } from '../../src/bot/text/doings.ts';
import { catalogues } from '../../src/bot/text/catalogues.ts';
import { commands } from '../../src/commands/index.ts';
import { locales } from '../../src/domain/language.ts';
import { jobs } from '../../src/jobs/index.ts';
import { filesIn, read, root } from './source.ts';

type Exports = Readonly<Record<string, unknown>>;

/** Names of a folder's files without their ending, and what each gives away; the registry itself is left out. */
async function modulesOf(folder: string): Promise<ReadonlyMap<string, Exports>> {
  const files = filesIn(folder, '.ts').filter((file) => !file.endsWith('/index.ts'));
  const modules = files.map(
    async (file) => [path.basename(file, '.ts'), (await import(path.join(root, file))) as Exports] as const,
  );
  return new Map(await Promise.all(modules));
}

const fileFor = (name: string): string => name.replace('.', '-');
const subjectVerb = /^[a-z]+\.[a-z]+(-[a-z]+)*$/;

function isIntent(value: unknown): value is Intent {
  return typeof value === 'object' && value !== null && 'name' in value && 'shape' in value;
}

async function intents(): Promise<readonly Intent[]> {
  const modules = await modulesOf('src/bot/intents');
  return [...modules.values()].flatMap((exports) => Object.values(exports).filter(isIntent));
}

test('every file of commands is one command, registered under its own name', async () => {
  const modules = await modulesOf('src/commands');
  const registered = new Map(commands.map((command) => [fileFor(command.intent.name), command]));
  expect([...registered.keys()].sort()).toEqual([...modules.keys()].sort());
  for (const [name, exports] of modules) expect(Object.values(exports)).toContain(registered.get(name));
});

test('every file of jobs is one job, registered under its own name', async () => {
  const modules = await modulesOf('src/jobs');
  const registered = new Map(jobs.map((job) => [fileFor(job.name), job]));
  expect([...registered.keys()].sort()).toEqual([...modules.keys()].sort());
  for (const [name, exports] of modules) expect(Object.values(exports)).toContain(registered.get(name));
});

test('every picture that is drawn anywhere in cards is registered, and nothing else is', async () => {
  const modules = await modulesOf('src/bot/cards');
  const drawn = [...modules.values()].flatMap((exports) =>
    Object.values(exports).filter(
      (one): one is AnyPicture => typeof one === 'object' && one !== null && 'render' in one,
    ),
  );
  expect(new Set(Object.values(pictures))).toEqual(new Set(drawn));
});

test('every wish is called `subject.verb`, once, and one command grants it', async () => {
  const names = (await intents()).map(({ name }) => name);
  expect(names.filter((name) => !subjectVerb.test(name))).toEqual([]);
  expect(names.toSorted()).toEqual(commands.map((command) => command.intent.name).toSorted());
  expect(new Set(names).size).toBe(names.length);
});

test('what every wish does can be said in every language', async () => {
  const names = (await intents()).map(({ name }) => name);
  const silent = names.flatMap((name) =>
    locales
      .filter((locale) => doingOf(name, locale) === undefined)
      .map((locale) => `${name} has no words in ${locale}`),
  );
  expect(silent).toEqual([]);
});

test('a wish of the clock is one that no person may give', async () => {
  const shown = new Set(
    filesIn('src/bot/cards', '.ts').flatMap((file) =>
      [...read(file).matchAll(/\b[A-Z][A-Za-z]+\b/g)].map(([word]) => word),
    ),
  );
  const modules = await modulesOf('src/bot/intents');
  const exported = [...modules.values()].flatMap((exports) => Object.entries(exports));
  const clocks = commands.filter(({ clockOnly }) => clockOnly).map((command) => command.intent);
  const onCards = exported.filter(([name, one]) => clocks.some((intent) => intent === one) && shown.has(name));
  expect(clocks.length).toBeGreaterThan(0);
  expect(onCards.map(([name]) => `${name} stands under a button, but only the clock may wish it.`)).toEqual([]);
});

test('every subject that reacts is asked what follows', async () => {
  const modules = await modulesOf('src/bot/reactions');
  const subjects = [...modules.keys()].filter((name) => name.endsWith('-reactions'));
  const registry = read('src/bot/reactions/index.ts');
  expect(subjects.filter((name) => !registry.includes(`'./${name}.ts'`))).toEqual([]);
});

test('every language has its catalogue, and every catalogue is a language', async () => {
  const modules = await modulesOf('src/bot/text');
  const files = [...modules.keys()].filter((name) => /^[a-z]{2}-[a-z]{2}$/.test(name));
  expect(files.toSorted()).toEqual(locales.map((locale) => locale.toLowerCase()).toSorted());
  expect(Object.keys(catalogues).toSorted()).toEqual([...locales].toSorted());
});

test('every platform that can be named in the settings has a folder, and every folder is one', () => {
  const folders = new Set(filesIn('src/bot/platforms', '.ts').map((file) => file.split('/')[3]));
  expect([...folders].sort()).toEqual([...platformIds].sort());
});
