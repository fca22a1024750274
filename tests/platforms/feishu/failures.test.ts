/** Each refusal of the platform has one meaning. */
import { expect, test } from 'vitest';
import { toFailure } from '../../../src/bot/platforms/feishu/failures.ts';
import { WireError } from '../../../src/bot/platforms/feishu/transport.ts';
import { fixture } from './bench.ts';

const refused = (code: number | string, status = 400, message = 'words') => new WireError(message, { code, status });
const unanswered = (code: string) => new WireError('no answer', { code });

test.each([
  [99991400, 'later'],
  [230020, 'later'],
  [230049, 'later'],
  [11310, 'later'],
  [10014, 'later'],
  [99991663, 'later'],
  [99991672, 'later'],
  [230031, 'gone'],
  [230011, 'gone'],
  [230110, 'gone'],
  [230002, 'never'],
  [230013, 'never'],
  [230029, 'never'],
  [230053, 'never'],
  [232009, 'never'],
  [230025, 'never'],
  [41050, 'never'],
  [999999, 'never'],
])('code %i means %s', (code, verdict) => {
  expect(toFailure(refused(code), 'update').verdict).toBe(verdict);
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('%s means that nothing was done', (code) => {
  expect(toFailure(unanswered(code), 'post')).toMatchObject({ verdict: 'later', scope: 'app' });
});

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'ETIMEDOUT'])(
  'after %s a post may stand already, an update may be repeated',
  (code) => {
    expect(toFailure(unanswered(code), 'post').verdict).toBe('unsure');
    expect(toFailure(unanswered(code), 'update').verdict).toBe('later');
    expect(toFailure(refused('HTTP 502', 502), 'post').verdict).toBe('unsure');
    expect(toFailure(refused('HTTP 502', 502), 'profile').verdict).toBe('later');
  },
);

test('a rate limit says how long to wait, and whether one chat or everything waits', () => {
  const limited = new WireError('slow', { code: 99991400, status: 429, resetMs: 52_000 });
  expect(toFailure(limited, 'post')).toMatchObject({ verdict: 'later', scope: 'app', afterMs: 52_000 });
  expect(toFailure(refused(230020), 'post')).toMatchObject({ verdict: 'later', scope: 'chat' });
  expect(toFailure(refused('HTTP 429', 429), 'post')).toMatchObject({ verdict: 'later', scope: 'app' });
});

test.each([
  [1390001, 'never', undefined],
  [1390014, 'later', 900_000],
  [1395001, 'later', 1000],
  [99991672, 'later', 900_000],
  [99991400, 'later', 1000],
])('in the approval centre code %i means %s, and no chat waits for it', (code, verdict, afterMs) => {
  const failure = toFailure(refused(code), 'entry');
  expect([failure.verdict, failure.afterMs]).toEqual([verdict, afterMs]);
  expect(failure.scope).not.toBe('app');
  expect(toFailure(unanswered('ECONNRESET'), 'entry').verdict).toBe('later');
});

test('a locked card is tried again, a faulty one is not', () => {
  const inner = (words: string) =>
    refused(230099, 400, `Failed to create card content, ext=ErrCode: 11310; ErrMsg: ${words}; `);
  expect(toFailure(inner('card action is lock'), 'update').verdict).toBe('later');
  expect(toFailure(inner('element exceeds the limit'), 'update').verdict).toBe('never');
});

test('operators read the code, the words and the log id', () => {
  const error = new WireError('The bot can not be outside the group.', { code: 230002, status: 400, logId: 'L1' });
  expect(toFailure(error, 'post').cause).toBe('230002 The bot can not be outside the group. (log_id L1)');
});

test('every recorded refusal has a verdict', () => {
  const samples = fixture('error-responses') as { http: number; body: { code: number; msg: string } }[];
  const verdicts = samples.map(({ http, body }) => [
    body.code,
    toFailure(refused(body.code, http, body.msg), 'update').verdict,
  ]);
  expect(Object.fromEntries(verdicts)).toEqual({
    10014: 'later',
    41050: 'never',
    230002: 'never',
    230013: 'never',
    230020: 'later',
    230025: 'never',
    230031: 'gone',
    230038: 'never',
    230053: 'never',
    230099: 'never',
    232033: 'never',
    99991400: 'later',
    99991661: 'later',
    99991663: 'later',
    99991672: 'later',
    99992361: 'never',
  });
});

test('an answer nobody understands leaves a post unsure', () => {
  expect(toFailure(new Error('odd shape'), 'post').verdict).toBe('unsure');
});
