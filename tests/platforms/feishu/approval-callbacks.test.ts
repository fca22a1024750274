/** What is decided in the approval centre, and who may say so: verified, heard, and answered truly. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callbackKeys } from '../../../src/bot/platforms/feishu/approvals/keys.ts';
import type { Entry } from '../../../src/bot/cards/card.ts';
import type { Reply } from '../../../src/bot/ports/platform.ts';
import { encrypt } from '../../fakes/feishu/courier.ts';
import { bench, bo, fixture, secretKey, type Bench } from './bench.ts';
import { at, entry, input, message, place } from './entries.ts';

let b: Bench;
beforeEach(async () => {
  b = await bench({ approvalCentre: true });
});
afterEach(async () => {
  expect(b.fake.breaches).toEqual([]);
  await b.close();
});

const show = (more: Partial<Entry> = {}) =>
  b.platform.post(place, message(more), { id: 'p', attempt: 1, since: new Date() });
const keys = callbackKeys(secretKey);

async function post(body: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${b.url}/feishu/approvals`, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}
const sealed = (content: unknown, key = keys.key): string =>
  JSON.stringify({ encrypt: encrypt(JSON.stringify(content), key) });
const samples = JSON.parse(
  JSON.stringify(fixture('own-approval-callbacks')).replaceAll('$token', keys.token),
) as Record<string, Record<string, unknown>>;
const fromList = samples['from a list'] ?? {};

test('a yes and a no are gestures of whoever the platform says it was', async () => {
  expect(await post(sealed(fromList))).toEqual({ status: 200, body: {} });
  expect(await post(sealed(samples['from a search']))).toEqual({ status: 200, body: {} });
  expect(b.heard).toMatchObject([
    { kind: 'pressed', speaker: { account: bo }, wish: { intent: 'approval.approve', input }, entry: 'APR-3' },
    { kind: 'submitted', wish: { intent: 'approval.reject', input }, fields: { reason: '预算未批' } },
  ]);
});

test('sent again it is the same gesture; by somebody else, or the other way, it is another', async () => {
  const presses = [fromList, fromList, { ...fromList, user_id: 'uana' }, { ...fromList, action_type: 'REJECT' }];
  for (const press of presses) await post(sealed(press));
  expect(new Set(b.heard.map(({ key }) => key)).size).toBe(3);
  expect(b.heard[0]?.key).toBe(b.heard[1]?.key);
});

test('only who knows the token and the key is heard', async () => {
  const forged = [
    sealed({ ...fromList, token: 'guessed' }),
    sealed({ ...fromList, token: undefined }),
    sealed(fromList, 'another key'),
    JSON.stringify({ encrypt: 'AAAA' }),
    JSON.stringify({ ...fromList, token: 'guessed' }),
    JSON.stringify({}),
  ];
  for (const body of forged) expect((await post(body)).status, body).toBe(401);
  expect(b.heard).toEqual([]);
});

test('what is not as documented is malformed, what is too large is too large, and the door lives on', async () => {
  for (const body of ['nonsense', '[]', 'null', sealed({ ...fromList, action_type: 'DELETE' })])
    expect((await post(body)).status, body).toBe(400);
  expect((await post(sealed({ ...fromList, user_id: '../../me' }))).status).toBe(400);
  expect((await post(JSON.stringify({ encrypt: 'A'.repeat(1024 * 1024) }))).status).toBe(413);
  expect((await post(JSON.stringify(fromList))).status).toBe(200);
});

test('a task or a person we do not know is told so, in both languages', async () => {
  const words = async (press: unknown) => (await post(sealed(press))) as { status: number; body: { message: string } };
  const foreign = await words({ ...fromList, task_id: 'step1' });
  expect(foreign).toMatchObject({ status: 404, body: { without_prefix: 'true' } });
  expect(foreign.body.message).toMatch(/没有这项审批任务.* \/ .*no such approval task/);
  expect((await words({ ...fromList, instance_id: 'APR-4' })).status).toBe(404);
  expect((await words({ ...fromList, action_context: '12345' })).status).toBe(404);
  expect((await words({ ...fromList, action_context: undefined })).status).toBe(404);
  expect((await words(samples['from a bot message, which we never send'])).status).toBe(404);
  expect((await words({ ...fromList, user_id: 'unobody' })).status).toBe(403);
  expect(b.heard).toEqual([]);
});

test('a refusal is told in its own words, and the entry is put right', async () => {
  await show({ state: 'approved', endedAt: at(5), changedAt: at(5), tasks: [] });
  b.fake.centre.lose('APR-3');
  b.replies({
    refused: true,
    notice: { text: ['已由李强同意'], tone: 'warning' },
    entry: entry({ changedAt: at(6) }),
  });
  expect(await post(sealed(fromList))).toEqual({
    status: 409,
    body: { message: '已由李强同意', without_prefix: 'true' },
  });
  await b.platform.settled();
  expect(b.fake.centre.standing('APR-3')).toEqual([`${bo} PENDING`]);
  b.replies({ refused: true, problems: { reason: '请填写原因。' } });
  expect(await post(sealed(fromList))).toMatchObject({ status: 409, body: { message: '请填写原因。' } });
});

test('when it cannot be kept, the platform is told to try again, and so is the person', async () => {
  b.replies(new Error('the database is down'));
  expect(await post(sealed(fromList))).toMatchObject({ status: 503, body: { without_prefix: 'true' } });
  await b.platform.stop();
  expect((await post(sealed(fromList))).status).toBe(503);
});

test('what takes longer than the platform waits is answered in time, and heard all the same', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const done: { slow?: (reply: Reply) => void } = {};
  const reached = new Promise<void>((resolve) => {
    b.replies(() => {
      resolve();
      return new Promise<Reply>((slow) => {
        done.slow = slow;
      });
    });
  });
  const answered = post(sealed(fromList));
  await reached;
  await vi.advanceTimersByTimeAsync(9000);
  const { status, body } = await answered;
  expect([status, JSON.stringify(body)]).toEqual([503, expect.stringContaining('still working')]);
  done.slow?.({});
  vi.useRealTimers();
  expect(b.heard).toHaveLength(1);
});

test('who somebody is, is asked once in a while only', async () => {
  await post(sealed(fromList));
  b.fake.workspace.people.delete(bo);
  expect((await post(sealed(fromList))).status).toBe(200);
});
