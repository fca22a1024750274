/** The link to Slack: found broken, probed with growing patience, found whole again. */
import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { judge } from '../../../src/bot/platforms/slack/failures.ts';
import { makeLink } from '../../../src/bot/platforms/slack/link.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = () => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };
const refusedConnection = new WebAPIRequestError(
  new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) }),
);
const revoked = new WebAPIPlatformError({ ok: false, error: 'token_revoked' });

function link(outcomes: readonly unknown[]) {
  const asked = { times: 0 };
  const ask = async () => {
    const outcome = outcomes[Math.min(asked.times, outcomes.length - 1)];
    asked.times += 1;
    if (outcome instanceof Error) throw outcome;
    return 'the bot';
  };
  return { link: makeLink(ask, (error) => judge(error, 'update'), log), asked };
}

test('an unreachable Slack is asked again after 1, 2, 4 … seconds until it answers', async () => {
  const { link: one, asked } = link([refusedConnection, refusedConnection, refusedConnection, 'ok']);
  await one.start();
  expect(one.trouble()).toContain('unreachable');
  expect(one.who()).toBeUndefined();

  await vi.advanceTimersByTimeAsync(1000 + 2000);
  expect(asked.times).toBe(3);
  await vi.advanceTimersByTimeAsync(4000);
  expect(one.trouble()).toBeUndefined();
  expect(one.who()).toBe('the bot');
  expect(vi.getTimerCount()).toBe(0);
});

test('a token revoked while running makes the bot not ready until it is welcome again', async () => {
  const { link: one } = link(['ok', 'ok']);
  await one.start();
  one.failed(judge(revoked, 'post'));
  one.failed(judge(revoked, 'post'));
  expect(one.trouble()).toContain('refuses the bot token: token_revoked');
  await vi.advanceTimersByTimeAsync(1000);
  expect(one.trouble()).toBeUndefined();
});

test('a refusal of one message says nothing about the link', async () => {
  const { link: one } = link(['ok']);
  await one.start();
  one.failed(judge(new WebAPIPlatformError({ ok: false, error: 'channel_not_found' }), 'post'));
  expect(one.trouble()).toBeUndefined();
});

test('stopping leaves no timer behind', async () => {
  const { link: one } = link([refusedConnection]);
  await one.start();
  one.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('a refused token rejects the start', async () => {
  await expect(link([revoked]).link.start()).rejects.toThrow('Slack refuses SLACK_BOT_TOKEN: token_revoked');
});
