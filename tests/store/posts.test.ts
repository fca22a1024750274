/** The outbox: in order within a chat, never taken twice, one drawing for many changes, nothing lost with a process. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenPost } from '../../src/bot/ports/store.ts';
import { type Bench, bench, gesture, now, open, sayTo, showTo } from './bench.ts';

let on: Bench;
beforeEach(async () => {
  on = await bench();
});
afterEach(() => on.end());

const sent = (post: OpenPost): Promise<void> => on.store.settlePost(post, { state: 'sent' }, now);
const places = (posts: readonly OpenPost[]): readonly string[] =>
  posts.map(({ place }) => ('account' in place ? place.account : 'chat' in place ? place.chat : place.of));
const weeks = (posts: readonly OpenPost[]): readonly unknown[] =>
  posts.map(({ content }) => ('notice' in content && 'week' in content.notice ? content.notice.week : content.kind));

test('each chat is a lane: its posts are taken one after the other, in the order they were made', async () => {
  await on.store.commit(gesture({ posts: [sayTo('a', '2026-W01'), sayTo('b', '2026-W02'), sayTo('a', '2026-W03')] }));
  const first = await on.store.claimPosts('p', now, 10, open);
  expect(weeks(first)).toEqual(['2026-W01', '2026-W02']);
  expect(await on.store.claimPosts('p', now, 10, open)).toEqual([]);
  for (const post of first) await sent(post);
  expect(weeks(await on.store.claimPosts('p', now, 10, open))).toEqual(['2026-W03']);
});

test('a post that must wait holds up its own chat and no other; a closed lane or platform is left alone', async () => {
  await on.store.commit(gesture({ posts: [sayTo('a'), sayTo('a'), sayTo('b')] }));
  const [first] = await on.store.claimPosts('p', now, 1, open);
  const notBefore = new Date(now.getTime() + 5_000);
  if (first) await on.store.settlePost(first, { state: 'waiting', notBefore, failure: 'busy' }, now);
  expect(await on.store.claimPosts('p', now, 10, { lanes: ['test/person/b'], platforms: [] })).toEqual([]);
  expect(await on.store.claimPosts('p', now, 10, { lanes: [], platforms: ['test'] })).toEqual([]);
  expect(places(await on.store.claimPosts('p', now, 10, open))).toEqual(['b']);
  const again = await on.store.claimPosts('p', notBefore, 10, open);
  expect(again).toMatchObject([{ id: first?.id, attempt: 2, firstTriedAt: now }]);
});

test('many deliverers on one outbox take each post once', async () => {
  const posts = Array.from({ length: 60 }, (_, index) => sayTo(`person${index}`));
  await on.store.commit(gesture({ posts }));
  const deliverers = Array.from({ length: 6 }, (_, index) => on.another(`steward:${index}`).store);
  const taken = await Promise.all(
    deliverers.map(async (store) => {
      const mine: OpenPost[] = [];
      for (let round = 0; round < 10; round += 1) mine.push(...(await store.claimPosts('x', now, 5, open)));
      return mine;
    }),
  );
  const ids = taken.flat().map(({ id }) => id);
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
});

test('ten changes of one record while its card waits are one drawing', async () => {
  for (let n = 0; n < 10; n += 1)
    await on.store.commit(gesture({ posts: [showTo('a', 'REQ-1'), showTo('a', 'REQ-2')] }));
  expect(await on.rows(`SELECT count(*)::int AS n FROM post WHERE state = 'waiting'`)).toEqual([{ n: 2 }]);
});

test('a change while its card is being sent is drawn after it', async () => {
  await on.store.commit(gesture({ posts: [showTo('a', 'REQ-1')] }));
  const [sending] = await on.store.claimPosts('p', now, 1, open);
  await on.store.commit(gesture({ everywhere: [{ name: 'request', of: 'REQ-1' }] }));
  await on.store.commit(gesture({ everywhere: [{ name: 'request', of: 'REQ-1' }] }));
  if (sending) await sent(sending);
  expect(await on.store.claimPosts('p', now, 10, open)).toMatchObject([{ content: { kind: 'show' }, attempt: 1 }]);
});

test('every copy that stands is to be made true, each where it stands and in its reader’s words', async () => {
  const picture = { name: 'request', of: 'REQ-1' } as const;
  await on.store.commit(gesture({ posts: [showTo('a', 'REQ-1'), showTo('b', 'REQ-1'), showTo('c', 'REQ-2')] }));
  for (const post of await on.store.claimPosts('p', now, 10, open)) {
    const [account] = places([post]);
    const content = post.content as { picture: typeof picture };
    const ref = { chat: `D${account}`, message: 'm1' };
    await on.store.settlePost(post, { state: 'sent' }, now, { stands: { ref, picture: content.picture, drawn: 'x' } });
  }
  await on.store.commit(gesture({ everywhere: [picture] }));
  const wanted = await on.store.claimPosts('p', now, 10, open);
  expect(wanted.map(({ person }) => person).toSorted()).toEqual(['a', 'b']);
  expect(await on.store.standing('request:REQ-1', 'test/person/a')).toMatchObject([
    { ref: { chat: 'Da' }, drawn: 'x' },
  ]);
});

test('a card posted anew takes the place of the one that could not be edited', async () => {
  await on.store.commit(gesture({ posts: [showTo('a', 'REQ-1')] }));
  const [post] = await on.store.claimPosts('p', now, 1, open);
  const picture = { name: 'request', of: 'REQ-1' } as const;
  if (!post) throw new Error('nothing to send');
  await on.store.settlePost(post, { state: 'sent' }, now, {
    stands: { ref: { chat: 'D', message: 'old' }, picture, drawn: 'x' },
  });
  const [old] = await on.store.standing('request:REQ-1', post.lane);
  await on.store.commit(gesture({ everywhere: [picture] }));
  const [anew] = await on.store.claimPosts('p', now, 1, open);
  if (!anew || !old) throw new Error('nothing to renew');
  const stands = { ref: { chat: 'D', message: 'new' }, picture, drawn: 'y' };
  await on.store.settlePost(anew, { state: 'sent' }, now, { gone: [old.id], stands });
  expect(await on.store.standing('request:REQ-1', post.lane)).toMatchObject([{ ref: { message: 'new' }, drawn: 'y' }]);
});

test('what a process was sending when it died is taken back as unsure; what a living one sends is not', async () => {
  await on.store.commit(gesture({ posts: [sayTo('a'), sayTo('b')] }));
  const mortal = on.another('steward:mortal');
  await mortal.store.claimPosts('steward:mortal', now, 1, open);
  const living = on.another('steward:living');
  await living.store.claimPosts('steward:living', now, 1, open);
  await mortal.dies();
  // The server notices a closed connection a moment after it was closed.
  let back = await on.store.reclaimPosts(now);
  for (let tries = 0; back === 0 && tries < 1_000; tries += 1) back = await on.store.reclaimPosts(now);
  expect(back).toBe(1);
  expect(await on.rows('SELECT state, claimed_by FROM post ORDER BY seq')).toEqual([
    { state: 'unsure', claimed_by: null },
    { state: 'sending', claimed_by: 'steward:living' },
  ]);
});
