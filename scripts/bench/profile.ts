/** `node scripts/bench/profile.ts submission|message|press`: where the bot's processor time goes, and what its statements wait for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PEOPLE } from './firm.ts';
import { brief, table } from './figures.ts';
import { type Gesture, said } from './gestures.ts';
import { saturate } from './load.ts';
import { type Prepared, prepare } from './prepare.ts';
import { Stage } from './stage.ts';

type Profile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

/** Which part of the house, or which package, a frame belongs to. */
function roomOf(url: string, name: string): string {
  if (name === '(idle)' || name === '(garbage collector)' || name === '(program)') return name;
  const own = /\/src\/(bot\/(?:platforms\/\w+|\w+)|\w+)/.exec(url)?.[1];
  if (url.includes('/generated/')) return 'prisma (generated)';
  const packaged = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (packaged) return packaged;
  return own ?? (url.startsWith('node:') ? `node: ${url.slice(5).split('/').slice(0, 2).join('/')}` : 'native');
}

function shares(profile: Profile, key: (url: string, name: string) => string): readonly (readonly [string, number])[] {
  const names = new Map(profile.nodes.map(({ id, callFrame: { functionName, url } }) => [id, key(url, functionName)]));
  const sums = new Map<string, number>();
  profile.samples.forEach((id, n) => {
    const name = names.get(id) ?? '?';
    sums.set(name, (sums.get(name) ?? 0) + (profile.timeDeltas[n] ?? 0));
  });
  const busy = [...sums].reduce((sum, [name, time]) => (name.startsWith('(idle)') ? sum : sum + time), 0);
  return [...sums].map(([name, time]) => [name, time / busy] as const).toSorted((a, b) => b[1] - a[1]);
}

async function gesturesOf(kind: string, count: number, { approvals, forms }: Prepared): Promise<readonly Gesture[]> {
  if (kind === 'press') return approvals.presses(await approvals.make(count));
  if (kind === 'submission') return forms.submissions(count);
  return Array.from({ length: count }, (_, n) => said(n % PEOPLE, `申请 study ${n}`));
}

/** What the bot's connections are doing, looked at again and again. */
async function watch(stage: Stage, over: { done: boolean }): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  while (!over.done) {
    const { rows } = await stage.pool.query<{ what: string }>(
      `SELECT left(regexp_replace(query, '\\s+', ' ', 'g'), 60) || ' [' || coalesce(wait_event, 'working') || ']' AS what
       FROM pg_stat_activity WHERE application_name LIKE 'steward:%' AND state = 'active'`,
    );
    for (const { what } of rows) seen.set(what, (seen.get(what) ?? 0) + 1);
    await pause(10);
  }
  return seen;
}

const kind = process.argv[2] ?? 'submission';
const stage = await Stage.open();
try {
  const folder = join(stage.folder, 'profile');
  const bot = await stage.bot(['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const prepared = await prepare(stage, bot.port);
  const gestures = await gesturesOf(kind, 8000, prepared);
  const over = { done: false };
  const watching = watch(stage, over);
  const perSecond = await saturate(bot.port, gestures, 8000);
  over.done = true;
  const seen = [...(await watching)].toSorted((a, b) => b[1] - a[1]);
  const total = seen.reduce((sum, [, n]) => sum + n, 0);
  await bot.stop();
  const [file = ''] = readdirSync(folder);
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
  const percent = (share: number): string => `${brief(share * 100)} %`;
  console.log(`${kind}: ${brief(perSecond)} a second\n`);
  console.log(
    table(
      shares(profile, roomOf)
        .slice(0, 18)
        .map(([name, share]) => [name, percent(share)]),
    ),
  );
  console.log('\nstatements under way');
  console.log(table(seen.slice(0, 14).map(([what, n]) => [what, percent(n / total)])));
} finally {
  await stage.close();
}
