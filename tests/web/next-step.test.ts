/** The guide: from what exists it knows the next step of the story and whose it is. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { asPlayed } from '../../src/bot/platforms/playground/firm.ts';
import { PLAYGROUND } from '../../src/bot/platforms/playground/index.ts';
import type { RecordRow } from '../../src/bot/ports/windows.ts';
import { readFirmFile } from '../../src/bot/runtime/firm-file/read.ts';
import { castOf } from '../../src/web/playground/cast.ts';
import { nextStep, type SoFar } from '../../src/web/playground/next-step.ts';

const file = fileURLToPath(new URL('../../config/steward.yaml', import.meta.url));
const firm = asPlayed(readFirmFile(file), PLAYGROUND);
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 25, 2, minute));

const row = (number: string, kind: string, state: string, owner: string | null = null, minute = 0): RecordRow => ({
  ...{ number, kind, state, owner, title: '调研', client: 'xinhai' },
  ...{ createdAt: at(minute), updatedAt: at(minute) },
});

const nothing: SoFar = { records: [], inbox: [], audit: [], posts: [] };

function next(soFar: Partial<SoFar>) {
  const cast = castOf(firm, 'zh-CN');
  if (!cast) throw new Error('the example firm has a story to tell');
  const { step, who } = nextStep(firm, cast, { ...nothing, ...soFar });
  return [step, who?.id];
}

test('the story begins with somebody of the visitor’s language who looks after a client', () => {
  expect(castOf(firm, 'zh-CN')).toMatchObject({ taker: { id: 'li' }, asker: { locale: 'zh-CN' } });
  expect(castOf(firm, 'en-US')).toMatchObject({ asker: { id: 'emily' }, contact: { id: 'james' } });
});

test('who has asked what there is chooses a service next', () => {
  const inbox = [
    { key: 'k', platform: 'playground', receivedAt: at(0), intent: 'request.start', actor: 'tang', outcome: 'done' },
  ] as const;
  expect(next({})[0]).toBe('ask');
  expect(next({ inbox })).toEqual(['choose', 'tang']);
});

test('a new request waits for the desk in whose room it was posted', () => {
  const records = [row('REQ-1', 'request', 'new')];
  const post = { id: 'p', platform: 'playground', state: 'sent', attempts: 1, cause: '', sentAt: null } as const;
  const posts = [{ ...post, record: 'REQ-1', place: 'room-finance', createdAt: at(0) }];
  expect(next({ records })).toEqual(['take', 'li']);
  expect(next({ records, posts })).toEqual(['take', 'he']);
});

test('a question is answered by whoever submitted the request', () => {
  const audit = [
    { seq: 1, at: at(0), actor: 'gao', onBehalfOf: null, record: 'REQ-1', event: 'request.submitted' },
  ].map((entry) => ({ ...entry, prevHash: '', hash: '' }));
  expect(next({ records: [row('REQ-1', 'request', 'need-info')], audit })).toEqual(['answer', 'gao']);
});

test('an approval waits for its owner: the first of those whose turn it is', () => {
  const request = row('REQ-2', 'request', 'in-approval', 'li', 5);
  const older = row('APR-1', 'approval', 'running', 'zhou', 1);
  expect(next({ records: [older, row('APR-2', 'approval', 'running', 'xu', 6), request] })).toEqual(['approve', 'xu']);
});

test('work in service is finished by its owner, and a finished one is rated by the contact who was asked', () => {
  expect(next({ records: [row('REQ-1', 'request', 'in-service', 'chen')] })).toEqual(['finish', 'chen']);
  const done = row('REQ-1', 'request', 'done', 'li');
  const surveys = [row('SUR-1', 'survey', 'sent', 'wu'), row('SUR-2', 'survey', 'sent', 'zheng')];
  expect(next({ records: [...surveys, done] })[0]).toBe('survey');
  expect(
    next({ records: [row('SUR-1', 'survey', 'answered', 'wu'), row('SUR-2', 'survey', 'sent', 'zheng'), done] }),
  ).toEqual(['over', undefined]);
});

test('only the newest request counts, and one that was declined begins the story again', () => {
  const old = row('REQ-1', 'request', 'new', null, 1);
  expect(next({ records: [old, row('REQ-2', 'request', 'declined', null, 2)] })[0]).toBe('again');
});
