/** What is approved: one text for one matter, and the differences between two. */
import { expect, test } from 'vitest';
import { changesBetween, factsOf, type Payload, payloadOf, textOf } from '../../src/domain/approval/payload.ts';
import { firm, review } from './firm.ts';
import { requestIn, statuses, submitted } from './requests.ts';

const payload = payloadOf(submitted());
const { client: _, ...ours } = payload;

test('holds what was asked, and nothing of how the request goes', () => {
  expect(payload).toEqual({
    ...{ title: '新能源市场调研', service: 'market-research', client: 'globex', priority: 'normal' },
    answers: submitted().answers,
  });
  for (const status of statuses) expect(payloadOf(requestIn(status))).toEqual(payload);
});

test('the same matter gives the same text, in whatever order it was written', () => {
  const turned: Payload = { ...payload, answers: Object.fromEntries(Object.entries(payload.answers).toReversed()) };
  expect(textOf(turned)).toBe(textOf(payload));
});

test('any difference gives another text', () => {
  const others: readonly Payload[] = [
    { ...payload, title: '别的' },
    { ...payload, priority: 'high' },
    { ...payload, service: review.id },
    { ...payload, answers: { ...payload.answers, budget: 1 } },
    { ...payload, answers: { ...payload.answers, budget: '150000' } },
    { ...payload, answers: { background: 'x' } },
    ours,
  ];
  expect(new Set([payload, ...others].map(textOf)).size).toBe(others.length + 1);
});

test('changes name each field that came, went or became another', () => {
  expect(changesBetween(payload, payload)).toEqual([]);
  const { due: _due, ...rest } = submitted().answers;
  const after: Payload = { ...payload, priority: 'urgent', answers: { ...rest, budget: 200_000, extra: 'new' } };
  expect(changesBetween(payload, after)).toEqual([
    { field: 'priority', before: 'normal', after: 'urgent' },
    { field: 'due', before: '2026-12-31' },
    { field: 'budget', before: 150_000, after: 200_000 },
    { field: 'extra', after: 'new' },
  ]);
  expect(changesBetween(ours, payload)).toEqual([{ field: 'client', after: 'globex' }]);
});

test('a condition sees what kind of client it is; a question of that name is meant first', () => {
  const clients = new Map([...firm.clients].map(([id, client]) => [id, { ...client, segment: 'sme' }]));
  const sorted = { ...firm, clients };
  expect(factsOf(payload, sorted)).toMatchObject({ segment: 'sme' });
  expect(firm.judge('segment == "sme"', factsOf(payload, sorted))).toBe(true);
  expect(firm.judge('segment == "sme"', factsOf(payload, firm))).toBe(false);
  expect(factsOf({ ...payload, answers: { segment: '细分市场' } }, sorted)).toMatchObject({ segment: '细分市场' });
});

test('a condition sees every question, an empty one as nothing, and the priority and client', () => {
  const small = payloadOf(submitted({ answers: { background: 'x', budget: 99_999 } }));
  expect(factsOf(small, firm)).toEqual({
    ...{ background: 'x', due: null, budget: 99_999, region: null },
    ...{ priority: 'normal', client: 'globex', segment: null },
  });
  expect(factsOf({ ...ours, answers: {} }, firm)).toMatchObject({ background: null, client: null, segment: null });
});
