/** SLA clocks in what is easily got wrong: targets, holidays, make-up days, what a priority changes, and approvals. */
import { describe, expect, test } from 'vitest';
import { approve } from '../../src/domain/approval/approval.ts';
import { approvalClocks } from '../../src/domain/approval/approval-clocks.ts';
import type { Calendar, SpecialDay } from '../../src/domain/calendar.ts';
import type { Firm } from '../../src/domain/firm.ts';
import { levels, priorities, priorityOf, weightFor } from '../../src/domain/priority.ts';
import { markReached } from '../../src/domain/request-marks.ts';
import { triage } from '../../src/domain/request-triage.ts';
import { dueAt, outcomeOf, startClock, stateOf, targetOf } from '../../src/domain/sla.ts';
import { ledgerOf } from '../../src/domain/sla-ledger.ts';
import type { Targets } from '../../src/domain/sla-policy.ts';
import { targetsFor } from '../../src/domain/sla-targets.ts';
import { eventsOf, no, yes } from './decisions.ts';
import { by, firm, globex, li, research, twoStage, wang, WORKDAY_MS } from './firm.ts';
import { inService, later, requestIn, running, submitted } from './requests.ts';

const MINUTE_MS = 60_000;
const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Golden Week of 2026 as China's government would have it: eight days off, and a Saturday to make up for it. */
const golden = { 'zh-CN': '国庆节', 'en-US': 'National Day' } as const;
const special = (date: string): SpecialDay | undefined => {
  if (date >= '2026-10-01' && date <= '2026-10-08') return { periods: [], name: golden };
  if (date === '2026-10-10') return { periods: day, name: golden };
  return date === '2026-09-30' ? { periods: day.slice(0, 1), name: { 'zh-CN': '节前', 'en-US': 'Eve' } } : undefined;
};
const china: Calendar = { ...firm.calendar, special };

test('over Golden Week a ledger names the days off once, counts the Saturday that makes up for them, and half of the eve', () => {
  const clock = startClock('resolution', 5 * WORKDAY_MS, { now: new Date('2026-09-29T02:00:00Z') });
  const lines = ledgerOf(clock, china, new Date('2026-10-12T02:00:00Z'));
  const told = lines.flatMap((line) =>
    'countedMs' in line ? [[line.type, line.fromDay, line.untilDay, line.countedMs / MINUTE_MS]] : [],
  );
  expect(told).toEqual([
    ['worked', '2026-09-29', '2026-09-29', 390],
    ['short', '2026-09-30', '2026-09-30', 180],
    ['off', '2026-10-01', '2026-10-08', 0],
    ['worked', '2026-10-09', '2026-10-09', 450],
    ['made-up', '2026-10-10', '2026-10-10', 450],
    ['worked', '2026-10-11', '2026-10-12', 60],
  ]);
  expect(dueAt(clock, china)).toEqual(new Date('2026-10-13T08:00:00Z'));
});

describe('what is promised', () => {
  const of = { service: research.id, client: globex, priority: 'normal' } as const;
  const withContract = (sla: Targets & { services?: ReadonlyMap<typeof research.id, Targets> }): Firm => ({
    ...firm,
    clients: new Map([...firm.clients, [globex, { id: globex, name: 'Globex', sla }]]),
  });

  test('is the contract’s, then the service’s, then the firm’s; each time on its own', () => {
    expect(targetsFor(of, firm)).toEqual({ firstResponseMs: 30 * MINUTE_MS, resolutionMs: 10 * WORKDAY_MS });
    const contract = withContract({ firstResponseMs: 20 * MINUTE_MS });
    expect(targetsFor(of, contract)).toEqual({ firstResponseMs: 20 * MINUTE_MS, resolutionMs: 10 * WORKDAY_MS });
    const single = withContract({ resolutionMs: 1, services: new Map([[research.id, { resolutionMs: 2 }]]) });
    expect(targetsFor(of, single).resolutionMs).toBe(2);
    const unsaid: Firm = { ...firm, services: new Map() };
    expect(targetsFor(of, unsaid)).toEqual({ firstResponseMs: firm.sla.firstResponseMs });
  });

  test('by a priority replaces the service’s, and can only better a contract', () => {
    expect(targetsFor({ ...of, priority: 'urgent' }, firm)).toEqual({
      firstResponseMs: 15 * MINUTE_MS,
      resolutionMs: 5 * WORKDAY_MS,
    });
    const strict = withContract({ firstResponseMs: 10 * MINUTE_MS, resolutionMs: 20 * WORKDAY_MS });
    expect(targetsFor({ ...of, priority: 'urgent' }, strict)).toEqual({
      firstResponseMs: 10 * MINUTE_MS,
      resolutionMs: 5 * WORKDAY_MS,
    });
  });
});

test('impact by urgency is the priority; every priority has a weight that makes it', () => {
  const table = levels.map((impact) => levels.map((urgency) => priorityOf({ impact, urgency })));
  expect(table).toEqual([
    ['low', 'low', 'normal'],
    ['low', 'normal', 'high'],
    ['normal', 'high', 'urgent'],
  ]);
  expect(priorities.map((priority) => priorityOf(weightFor(priority)))).toEqual(priorities);
});

test('urgent from now on: what runs has another target, with a line that says why, and never less than it has used', () => {
  const weight = { impact: 'high', urgency: 'high' } as const;
  const sorted = triage(inService(), by(li), later(60), firm, { weight });
  expect(eventsOf(sorted)).toEqual([
    { type: 'request.triaged', by: 'li', priority: 'urgent', retargets: ['resolution'] },
  ]);
  const { resolution, response } = yes(sorted);
  expect(resolution && targetOf(resolution, firm.calendar)).toBe(5 * WORKDAY_MS);
  expect(resolution?.entries.at(-1)).toMatchObject({ type: 'retargeted', why: 'urgent', by: 'li' });
  expect(response).toEqual(inService().response);

  const late = yes(triage(submitted(), by(li), later(25), firm, { weight }));
  expect(targetOf(late.response, firm.calendar)).toBe(25 * MINUTE_MS);
  expect(dueAt(late.response, firm.calendar)).toEqual(later(25));
});

test('all that is reached is told together, once; while nothing runs nothing is', () => {
  expect(no(markReached(submitted(), later(14), firm))).toEqual({ type: 'sla.nothing-due' });
  const half = markReached(submitted(), later(15), firm);
  expect(eventsOf(half)).toEqual([{ type: 'request.sla-reached', clock: 'response', percent: 50 }]);
  expect(no(markReached(yes(half), later(15), firm))).toEqual({ type: 'sla.nothing-due' });
  const missed = markReached(yes(half), later(600), firm);
  expect(eventsOf(missed)).toEqual([
    { type: 'request.sla-reached', clock: 'response', percent: 100 },
    { type: 'request.response-missed' },
  ]);
  expect(yes(missed).response.marks).toEqual([50, 80, 100]);
  for (const status of ['waiting', 'done', 'withdrawn', 'in-approval'] as const)
    expect(no(markReached(requestIn(status), later(90_000), firm))).toEqual({ type: 'sla.nothing-due' });
});

test('an approver’s clock runs on their own calendar, from being asked until they have spoken', () => {
  const timed = running(submitted(), { ...twoStage, escalateAfterMs: 4 * 60 * MINUTE_MS });
  const passed = yes(approve(timed, by(li), later(200), firm, {}));
  const told = approvalClocks(passed, firm).map(({ person, clock, calendar }) => [
    ...[person, stateOf(clock), outcomeOf(clock, calendar, later(400)).usedMs / MINUTE_MS],
  ]);
  expect(told).toEqual([
    ['li', 'met', 110],
    ['zhao', 'running', 190],
  ]);
  expect(approvalClocks(running(), firm)).toEqual([]);
  expect(wang.id).toBe(passed.advocate);
});
