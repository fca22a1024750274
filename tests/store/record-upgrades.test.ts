/** Requests written before there were ledgers are read as today's: what was promised, and what has been answered, stays so. */
import { expect, test } from 'vitest';
import { fromRow } from '../../src/bot/store/record-rows.ts';
import { dueAt, lastNoted, stateOf, targetOf } from '../../src/domain/sla.ts';
import { firm } from '../domain/firm.ts';
import { later, monday, requestIn } from '../domain/requests.ts';
import type { RequestStatus } from '../../src/domain/request-state.ts';

const responseDueAt = later(30);

/** As it was written then. */
function former(status: RequestStatus, times: object): unknown {
  const { response: _response, resolution: _resolution, ...rest } = requestIn(status);
  return JSON.parse(JSON.stringify({ ...rest, responseDueAt, ...times }));
}

const read = (status: RequestStatus, times: object = {}) =>
  fromRow({ number: 'REQ-7', kind: 'request', version: 1, body: former(status, times) }, 'request');

test('an unanswered request is due when it was', () => {
  const request = read('new');
  expect(stateOf(request.response)).toBe('running');
  expect(dueAt(request.response, firm.calendar)).toEqual(responseDueAt);
  expect(targetOf(request.response, firm.calendar)).toBe(30 * 60_000);
  expect(request.response.entries).toEqual([{ type: 'started', by: 'ann', notedAt: monday }]);
  expect(request).not.toHaveProperty('responseDueAt');
});

test('one in service has been answered, and is to be done when it was', () => {
  const due = new Date('2026-12-07T02:10:00Z');
  const request = read('in-service', { respondedAt: later(10), dueAt: due });
  expect(lastNoted(request.response)).toEqual({ type: 'met', by: 'wang', notedAt: later(10) });
  expect(request.resolution && dueAt(request.resolution, firm.calendar)).toEqual(due);
  expect(request).not.toHaveProperty('dueAt');
});

test('what is done was met then; what was withdrawn is cancelled', () => {
  const request = read('done', { respondedAt: later(10), dueAt: new Date('2026-12-07T02:10:00Z') });
  expect(request.resolution && lastNoted(request.resolution)).toMatchObject({ type: 'met', notedAt: later(300) });
  expect(stateOf(read('withdrawn').response)).toBe('cancelled');
});

test('what is written today is read as it is', () => {
  const today: unknown = JSON.parse(JSON.stringify(requestIn('waiting')));
  expect(fromRow({ number: 'REQ-7', kind: 'request', version: 1, body: today }, 'request')).toEqual(
    requestIn('waiting'),
  );
});
