/** `npm run bench`: what durable intake and an approval press cost, beside a reference that writes the same rows and beside bare Bolt. */
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { BotProcess } from '../../tests/crash/bot-process.ts';
import { brief, table } from './figures.ts';
import { fanOut, fannedOut } from './fan-out.ts';
import { firstCard, heap, redrawn } from './outward.ts';
import { prepare } from './prepare.ts';
import { interleaved, type Measured, rates, type Variant, variants } from './rounds.ts';
import { Child, memoryOf, Stage } from './stage.ts';
import { verdicts } from './verdicts.ts';

const isQuick = process.argv.includes('--quick');
/** Only how long it takes to ask everybody at once. */
if (process.argv.includes('--fan-out')) {
  console.log(fannedOut(await fanOut(isQuick ? 1000 : 10_000)).join('\n'));
  process.exit(0);
}
const lengths = isQuick ? { rounds: 2, saturateMs: 500, paceMs: 500 } : { rounds: 5, saturateMs: 1500, paceMs: 1000 };

const stage = await Stage.open();
const running: { bot?: BotProcess; children: Child[] } = { children: [] };
async function end(): Promise<void> {
  for (const child of running.children) child.stop();
  await running.bot?.kill();
  await stage.close();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().finally(() => process.exit(1)));
try {
  await run();
} finally {
  await end();
}

async function run(): Promise<void> {
  const bot = await stage.bot();
  running.bot = bot;
  const prepared = await prepare(stage, bot.port);
  await pause(3000);
  const idleMb = memoryOf(bot.pid);
  const firstCardIs = await firstCard(stage, bot.port, isQuick ? 10 : 40);
  const redrawnIs = await redrawn(stage, bot.port, prepared, isQuick ? 3 : 12);
  const reference = await Child.start('reference.ts', [stage.url, prepared.templates]);
  const bolt = await Child.start('bare-bolt.ts', [`${stage.platforms.origin}/api/`]);
  running.children.push(reference, bolt);
  const measured = await interleaved(lengths, { stage, bot, reference, bolt, prepared });
  const loadedMb = memoryOf(bot.pid);
  await bot.stop();
  const cardsPerSecond = await heap(stage, prepared, isQuick ? 2000 : 10_000);

  console.log(
    `${cpus().length} processors (${cpus()[0]?.model}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`,
  );
  console.log(tableOf(measured));
  console.log(`\nmemory: ${brief(idleMb)} MB idle, ${brief(loadedMb)} MB after the load\n`);
  console.log(fannedOut(await fanOut(isQuick ? 1000 : 10_000)).join('\n'));
  console.log(verdicts({ measured, firstCard: firstCardIs, redrawn: redrawnIs, cardsPerSecond, idleMb }).join('\n'));
}

function tableOf(measured: ReadonlyMap<Variant, Measured>): string {
  const rows = variants.map((variant) => {
    const found = measured.get(variant);
    const times = rates.map((rate) => {
      const paced = found?.paced.get(rate);
      if (!paced) return '-';
      const failed = paced.failures > 0 ? ` (${paced.failures} failed)` : '';
      return `${brief(paced.p50)} / ${brief(paced.p99)} / ${brief(paced.max)}${failed}`;
    });
    return [variant, brief(found?.perSecond ?? Number.NaN), ...times];
  });
  return table([['', 'per second', ...rates.map((rate) => `ms at ${rate}/s: p50 / p99 / max`)], ...rows]);
}
