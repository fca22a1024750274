/** Carrying posts: in order, once, patiently; what can never go out is put aside. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Failure } from '../../src/bot/ports/platform.ts';
import { submitted } from '../domain/requests.ts';
import { gesture, sayTo, showTo } from '../store/bench.ts';
import { type Bench, bench } from './bench.ts';

let on: Bench;
beforeEach(async () => {
  on = await bench();
});
afterEach(() => on.end());

const weeks = (): readonly string[] =>
  on.platform.posted.map(({ message }) => /W\d\d/.exec(JSON.stringify(message))?.[0] ?? '');
const states = () => on.rows('SELECT state, attempts FROM v_posts ORDER BY created_at, id');
const later = (ms: number): void => {
  on.clock.now = new Date(on.clock.now.getTime() + ms);
};
const fails = (verdict: Failure['verdict'], more: Partial<Failure> = {}): void => {
  on.platform.script.push({ verdict, cause: `scripted ${verdict}`, ...more });
};

test('what is said to one person arrives in the order it was said, whatever goes wrong with the first', async () => {
  await on.store.commit(gesture({ posts: ['2026-W01', '2026-W02', '2026-W03'].map((week) => sayTo('li', week)) }));
  const deliverer = on.deliverer();
  fails('later', { scope: 'chat' });
  await deliverer.drain();
  expect(weeks()).toEqual([]);
  later(2_000);
  await deliverer.drain();
  expect(weeks()).toEqual(['W01', 'W02', 'W03']);
});

test('a post that may have arrived is tried again under the same id, as a second attempt', async () => {
  await on.store.commit(gesture({ posts: [sayTo('li')] }));
  const deliverer = on.deliverer();
  fails('unsure');
  on.platform.script.push(new Error('the socket broke'));
  await deliverer.drain();
  expect(await on.rows('SELECT state FROM v_posts')).toEqual([{ state: 'unsure' }]);
  for (let tries = 0; tries < 2; tries += 1) {
    later(10_000);
    await deliverer.drain();
  }
  expect(on.platform.posted).toHaveLength(1);
  const [{ id } = { id: '' }] = await on.rows<{ id: string }>('SELECT id FROM v_posts');
  expect(on.platform.posted[0]).toMatchObject({ id, attempt: 3 });
  expect(await states()).toEqual([{ state: 'sent', attempts: 3 }]);
});

test('what can never go out is put aside with its reason, and the next one goes', async () => {
  await on.store.commit(gesture({ posts: [sayTo('li', '2026-W01'), sayTo('li', '2026-W02')] }));
  fails('never');
  await on.deliverer().drain();
  expect(weeks()).toEqual(['W02']);
  expect(await on.rows('SELECT state, failure FROM post ORDER BY seq')).toEqual([
    { state: 'dead', failure: 'scripted never' },
    { state: 'sent', failure: null },
  ]);
});

test('patience ends: a post that has failed sixteen times is dead', async () => {
  await on.store.commit(gesture({ posts: [sayTo('li')] }));
  const deliverer = on.deliverer();
  for (let tries = 0; tries < 20; tries += 1) {
    fails('later');
    await deliverer.drain();
    later(3_700_000);
  }
  expect(await states()).toEqual([{ state: 'dead', attempts: 16 }]);
});

test('a wait that the platform asks for the whole app holds everything, and no longer', async () => {
  await on.store.commit(gesture({ posts: [sayTo('li'), sayTo('wang'), sayTo('zhao')] }));
  const deliverer = on.deliverer();
  // Longer than a drain waits for.
  for (let n = 0; n < 3; n += 1) fails('later', { scope: 'app', afterMs: 60_000 });
  await deliverer.drain();
  later(45_000);
  await deliverer.drain();
  expect(on.platform.posted).toEqual([]);
  later(16_000);
  await deliverer.drain();
  expect(on.platform.posted).toHaveLength(3);
});

test('four deliverers on one outbox double nothing and mix nothing up', async () => {
  const people = ['li', 'wang', 'zhao', 'sun', 'ann', 'bob'];
  const posts = people.flatMap((person) =>
    Array.from({ length: 10 }, (_, n) => sayTo(person, `2026-W${String(n + 10)}`)),
  );
  await on.store.commit(gesture({ posts }));
  on.platform.before = () => new Promise((resolve) => setImmediate(resolve));
  const deliverers = ['a', 'b', 'c', 'd'].map((name) => on.deliverer(name));
  // One that finds a lane in another's hands leaves it; what is left is found by the next look.
  do await Promise.all(deliverers.map((deliverer) => deliverer.drain()));
  while ((await on.store.pending(on.clock.now)) > 0);
  expect(on.platform.posted).toHaveLength(60);
  for (const person of people) {
    const said = on.platform.posted.filter(({ to }) => to === person).map(({ message }) => JSON.stringify(message));
    expect(said.map((words) => /W\d\d/.exec(words)?.[0])).toEqual(
      Array.from({ length: 10 }, (_, n) => `W${String(n + 10)}`),
    );
  }
});

test('a card is drawn as things are when it is sent, edited when they change, left alone when they do not', async () => {
  const request = { ...submitted(), number: 'REQ-1' } as const;
  const picture = { name: 'request', of: 'REQ-1' } as const;
  await on.store.commit(gesture({ saves: [request], posts: [showTo('ann', 'REQ-1')] }));
  const reader = on.store.reader();
  await reader.find('request', 'REQ-1');
  await on.store.commit(gesture({ saves: [{ ...request, title: '改过的标题' }], reader }));
  const deliverer = on.deliverer();
  await deliverer.drain();
  expect(on.platform.posted).toHaveLength(1);
  expect(JSON.stringify(on.platform.posted[0]?.message)).toContain('改过的标题');

  await on.store.commit(gesture({ everywhere: [picture] }));
  await deliverer.drain();
  expect(on.platform.updated).toEqual([]);

  const again = on.store.reader();
  await again.find('request', 'REQ-1');
  await on.store.commit(gesture({ saves: [{ ...request, title: '又改了' }], reader: again, everywhere: [picture] }));
  await deliverer.drain();
  expect(on.platform.updated).toMatchObject([{ ref: { chat: 'chat-ann' } }]);
});

test('whoever may not see a record is shown nothing, and the post says so', async () => {
  await on.store.commit(gesture({ saves: [{ ...submitted(), number: 'REQ-2' }], posts: [showTo('max', 'REQ-2')] }));
  await on.deliverer().drain();
  expect(on.platform.posted).toEqual([]);
  expect(await on.rows('SELECT state, failure FROM post')).toEqual([{ state: 'sent', failure: 'nothing to show' }]);
});

test('a post for a platform that does not run here waits', async () => {
  const elsewhere = { ...sayTo('li'), platform: 'elsewhere' as never };
  await on.store.commit(gesture({ posts: [elsewhere] }));
  await on.deliverer().drain();
  expect(await on.rows('SELECT state, failure FROM post')).toEqual([
    { state: 'waiting', failure: 'the platform is not running' },
  ]);
});

test('a database that is gone just when a post has gone out holds up nothing afterwards, and doubles nothing', async () => {
  await on.store.commit(gesture({ posts: [sayTo('li', '2026-W01'), sayTo('li', '2026-W02')] }));
  const broken = { left: 2 };
  const gone = Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
  const settlePost: typeof on.store.settlePost = async (...settling) => {
    broken.left -= 1;
    if (broken.left >= 0) throw gone;
    await on.store.settlePost(...settling);
  };
  await on.deliverer('steward:first', { ...on.store, settlePost }).drain();
  expect(weeks()).toEqual(['W01', 'W02']);
  expect(await states()).toEqual([
    { state: 'sent', attempts: 1 },
    { state: 'sent', attempts: 1 },
  ]);
});
