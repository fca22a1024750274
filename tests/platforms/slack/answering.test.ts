/** Slack's three seconds: what is slow is acknowledged in time and told afterwards. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAnswering } from '../../../src/bot/platforms/slack/answering.ts';
import type { Way } from '../../../src/bot/platforms/slack/inbound/gesture.ts';
import { makeInTime } from '../../../src/bot/platforms/slack/in-time.ts';
import { plainWords } from '../../../src/bot/platforms/slack/render/text.ts';
import type { Telling } from '../../../src/bot/platforms/slack/telling.ts';
import type { Inbound, Reply } from '../../../src/bot/ports/platform.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const inbound: Inbound = {
  kind: 'pressed',
  key: 'press:1',
  speaker: { account: 'U1' },
  wish: { intent: 'a.b', input: {} },
};
const reply: Reply = { notice: { text: ['Done.'], tone: 'good' } };

function slowEngine(way: Way, tell?: Telling['tell']) {
  const told: string[] = [];
  const kept: Promise<unknown>[] = [];
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const telling: Telling = {
    tell: tell ?? (async (_, { notice }) => void told.push(plainWords(notice?.text ?? []))),
    open: async () => true,
    replace: async () => true,
  };
  const nothing = () => {};
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };
  const answer = makeAnswering({
    hear: () => promise,
    read: () => ({ heard: true, inbound, way }),
    telling,
    localeOf: async () => 'en-US',
    inTime: makeInTime((work) => void kept.push(work), log),
    keep: (work) => void kept.push(work),
    log,
  });
  return { answer, resolve, told, kept };
}

test.each(['press', 'command'] as const)(
  'a slow %s is acknowledged before Slack gives up, and answered later',
  async (kind) => {
    const { answer, resolve, told, kept } = slowEngine({
      kind,
      account: 'U1',
      answerAt: 'https://slack.example/answer',
    });
    const acknowledged = answer({});
    await vi.advanceTimersByTimeAsync(2500);
    expect(await acknowledged).toBeUndefined();
    expect(told).toEqual([]);

    resolve(reply);
    await Promise.all(kept);
    expect(told).toEqual(['Done.']);
  },
);

test('a quick command is answered in its acknowledgement', async () => {
  const { answer, resolve, told } = slowEngine({ kind: 'command', account: 'U1' });
  resolve(reply);
  expect(await answer({})).toMatchObject({ response_type: 'ephemeral', text: 'Done.' });
  expect(told).toEqual([]);
});

test('an event is never acknowledged before it is committed, however long that takes', async () => {
  const { answer, resolve } = slowEngine({ kind: 'event', account: 'U1' });
  const seen: string[] = [];
  const acknowledged = answer({}).then(() => seen.push('acknowledged'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual([]);
  resolve({});
  await acknowledged;
  expect(seen).toEqual(['acknowledged']);
});

test.each(['submission', 'event'] as const)(
  'the acknowledgement of a %s does not wait until Slack has taken the sentence',
  async (kind) => {
    const { answer, resolve } = slowEngine({ kind, account: 'U1' }, () => new Promise(() => {}));
    resolve(reply);
    expect(await answer({})).toBeUndefined();
  },
);
