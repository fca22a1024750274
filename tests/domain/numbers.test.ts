/** Record numbers, as they are shown and as people type them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOf, prefixes, readNumber, type RecordKind } from '../../src/domain/numbers.ts';

const kinds = Object.keys(prefixes) as readonly RecordKind[];
const number = fc
  .record({ kind: fc.constantFrom(...kinds), count: fc.integer({ min: 1, max: 999_999_999 }) })
  .map(({ kind, count }) => numberOf(kind, count));

test('a number is its kind and a count', () => {
  expect(kinds.map((kind) => numberOf(kind, 7))).toEqual([
    ...['REQ-7', 'APR-7', 'REP-7', 'SUR-7', 'ABS-7', 'DIG-7', 'ISS-7', 'RSK-7'],
  ]);
});

test('a number is read back however it was typed: small, full-width, with spaces, with any dash or none', () => {
  const full = (text: string): string =>
    [...text].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('');
  const typings: readonly ((number: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase(),
    full,
    (text) => ` ${text.replace('-', ' - ')} `,
    (text) => text.replace('-', '–'),
    (text) => text.replace('-', '‑'),
    (text) => text.replace('-', ''),
  ];
  fc.assert(
    fc.property(number, fc.constantFrom(...typings), (written, type) => {
      expect(readNumber(type(written))).toBe(written);
    }),
  );
});

test.each(['', 'REQ', 'REQ-', 'REQ-0', 'REQ-07', '7', 'XYZ-1', 'REQ-1-2', 'REQ-12x', 'REQ-1234567890', 'all of them'])(
  'what is no number is none: %s',
  (words) => {
    expect(readNumber(words)).toBeUndefined();
  },
);

test('whatever is read is written the one right way', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[ReqAprSu]{3}-?\d{0,4}$/)), (words) => {
      const read = readNumber(words);
      if (read !== undefined) expect(read).toMatch(/^(REQ|APR|REP|SUR)-[1-9]\d*$/);
      if (read !== undefined) expect(readNumber(read)).toBe(read);
    }),
  );
});
