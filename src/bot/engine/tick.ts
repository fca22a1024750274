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
  readonly processName: string;
};

/** How far ahead jobs plan: "what will the bot do next week" is a query, asked on any day of this week. */
const AHEAD_MS = 15 * 86_400_000;
const BATCH = 100;
/** Of a wave of so many at one moment several are asked at once; fewer are asked one after another, and numbered in that order. */
const WAVE = 16;
const HANDS = 8;

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

/** Why an occurrence that comes late is not asked any more; undefined when it is. */
function whySkipped(item: DueItem, now: Date): 'too-late' | 'folded' | undefined {
  if (item.folded) return 'folded';
  const lateMs = now.getTime() - item.dueAt.getTime();
  return item.staleMs !== undefined && lateMs > item.staleMs ? 'too-late' : undefined;
}

async function ask(item: DueItem, beatAt: Date, needs: TickNeeds): Promise<void> {
  const now = beatAt.getTime() - item.dueAt.getTime() < ON_TIME_MS ? item.dueAt : beatAt;
  const claim = { platform: 'clock', key: item.key };
  const reason = whySkipped(item, now);
  if (reason) {
    await needs.store.commit({
      ...{ now, claim: { ...claim, intent: item.intent, actor: 'clock', outcome: 'ignored' } },
      settles: { id: item.id, state: 'skipped', reason },
      audit: [{ actor: 'clock', event: 'agenda.skipped', detail: { key: item.key, reason, dueAt: item.dueAt } }],
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
  const failed: string[] = [];
  for (;;) {
    const due = await needs.store.claimAgenda(needs.processName, now, BATCH, failed);
    if (due.length === 0) return;
    for (const wave of waves(due)) failed.push(...(await askWave(wave, now, needs)));
  }
}

/** What is due at one moment, together; moments in their order. */
function waves(due: readonly DueItem[]): readonly (readonly DueItem[])[] {
  return [...Map.groupBy(due, ({ dueAt }) => dueAt.getTime()).values()];
}

/** Answers which of them failed. */
async function askWave(wave: readonly DueItem[], now: Date, needs: TickNeeds): Promise<readonly string[]> {
  const failed: string[] = [];
  const left = wave.values();
  const hand = async (): Promise<void> => {
    for (const item of left) if (!(await asked(item, now, needs))) failed.push(item.id);
  };
  await Promise.all(Array.from({ length: wave.length < WAVE ? 1 : HANDS }, hand));
  return failed;
}
