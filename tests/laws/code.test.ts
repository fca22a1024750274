/** What no line of the product may do: name a platform, ask the environment or the clock, keep state, or silence the compiler. */
import { expect, test } from 'vitest';
import ts from 'typescript';
import { at, filesIn, linesWith, read, type Source, sources } from './source.ts';

const isRuntime = ({ file }: Source): boolean => file.startsWith('src/bot/runtime/');
const isBrowser = ({ file }: Source): boolean => file.startsWith('src/web/playground/client/');

/** Every node of every file (but those of `excepted`) for which `breaks` says why it may not stand there. */
function breaches(breaks: (node: ts.Node) => string | undefined, excepted: (source: Source) => boolean = () => false) {
  return sources
    .filter((source) => !excepted(source))
    .flatMap((source) =>
      source.nodes.flatMap((node) => {
        const why = breaks(node);
        return why === undefined ? [] : [`${at(source, node)} ${why}`];
      }),
    );
}

test('a platform is named only by its own folder, the settings and the composition roots', () => {
  const mayName = /^src\/(bot\/platforms\/(slack|feishu)\/|bot\/runtime\/config\.ts$|(main|steward|platforms)\.ts$)/;
  const named = sources
    .filter(({ file }) => !mayName.test(file))
    .flatMap(({ file, text }) => linesWith(file, text, /slack|feishu|lark/i));
  expect(named.map((where) => `${where} names a platform: say what differs as data of the port (its traits).`)).toEqual(
    [],
  );
});

test('no adapter knows another one', () => {
  const known = sources.flatMap(({ file, text }) => {
    if (file.startsWith('src/bot/platforms/slack/')) return linesWith(file, text, /feishu|lark/i);
    return file.startsWith('src/bot/platforms/feishu/') ? linesWith(file, text, /slack/i) : [];
  });
  expect(known.map((where) => `${where} speaks of another platform: what both need belongs to the port.`)).toEqual([]);
});

test('settings are read in one place', () => {
  const isEnvironment = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) && node.name.text === 'env' && node.expression.getText() === 'process';
  expect(
    breaches(
      (node) => (isEnvironment(node) ? 'reads process.env: add the setting to src/bot/runtime/config.ts.' : undefined),
      ({ file }) => file === 'src/bot/runtime/config.ts',
    ),
  ).toEqual([]);
});

const chance = /^(Math\.random|(crypto\.)?(randomUUID|randomBytes|randomInt)|uuidv7|uuidv4)$/;
const clocks = /^(Date(\.now)?|performance\.now)$/;

function asksTheWorld(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
    return 'asks what time it is: take `now` from the turn, or the Clock.';
  }
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression.getText();
  if (clocks.test(called)) return 'asks what time it is: take `now` from the turn, or the Clock.';
  return chance.test(called) ? 'asks for chance: take ids from src/bot/runtime/ids.ts, passed in.' : undefined;
}

test('time and chance come from the runtime alone', () => {
  expect(breaches(asksTheWorld, (source) => isRuntime(source) || isBrowser(source))).toEqual([]);
});

test('a page in the browser counts how long it has stood, and reads no clock of its own', () => {
  const found = breaches(asksTheWorld, (source) => !isBrowser(source));
  const elapsed = sources.flatMap(({ file, text }) => linesWith(file, text, /\bperformance\.now\(\)/));
  expect(found.filter((breach) => !elapsed.some((where) => breach.startsWith(`${where} `)))).toEqual([]);
});

test('SQL never asks the database what time it is', () => {
  const asking =
    /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid)\s*\(\s*\)|\bcurrent_(timestamp|date|time)\b/i;
  // This one asks for nothing else: whether our own clock is wrong is told by comparing.
  const comparing = 'src/bot/store/shared-now.ts';
  const files = [...filesIn('prisma', '.sql', '.prisma'), ...filesIn('src/bot/store', '.ts', '.sql')].filter(
    (file) => file !== comparing,
  );
  const found = files.flatMap((file) => {
    // The clock of the product is passed as a parameter; comments may speak of the other one.
    const code = read(file).replaceAll(/--.*|\/\/.*|\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''));
    return linesWith(file, code, asking);
  });
  expect(found.map((where) => `${where} asks the database for time or chance: pass it as a parameter.`)).toEqual([]);
});

test('no module keeps state', () => {
  const isState = (node: ts.Node): boolean =>
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    (node.declarationList.flags & ts.NodeFlags.Const) === 0;
  expect(
    breaches((node) =>
      isState(node) ? 'keeps state in a module: pass it in, or keep it in the database.' : undefined,
    ),
  ).toEqual([]);
});

test('the compiler is never silenced', () => {
  const silences = (node: ts.Node): string | undefined => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return 'says `any`: say what it is, or `unknown`.';
    if (ts.isNonNullExpression(node)) return 'says `!`: show the compiler why it is there.';
    return (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken
      ? 'says `!`: give it a value where it begins.'
      : undefined;
  };
  const hushed = sources.flatMap(({ file, text }) => linesWith(file, text, /@ts-(ignore|expect-error|nocheck)/));
  expect([...breaches(silences), ...hushed.map((where) => `${where} hushes the compiler: mend the type.`)]).toEqual([]);
});

test('tests are neither skipped, nor alone, nor stand in for our own modules', () => {
  const found = filesIn('tests', '.test.ts').flatMap((file) =>
    linesWith(file, read(file), /\b(test|it|describe)\.(skip|only|todo|fails)\b|\bvi\.(mock|doMock)\(/),
  );
  const breaking = found.filter((where) => !where.startsWith('tests/laws/'));
  expect(breaking.map((where) => `${where} is a test that does not tell the truth: mend or delete it.`)).toEqual([]);
});
