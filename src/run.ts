/** Reads the settings, starts Steward, and ends it in order. */
import { ConfigProblems, loadSettings } from './bot/runtime/config.ts';
import { createLog } from './bot/runtime/log.ts';
import { MigrationProblem } from './bot/runtime/migrate.ts';
import { PostgresProblem } from './bot/runtime/postgres-home.ts';
import { endInOrder, type Part, stopInOrder } from './bot/runtime/shutdown.ts';
import { startSteward } from './steward.ts';

/** EX_CONFIG of sysexits.h: starting again will not help before someone has edited something. */
const BAD_CONFIGURATION = 78;

function settings(): ReturnType<typeof loadSettings> {
  try {
    return loadSettings();
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(BAD_CONFIGURATION);
  }
}

const read = settings();
const log = createLog(read.logLevel);
const parts: Part[] = [];
endInOrder(() => parts, log);
try {
  const { port, platforms } = await startSteward(read, log, parts);
  log.info({ port, platforms, url: read.publicUrl }, 'Steward is ready');
  if (read.playground) process.stderr.write(`\n  Steward 服务管家  →  http://${read.host}:${port}\n\n`);
} catch (error) {
  // What an operator can mend is said in words; everything else is a mistake of ours, with all we know of it.
  if (error instanceof ConfigProblems || error instanceof MigrationProblem || error instanceof PostgresProblem) {
    process.stderr.write(`${error.message}\n`);
  } else {
    log.error({ err: error }, 'Steward could not start');
  }
  await stopInOrder(parts, log);
  process.exit(error instanceof ConfigProblems ? BAD_CONFIGURATION : 1);
}
