/** Conditions of approval stages. */
import { expect, test } from 'vitest';
import { compileCondition, type FactTypes } from '../../src/bot/runtime/firm-file/conditions.ts';

const types: FactTypes = new Map([
  ['budget', 'number'],
  ['pages', 'number'],
  ['region', 'text'],
  ['due', 'text'],
  ['client', 'text'],
]);

const facts = { budget: 100_000, pages: null, region: '华东', due: '2026-12-24', client: null };

test.each([
  ['budget >= 100000', true],
  ['budget == 100000', true],
  ['budget != 100000', false],
  ['budget > 99999.5', true],
  ['region == "华东"', true],
  ['region in ["华南", "海外"]', false],
  ['due < "2027-01-01"', true],
  ['region == "华南" || budget >= 5', true],
  ['!(region == "华南") && budget >= 5', true],
  ['budget > 5 ? region == "华东" : false', true],
])('%s is answered from what was filled in', (source, answer) => {
  const compiled = compileCondition(source, types);
  expect(compiled.ok && compiled.condition.holds(facts)).toBe(answer);
});

test.each([
  ['pages > 5', false],
  ['pages != 5', false],
  ['pages < 5 || budget >= 5', true],
  ['pages < 5 && budget >= 5', false],
  ['client == "globex"', false],
  ['client.startsWith("g")', false],
  ['!(pages > 5)', true],
  ['pages + budget > 5', false],
])('in %s a comparison over an empty field is false, never an error', (source, answer) => {
  const compiled = compileCondition(source, types);
  expect(compiled.ok && compiled.condition.holds(facts)).toBe(answer);
});
