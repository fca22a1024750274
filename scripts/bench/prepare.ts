/** The first gestures of a run: they make the mould of the approvals, and the rows from which the reference's statements are made. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Approvals } from './approvals.ts';
import { Forms } from './forms.ts';
import { type Gesture, pressed } from './gestures.ts';
import { evenly } from './load.ts';
import type { Stage } from './stage.ts';
import { type Template, templateOf } from './template.ts';

export type Prepared = { readonly approvals: Approvals; readonly forms: Forms; readonly templates: string };

/** Until the bot has sent everything. */
export async function quiet({ pool }: Stage, withinMs = 30_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const { rows } = await pool.query<{ open: string }>(
      `SELECT count(*) AS open FROM post WHERE state IN ('waiting', 'sending', 'unsure')`,
    );
    if (rows[0]?.open === '0') return;
    if (performance.now() > deadline) throw new Error(`${rows[0]?.open} posts are still open`);
    await pause(5);
  }
}

async function one(port: number, gesture: Gesture): Promise<void> {
  const { failures } = await evenly(port, [gesture], 1000);
  if (failures > 0) throw new Error(`a gesture was refused: ${gesture.path}`);
}

export async function prepare(stage: Stage, port: number): Promise<Prepared> {
  const { pool } = stage;
  const last = async (): Promise<{ cause: string; key: string }> => {
    const { rows } = await pool.query<{ cause: string; key: string }>(
      `SELECT platform || ':' || key AS cause, key FROM inbox WHERE outcome = 'done' AND platform <> 'clock' ORDER BY received_at DESC LIMIT 1`,
    );
    return rows[0] ?? { cause: '', key: '' };
  };
  const capture = async (
    gesture: Gesture,
    title: string,
    suffix: string,
    changed: readonly string[],
    form?: string,
  ): Promise<Template> => {
    await one(port, gesture);
    await quiet(stage);
    return templateOf(pool, { ...(await last()), title, suffix, ...(form === undefined ? {} : { form }) }, changed);
  };
  const forms = new Forms(pool);
  const slackSubmit = await capture(await forms.one(0, 'benchtitle-s'), 'benchtitle-s', '1', [], '0.000008');
  await one(port, pressed(2, 'request.take', { request: 'REQ-1' }, '1.1'));
  await quiet(stage);
  const feishuSubmit = await capture(await forms.one(1, 'benchtitle-f'), 'benchtitle-f', '2', [], 'om_first1');

  const approvals = new Approvals(pool);
  const [first = 0, second = 0] = await approvals.make(2);
  const [onSlack, onFeishu] = await approvals.presses([first, second]);
  if (!onSlack || !onFeishu) throw new Error('no approval to press');
  const numbers = (n: number): string[] => [`REQ-${n}`, `APR-${n}`];
  const templates = {
    ...{ slackSubmit, feishuSubmit },
    slackPress: await capture(onSlack, 'benchtitle-s', String(first), numbers(first)),
    feishuPress: await capture(onFeishu, 'benchtitle-s', String(second), numbers(second)),
  };
  const file = join(stage.folder, 'templates.json');
  writeFileSync(file, JSON.stringify(templates));
  return { approvals, forms, templates: file };
}
