/** Every picture, in every state, language and ink: as agreed, within the platform's limits, and without losing a word. */
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/domain/language.ts';
import type { Message } from '../../src/bot/cards/card.ts';
import { pictures } from '../../src/bot/cards/index.ts';
import { type Drawn, gallery, headingOf, names } from './drawing.ts';
import { expectGolden, goldenFiles, laidOut } from './golden.ts';
import { inks } from './inks.ts';
import { scenes } from './scenes.ts';
import { piecesOf } from './words-of-message.ts';

type Shown = { readonly title: string; readonly heading: string; readonly message: Message };

const shown = (drawings: readonly Drawn[]): readonly Shown[] =>
  drawings.flatMap((drawn) =>
    drawn.message ? [{ title: drawn.title, heading: headingOf(drawn), message: drawn.message }] : [],
  );

/** Of every scene the drawing that says most: what the others leave out, an ink draws no differently. */
function richest(drawings: readonly Shown[]): readonly Shown[] {
  return [...Map.groupBy(drawings, ({ title }) => title).values()].flatMap(
    (alike) => alike.toSorted((a, b) => piecesOf(b.message).length - piecesOf(a.message).length)[0] ?? [],
  );
}

const cases = names.flatMap((name) => locales.map((locale) => ({ name, locale })));

describe.each(cases)('the picture “$name” in $locale', ({ name, locale }) => {
  test('is as agreed', async () => {
    const drawings = await gallery(name, locale);
    const pages = drawings.map((drawn) => [headingOf(drawn), drawn.message ?? 'nothing'] as const);
    expect(new Set(pages.map(([heading]) => heading)).size).toBe(pages.length);
    expectGolden(`${name}.${locale}.json`, `${laidOut(Object.fromEntries(pages))}\n`);
  });

  test.each(inks)('is accepted as $name draws it, and drawn as agreed', async (ink) => {
    const drawings = shown(await gallery(name, locale));
    for (const { heading, message } of drawings)
      expect(ink.faults(ink.draw(message, locale), message), heading).toEqual([]);
    const pages = richest(drawings).map(
      ({ heading, message }) => `=== ${heading}\n${ink.golden(ink.draw(message, locale))}\n`,
    );
    expectGolden(`${ink.name}/${name}.${locale}.txt`, pages.join('\n'));
  });

  test.each(inks)('loses nothing when $name draws it', async (ink) => {
    for (const { heading, message } of shown(await gallery(name, locale))) {
      const words = ink.words(ink.draw(message, locale));
      const lost = piecesOf(message).filter((piece) =>
        typeof piece === 'string' ? !words.includes(piece) : !words.includes(ink.moment(piece)),
      );
      expect(lost, heading).toEqual([]);
    }
  });
});

test('every picture there is has its scenes', () => {
  const seen = [...scenes.map(({ picture }) => picture), 'approval-entry'];
  expect(new Set(seen)).toEqual(new Set(Object.keys(pictures)));
});

test('a person’s own page is the same drawing as their list', () => {
  expect(pictures.home).toBe(pictures.my);
});

test('every golden file belongs to a picture that is still drawn', () => {
  const expected = cases.flatMap(({ name, locale }) => [
    `${name}.${locale}.json`,
    ...inks.map((ink) => `${ink.name}/${name}.${locale}.txt`),
  ]);
  const charts = inks.flatMap(({ name }) => locales.map((locale) => `${name}/chart.${locale}.txt`));
  expect(goldenFiles()).toEqual([...expected, ...charts, 'approval-entry.json'].toSorted());
});
