/** One beat of the clock: jobs plan ahead, processes that died give back what they were sending, and what is due is asked. */
import type { Log } from '../ports/log.ts';
import type { DueItem } from '../ports/store.ts';
import { type ChangeNeeds, change } from './change.ts';
import type { Job } from './define.ts';
import type { Directory } from './directory.ts';

export type TickNeeds = ChangeNeeds & {
  readonly directory: Directory;
  readonly jobs: readonly Job[];
  readonly log: Log;
};

/** How far ahead jobs plan: "what will the bot do next week" is a query. */
const AHEAD_MS = 8 * 86_400_000;
const BATCH = 100;

async function planAhead(now: Date, { store, directory, jobs }: TickNeeds): Promise<void> {
  const until = new Date(now.getTime() + AHEAD_MS);
  for (const { name, intent, occurrences } of jobs) {
    // A job that has never run starts now: a new desk does not ask for weeks before its time.
    const from = (await store.horizon(name)) ?? new Date(now.getTime() - 1);
    // An hour's step is fine enough to plan and keeps the beat light.
    if (until.getTime() - from.getTime() < 3_600_000) continue;
    const found = occurrences({ from, until, firm: await directory.firm() });
    await store.plan(
      name,
      until,
      found.map((one) => ({ ...one, intent: intent.name })),
    );
  }
}

/** What is asked on time happens at its moment, not some milliseconds after: two hours after 16:00 is 18:00. */
const ON_TIME_MS = 60_000;

async function ask(item: DueItem, beatAt: Date, needs: TickNeeds): Promise<void> {
  const now = beatAt.getTime() - item.dueAt.getTime() < ON_TIME_MS ? item.dueAt : beatAt;
  const claim = { platform: 'clock', key: item.key };
  if (item.staleMs !== undefined && now.getTime() - item.dueAt.getTime() > item.staleMs) {
    await needs.store.commit({
      ...{ now, claim: { ...claim, intent: item.intent, actor: 'clock', outcome: 'ignored' } },
      settles: { id: item.id, state: 'skipped', reason: 'too-late' },
      audit: [
        { actor: 'clock', event: 'agenda.skipped', detail: { key: item.key, reason: 'too-late', dueAt: item.dueAt } },
      ],
    });
    return;
  }
  const { intent, input } = item;
  await change(
    { ...claim, intent, input, by: { kind: 'clock' }, now, firm: await needs.directory.firm(), settles: item.id },
    needs,
  );
}

/** False when it failed by a mistake of ours: then it is left due and does not stop the others. */
async function asked(item: DueItem, now: Date, needs: TickNeeds): Promise<boolean> {
  try {
    await ask(item, now, needs);
    return true;
  } catch (error) {
    if (needs.store.unavailable(error)) throw error;
    needs.log.error({ agenda: item.key, err: error }, 'an occurrence could not be asked');
    return false;
  }
}

/** Asks everything that is due at `now`. */
export async function tick(now: Date, needs: TickNeeds): Promise<void> {
  await needs.store.reclaimPosts(now);
  await planAhead(now, needs);
  const failed = new Set<string>();
  for (;;) {
    const due = (await needs.store.dueAgenda(now, BATCH + failed.size)).filter(({ id }) => !failed.has(id));
    if (due.length === 0) return;
    for (const item of due) if (!(await asked(item, now, needs))) failed.add(item.id);
  }
}
