/** `npm run doctor`: one line for each thing that must be right, and for what is not, how to mend it. Ends with 0 when all is well. */
import { ConfigProblems, loadSettings, type Settings } from '../bot/runtime/config.ts';
import { startEmbeddedPostgres } from '../bot/runtime/embedded-postgres.ts';
import { readFirmFile } from '../bot/runtime/firm-file/read.ts';
import { createLog } from '../bot/runtime/log.ts';
import { migrate } from '../bot/runtime/migrate.ts';
import { configuredPlatforms, mirrorsApprovals } from '../platforms.ts';

const say = (mark: '✓' | '✗', line: string): void => {
  process.stdout.write(`${mark} ${line}\n`);
};

/** Says what `check` found, or why it failed; answers its result. */
async function examine<T>(
  subject: string,
  check: () => T | Promise<T>,
  found: (result: T) => string,
): Promise<T | undefined> {
  try {
    const result = await check();
    say('✓', `${subject}: ${found(result)}`);
    return result;
  } catch (error) {
    if (error instanceof ConfigProblems) {
      for (const { at, what, hint } of error.problems)
        say('✗', `${subject}: ${at}: ${what}${hint === '' ? '' : ` — ${hint}`}`);
    } else {
      say('✗', `${subject}: ${error instanceof Error ? error.message : String(error)}`);
    }
    process.exitCode = 1;
    return undefined;
  }
}

async function examineDatabase(settings: Settings): Promise<void> {
  const log = createLog('silent');
  await examine(
    'database',
    async () => {
      if (settings.databaseUrl !== undefined) return migrate(settings.databaseUrl);
      const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
      try {
        return await migrate(server.url);
      } finally {
        await server.stop();
      }
    },
    (applied) =>
      applied.length === 0 ? 'answers and is up to date' : `answers; ${applied.length} migrations were applied`,
  );
}

async function examinePlatforms(settings: Settings): Promise<void> {
  const log = createLog('silent');
  for (const platform of await configuredPlatforms(settings, { http: { mount: () => undefined }, log })) {
    await examine(
      platform.id,
      async () => {
        // Introducing ourselves is all that is needed to see whether the token is taken; nobody is spoken to.
        await platform.start(async () => ({}));
        const trouble = platform.trouble();
        await platform.stop();
        if (trouble !== undefined) throw new Error(trouble);
      },
      () => 'the token is accepted',
    );
  }
}

/** What is decided in a platform's own approval centre must find its way back to us. */
async function examineApprovalCentre(settings: Settings): Promise<void> {
  if (!mirrorsApprovals(settings)) return;
  const { publicUrl } = settings;
  await examine(
    'approval centre',
    () => {
      if (/^(localhost|127\.|0\.0\.0\.0|\[::1?\])/.test(new URL(publicUrl).hostname))
        throw new Error(`PUBLIC_URL is ${publicUrl}, which only this machine can reach; decisions made there get lost`);
    },
    () => `decisions are expected at ${publicUrl}`,
  );
}

const settings = await examine('settings', loadSettings, () => 'complete');
if (settings) {
  await examine(
    'firm file',
    () => readFirmFile(settings.firmFile),
    ({ people, services, clients }) => `${people.size} people, ${clients.size} clients, ${services.size} services`,
  );
  await examineDatabase(settings);
  await examinePlatforms(settings);
  await examineApprovalCentre(settings);
}
