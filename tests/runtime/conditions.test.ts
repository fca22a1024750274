/** Conditions of approval stages. */
import { expect, test } from 'vitest';
import { compileCondition, type FactTypes, judge } from '../../src/bot/runtime/firm-file/conditions.ts';

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
  expect(compiled.ok && compiled.holds(facts)).toBe(answer);
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
  expect(compiled.ok && compiled.holds(facts)).toBe(answer);
});

test('a running approval judges the condition it began with, whatever the firm file says now', () => {
  const holds = judge();
  expect([99_999, 100_000].map((budget) => holds('budget >= 100000', { budget }))).toEqual([false, true]);
  expect(holds('region == "华东" && budget >= 5', { region: '华东', budget: 5 })).toBe(true);
  expect(holds('priority == "urgent" || client == "globex"', { priority: 'normal', client: 'globex' })).toBe(true);
  expect(holds('due < "2027-01-01"', { due: '2026-12-24' })).toBe(true);
});

test.each([
  ['an empty field', 'budget >= 5', { budget: null }],
  ['a field that the service does not have any more', 'budget >= 5', { region: '华东' }],
  ['a number that has become a text', 'budget >= 5', { budget: 'much' }],
  ['what is no condition', 'budget >=', { budget: 9 }],
  ['what is no question', 'budget', { budget: 9 }],
])('%s makes it false, never an error', (_, condition, facts) => {
  expect(judge()(condition, facts)).toBe(false);
});

test.each([
  ['gone > 5 || budget >= 5', true],
  ['gone > 5 && budget >= 5', false],
  ['!(gone == "x") && lost != 1 || budget >= 5', true],
  ['!(gone > lost)', true],
  ['gone', false],
])('in %s a comparison over a field that is gone is false, and the rest still counts', (condition, answer) => {
  expect(judge()(condition, { budget: 9 })).toBe(answer);
});
