/** What Slack's errors mean, one line each. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/bot/platforms/slack/failures.ts';
import rateLimited from '../../fixtures/slack/samples/webapi.error.ratelimited.http-429-with-Retry-After.json' with {
  type: 'json',
};
import invalidBlocks from '../../fixtures/slack/samples/webapi.error.invalid_blocks.json' with { type: 'json' };
import missingScope from '../../fixtures/slack/samples/webapi.error.missing_scope.json' with { type: 'json' };

const says = (error: string) => new WebAPIPlatformError({ ok: false, error });
const network = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

describe.each([
  // error, for a post, for an update
  ['channel_not_found', says('channel_not_found'), 'never', 'never'],
  ['is_archived', says('is_archived'), 'never', 'never'],
  ['not_in_channel', says('not_in_channel'), 'never', 'never'],
  ['user_disabled', says('user_disabled'), 'never', 'never'],
  ['a code nobody has seen yet', says('brand_new_error'), 'never', 'never'],
  ['message_not_found', says('message_not_found'), 'gone', 'gone'],
  ['cant_update_message', says('cant_update_message'), 'gone', 'gone'],
  ['edit_window_closed', says('edit_window_closed'), 'gone', 'gone'],
  ['internal_error', says('internal_error'), 'unsure', 'later'],
  ['fatal_error', says('fatal_error'), 'unsure', 'later'],
  ['the page of a proxy', says('<html>Bad gateway</html>'), 'unsure', 'later'],
  ['HTTP 503', new WebAPIHTTPError(503, 'Service Unavailable', {}), 'unsure', 'later'],
  ['HTTP 403 from a proxy', new WebAPIHTTPError(403, 'Forbidden', {}), 'later', 'later'],
  ['a connection that was refused', network('ECONNREFUSED'), 'later', 'later'],
  ['a name that was not found', network('ENOTFOUND'), 'later', 'later'],
  ['a connection that broke', network('ECONNRESET'), 'unsure', 'later'],
  [
    'a call that took too long',
    new WebAPIRequestError(new DOMException('timed out', 'TimeoutError')),
    'unsure',
    'later',
  ],
  ['a token that was revoked', says('token_revoked'), 'later', 'later'],
  ['an error of our own', new Error('oops'), 'unsure', 'later'],
] as const)('%s', (_, error, post, update) => {
  test(`is ${post} for a post, ${update} for an update`, () => {
    expect(judge(error, 'post').failure.verdict).toBe(post);
    expect(judge(error, 'update').failure.verdict).toBe(update);
  });
});

test('too many calls wait as long as Slack says: a chat for posts, everything for the rest', () => {
  const error = new WebAPIRateLimitedError(7);
  expect(judge(error, 'post').failure).toEqual({
    verdict: 'later',
    cause: 'ratelimited',
    afterMs: 7000,
    scope: 'chat',
  });
  expect(judge(error, 'update').failure).toMatchObject({ verdict: 'later', afterMs: 7000, scope: 'app' });
  expect(judge(says(rateLimited.error), 'post').failure).toMatchObject({ verdict: 'later' });
});

test('a refused token or an unreachable Slack concerns the link as a whole', () => {
  expect(judge(says('invalid_auth'), 'post')).toMatchObject({
    link: 'refused',
    failure: { scope: 'app', afterMs: 300_000 },
  });
  expect(judge(network('ECONNREFUSED'), 'post')).toMatchObject({ link: 'unreachable', failure: { scope: 'app' } });
  expect(judge(says('channel_not_found'), 'post').link).toBeUndefined();
});

test('operators read what exactly was wrong', () => {
  expect(judge(new WebAPIPlatformError(invalidBlocks), 'post').failure.cause).toBe(
    'invalid_blocks; [ERROR] unsupported type: foo [json-pointer:/blocks/0/type]',
  );
  expect(judge(new WebAPIPlatformError(missingScope), 'post').failure.cause).toBe(
    'missing_scope; needs users:read.email',
  );
});
