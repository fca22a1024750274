/** What people wait for: the first card after they have spoken, every other copy after a press, and how fast a heap of cards goes out. */
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './figures.ts';
import { accountOf, directChatOf, isSlack, said } from './gestures.ts';
import { evenly } from './load.ts';
import { type Prepared, quiet } from './prepare.ts';
import { Child, type Stage } from './stage.ts';

export type Spread = { readonly p50: number; readonly p99: number; readonly max: number };

const spread = (values: readonly number[]): Spread => ({
  p50: quantile(values, 0.5),
  p99: quantile(values, 0.99),
  max: Math.max(...values),
});

/** One at a time, slower than any platform's pace: from the event's first byte to the card's call at the platform. */
export async function firstCard(stage: Stage, port: number, times: number): Promise<Spread> {
  const found: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const person = 10 + (n % 40);
    const here = isSlack(person) ? directChatOf(person) : accountOf(person);
    const gesture = said(person, '申请 first card');
    const arrived = new Promise<number>((resolve) => {
      stage.platforms.onPost = (to) => {
        if (to === here) resolve(performance.now());
      };
    });
    const began = performance.now();
    await evenly(port, [gesture], 1000);
    found.push((await arrived) - began);
    await pause(150);
  }
  stage.platforms.onPost = undefined;
  await quiet(stage);
  return spread(found);
}

/** From the press to the last edit of another copy. Far enough apart for the platforms' pace not to count. */
export async function redrawn(stage: Stage, port: number, { approvals }: Prepared, times: number): Promise<Spread> {
  const found: number[] = [];
  for (const gesture of await approvals.presses(await approvals.make(times))) {
    const before = stage.platforms.calls.length;
    const began = performance.now();
    await evenly(port, [gesture], 1000);
    await quiet(stage);
    const edits = stage.platforms.calls.slice(before).filter(({ what }) => what === 'update');
    if (edits.length > 0) found.push(Math.max(...edits.map(({ at }) => at)) - began);
    await pause(1500);
  }
  return spread(found);
}

/** A heap of cards for many chats, drawn and sent by a worker that knows no pace. Answers cards a second. */
export async function heap(stage: Stage, { approvals }: Prepared, cards: number): Promise<number> {
  const [first = 0] = await approvals.make(cards);
  const chats = cards / 5;
  await stage.pool.query(
    `INSERT INTO post (id, kind, record, platform, place_type, place, lane, picture, content, not_before, cause, created_at)
     SELECT gen_random_uuid(), 'show', 'REQ-' || g, platform, 'chat', place, platform || '/chat/' || place, 'request:REQ-' || g,
       jsonb_build_object('kind', 'show', 'picture', jsonb_build_object('name', 'request', 'of', 'REQ-' || g)), now(), 'bench', now()
     FROM generate_series($1::int, $1 + $2 - 1) g,
       LATERAL (SELECT CASE WHEN g % 2 = 0 THEN 'slack' ELSE 'feishu' END AS platform,
         CASE WHEN g % 2 = 0 THEN 'C0L' ELSE 'oc_l' END || (g % $3::int) AS place) p`,
    [first, cards, chats],
  );
  const posts = (): readonly number[] =>
    stage.platforms.calls.filter(({ what }) => what === 'post').map(({ at }) => at);
  const before = posts().length;
  const worker = await Child.start('unpaced.ts', [], { PATH: process.env['PATH'], ...stage.settings, ROLES: 'worker' });
  try {
    const deadline = performance.now() + 60_000;
    while (posts().length < before + cards && performance.now() < deadline) await pause(50);
    const sent = posts().slice(before);
    return ((sent.length - 1) / ((sent.at(-1) ?? 0) - (sent[0] ?? 0))) * 1000;
  } finally {
    worker.stop();
  }
}
