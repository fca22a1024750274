/** Who may know whom. The table is section 1 of the house's plan; a line that needs more is in the wrong room. */
import { expect, test } from 'vitest';
import { type Import, importsOf, sources } from './source.ts';

/** `type x`: types of it only; a path ending in `.ts`: that file only. Packages stand after the own rooms. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  text: ['domain', 'type cards/card.ts'],
  intents: ['domain', 'zod'],
  cards: ['domain', 'text', 'intents', 'type ports'],
  charts: ['type cards/card.ts', 'echarts', '@napi-rs/canvas', 'node:'],
  reactions: ['domain', 'intents', 'type text', 'type ports'],
  ports: ['type domain', 'type intents', 'type cards', 'type text', 'type node:http'],
  engine: [
    'domain',
    'text',
    'intents',
    'cards',
    'reactions',
    'ports',
    'node:crypto',
    'node:timers/promises',
    'type zod',
  ],
  commands: [
    ...['domain', 'intents', 'type ports'],
    // Several records are told of together: no reaction to one of them could.
    ...['engine/define.ts', 'engine/with-form.ts', 'reactions/effects.ts', 'reactions/sla-policy.ts'],
  ],
  jobs: ['domain', 'intents', 'type ports', 'engine/define.ts'],
  'platforms/slack': ['ports', 'text', 'charts', 'type domain', 'type cards/card.ts', '@slack/', 'node:', 'zod'],
  'platforms/feishu': [
    'ports',
    'text',
    'charts',
    'type domain',
    'type cards/card.ts',
    '@larksuiteoapi/',
    'node:',
    'zod',
  ],
  'platforms/playground': ['ports', 'text', 'charts', 'type domain', 'type cards/card.ts', 'hono', 'zod'],
  store: ['ports', 'domain', 'intents/pictures.ts', 'type cards/card.ts', '@prisma/', 'pg'],
  // The playground's page is the mouth of the playground's adapter, and draws with its ink.
  web: [
    ...['ports', 'domain', 'text', 'charts', 'type cards/card.ts', 'engine/engine.ts', 'platforms/playground'],
    ...['hono', 'node:', 'zod'],
  ],
  browser: [],
  cli: ['ports', 'domain', 'text', 'engine/engine.ts', 'runtime', 'platforms.ts', 'node:', 'pg', 'csv-stringify'],
  runtime: [
    ...['ports', 'domain', 'node:', 'zod', 'pino', 'prom-client', 'node-cron', 'pg', 'uuidv7', 'yaml'],
    ...['@hono/node-server', '@marcbachmann/cel-js', 'type ical.js'],
  ],
};

const compositionRoots: ReadonlySet<string> = new Set([
  'src/main.ts',
  'src/run.ts',
  'src/steward.ts',
  'src/platforms.ts',
]);
const wallClocks = 'src/domain/zoned-time.ts';

function roomOf(file: string): string {
  if (file.startsWith('src/web/playground/client/')) return 'browser';
  return /^src\/(?:bot\/)?(platforms\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? file;
}

function allowed({ from, what, own, typeOnly }: Import): boolean {
  const room = roomOf(from.file);
  if (compositionRoots.has(from.file)) return true;
  if (what === 'temporal-polyfill') return from.file === wallClocks;
  if (own && roomOf(what) === room) return true;
  return (mayImport[room] ?? []).some((entry) => {
    const target = entry.replace(/^type /, '');
    if (target !== entry && !typeOnly) return false;
    if (!own)
      return what === target || what.startsWith(target.endsWith(':') || target.endsWith('/') ? target : `${target}/`);
    return target.endsWith('.ts') ? what.replace(/^src\/(bot\/)?/, '') === target : roomOf(what) === target;
  });
}

test('every room knows only the rooms it may know', () => {
  const breaches = sources.flatMap(importsOf).filter((one) => !allowed(one));
  expect(
    breaches.map(
      ({ from, where, what, typeOnly }) =>
        `${where} imports ${typeOnly ? 'types of ' : ''}${what}: ${roomOf(from.file)} may know ${(mayImport[roomOf(from.file)] ?? []).join(', ') || 'nothing'}. Move the line, or pass it in.`,
    ),
  ).toEqual([]);
});

test('every file stands in a room that has a row in the table', () => {
  const homeless = sources.filter(({ file }) => !compositionRoots.has(file) && mayImport[roomOf(file)] === undefined);
  expect(homeless.map(({ file }) => `${file}:1 is in no known room: move it, or give its room a row here.`)).toEqual(
    [],
  );
});

test('no file needs itself, by whatever detour', () => {
  const needs = new Map(
    sources.map((source) => [source.file, importsOf(source).flatMap(({ own, what }) => (own ? [what] : []))]),
  );
  const clear = new Set<string>();
  const cycleFrom = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (clear.has(file)) return undefined;
    const found = (needs.get(file) ?? [])
      .map((next) => cycleFrom(next, [...way, file]))
      .find((one) => one !== undefined);
    if (found === undefined) clear.add(file);
    return found;
  };
  const cycles = [...needs.keys()].flatMap((file) => {
    const cycle = cycleFrom(file, []);
    return cycle?.[0] === file ? [`${cycle.join(' -> ')}: move what both need into a third file.`] : [];
  });
  expect(cycles).toEqual([]);
});
