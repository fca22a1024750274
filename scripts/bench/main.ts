/** `npm run bench`: what durable intake and an approval press cost, beside a reference that writes the same rows and beside bare Bolt. */
import type { BotProcess } from '../../tests/crash/bot-process.ts';
import { brief, table } from './figures.ts';
import { prepare } from './prepare.ts';
import { interleaved, rates, variants } from './rounds.ts';
import { Child, memoryOf, Stage } from './stage.ts';

const isQuick = process.argv.includes('--quick');
const lengths = isQuick ? { rounds: 2, saturateMs: 500, paceMs: 500 } : { rounds: 5, saturateMs: 2000, paceMs: 2000 };

const stage = await Stage.open();
const running: { bot?: BotProcess; children: Child[] } = { children: [] };
try {
  await run();
} finally {
  for (const child of running.children) child.stop();
  await running.bot?.stop();
  await stage.close();
}

async function run(): Promise<void> {
  const bot = await stage.bot();
  running.bot = bot;
  const prepared = await prepare(stage, bot.port);
  const idleMb = memoryOf(bot.pid);
  const reference = await Child.start('reference.ts', [stage.url, prepared.templates]);
  const bolt = await Child.start('bare-bolt.ts', [`${stage.platforms.origin}/api/`]);
  running.children.push(reference, bolt);
  const measured = await interleaved(lengths, { stage, bot, reference, bolt, prepared });
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
  console.log(table([['', 'per second', ...rates.map((rate) => `ms at ${rate}/s: p50 / p99 / max`)], ...rows]));
  console.log(`memory: ${brief(idleMb)} MB idle, ${brief(memoryOf(bot.pid))} MB after the load`);
}
