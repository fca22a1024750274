/** What is written beside the code is true: comments, sizes, settings, tables and documents. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { settingNames } from '../../src/bot/runtime/config.ts';
import { filesIn, read, root, sources } from './source.ts';

const MOST_LINES = 250;
/** Words for eyes are as long as the product is rich. */
const isCatalogue = (file: string): boolean => /^src\/bot\/text\/[a-z]{2}-[a-z]{2}\.ts$|\/words\.ts$/.test(file);

test('no file has more lines than a person reads at once', () => {
  const files = ['src', 'scripts', 'tests'].flatMap((folder) => filesIn(folder, '.ts', '.tsx', '.mjs', '.css'));
  const long = files
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > MOST_LINES && !isCatalogue(file));
  expect(long.map(({ file, lines }) => `${file}:${MOST_LINES + 1} has ${lines} lines: cut it by subject.`)).toEqual([]);
});

test('every file says in its first sentence what it is', () => {
  const opening = /^(#!.*\n)?\/\*\*\s[^]*?[.。!?？！:]["”」]?\s*(\*\/|\n)/;
  const silent = sources.filter(({ text }) => !opening.test(text));
  expect(silent.map(({ file }) => `${file}:1 does not open with a sentence: /** What this file is. */`)).toEqual([]);
});

test('every table says who writes it', () => {
  const lines = read('prisma/schema.prisma').split('\n');
  const unsaid = lines.flatMap((line, n) => {
    const model = /^model (\w+)/.exec(line)?.[1];
    if (model === undefined) return [];
    const comment = lines
      .slice(0, n)
      .reverse()
      .findIndex((before) => !before.startsWith('///'));
    const said = lines.slice(n - comment, n).join(' ');
    return /\b(written|enqueued|planned|settled|raised|kept)\b[^.]* by\b/i.test(said)
      ? []
      : [`prisma/schema.prisma:${n + 1} model ${model} does not say who writes it: /// … Written by …`];
  });
  expect(lines.some((line) => line.startsWith('model '))).toBe(true);
  expect(unsaid).toEqual([]);
});

test('the example of the settings names every setting, once, and no other', () => {
  const named = [...read('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual([...settingNames].sort());
});

const documents = [
  ...filesIn('docs', '.md'),
  ...filesIn('tests', '.md'),
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
];

/** Made while the product runs, or an example of what somebody might write. */
const notInTheTree = /^(\.\/)?(data|node_modules)(\/|$)|[<>…*{}$]|^~|:\/\//;
const looksLikeAPath =
  /^(\.{1,2}\/)?[\w@.-]+(\/[\w@.-]+)*(\/|\.(ts|tsx|mjs|js|json|yaml|yml|md|sql|prisma|css|example))$/;

function exists(name: string, document: string): boolean {
  const homes = ['.', path.dirname(document), 'src', 'src/bot'];
  return homes.some((home) => existsSync(path.join(root, home, name)));
}

test('documents name only files that exist', () => {
  const lost = documents.flatMap((document) =>
    read(document)
      .split('\n')
      .flatMap((line, n) => {
        const spoken = [...line.matchAll(/`([^`\s]+)`/g)].flatMap(([, name = '']) =>
          looksLikeAPath.test(name) ? [name] : [],
        );
        const linked = [...line.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, name = '']) => name);
        return [...spoken, ...linked]
          .filter((name) => !notInTheTree.test(name) && !exists(name, document))
          .map((name) => `${document}:${n + 1} names ${name}, which does not exist: mend the document.`);
      }),
  );
  expect(lost).toEqual([]);
});

test('documents name only commands that can be run', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const lost = documents.flatMap((document) =>
    read(document)
      .split('\n')
      .flatMap((line, n) =>
        [...line.matchAll(/\bnpm run ([\w:-]+)/g)].flatMap(([, name = '']) =>
          scripts[name] === undefined ? [`${document}:${n + 1} names npm run ${name}, which package.json lacks.`] : [],
        ),
      ),
  );
  expect(lost).toEqual([]);
});

test('every script of package.json runs a file that exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const lost = Object.entries(scripts).flatMap(([name, command]) =>
    [...command.matchAll(/\b(?:src|scripts)\/[\w./-]+\.(?:ts|mjs)\b/g)]
      .filter(([file]) => !existsSync(path.join(root, file)))
      .map(([file]) => `package.json: the script ${name} runs ${file}, which does not exist.`),
  );
  expect(lost).toEqual([]);
});
