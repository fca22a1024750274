/** The composition root: builds everything by hand from settings, starts it, and knows how to stop it in order. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { LeaveFirm } from './bot/intents/people-intents.ts';
import { Directory } from './bot/engine/directory.ts';
import { Engine } from './bot/engine/engine.ts';
import { asPlayed } from './bot/platforms/playground/firm.ts';
import { PLAYGROUND, playground } from './bot/platforms/playground/index.ts';
import type { Log } from './bot/ports/log.ts';
import type { Platform } from './bot/ports/platform.ts';
import type { Store } from './bot/ports/store.ts';
import { ConfigProblems, type Settings } from './bot/runtime/config.ts';
import { startEmbeddedPostgres } from './bot/runtime/embedded-postgres.ts';
import { readFirmFile } from './bot/runtime/firm-file/read.ts';
import { startHeartbeat } from './bot/runtime/heartbeat.ts';
import { createHttpServer } from './bot/runtime/http-server.ts';
import { newId } from './bot/runtime/ids.ts';
import { createMetrics } from './bot/runtime/metrics.ts';
import { gaugeClocks } from './bot/runtime/sla-gauges.ts';
import { migrate } from './bot/runtime/migrate.ts';
import { type ProductClock, productClock } from './bot/runtime/product-clock.ts';
import { realClock } from './bot/runtime/real-clock.ts';
import type { Part } from './bot/runtime/shutdown.ts';
import { clockSkew, type Skew } from './bot/runtime/skew.ts';
import { chatMemory } from './bot/store/chat-memory.ts';
import { type Database, openDatabase } from './bot/store/database.ts';
import { platformMemory } from './bot/store/platform-memory.ts';
import { postgresStore } from './bot/store/store.ts';
import { windows } from './bot/store/windows.ts';
import { commands } from './commands/index.ts';
import { jobs } from './jobs/index.ts';
import { missingYears, specialDaysOf } from './domain/calendar-years.ts';
import type { Firm } from './domain/firm.ts';
import { dayAt } from './domain/zoned-time.ts';
import { configuredPlatforms } from './platforms.ts';
import { operationPages } from './web/operations.ts';
import { playgroundPages } from './web/playground/index.ts';
import { welcomePage } from './web/welcome.ts';

export type Steward = {
  /** Where it really listens. */
  readonly port: number;
  readonly platforms: readonly string[];
  readonly engine: Engine;
};

/** What only a test puts in the place of the machine's own. */
export type Machine = {
  /** Milliseconds by which the pace of speaking is kept. */
  readonly paceNow?: () => number;
  /** The machine's clock, in milliseconds since 1970. */
  readonly realNow?: () => number;
};

const realNow = (): number => realClock.now().getTime();
/** A worker that has not beaten for so long is not working. */
const SILENT_HEART_MS = 15_000;

type Begun = (name: string, stop: Part['stop']) => void;

/** `started` fills with every part as it comes up, last first: the order in which to stop, also when the start itself fails half-way. */
export async function startSteward(
  settings: Settings,
  log: Log,
  started: Part[],
  machine: Machine = {},
): Promise<Steward> {
  const begun: Begun = (name, stop) => {
    started.unshift({ name, stop });
  };
  // The file first: a bad one never starts half a bot.
  const read = readFirmFile(settings.firmFile);
  const firm = settings.playground ? asPlayed(read, PLAYGROUND) : read;
  const base = await openBase(settings, firm, log, begun, machine.realNow ?? realNow);
  const { engine, metrics } = buildEngine(base, settings, log, machine);
  gaugeClocks(metrics, windows(base.database));

  const heart = { lastBeatAt: realNow() };
  const works = settings.roles.has('worker');
  const reasons = async (): Promise<readonly Reason[]> => [
    ...(await databaseReason(base.store)),
    ...clockReason(base.skew),
    ...engine.troubles().map(({ platform, trouble }) => ({ part: platform, why: trouble })),
    ...(works && realNow() - heart.lastBeatAt > SILENT_HEART_MS
      ? [{ part: 'worker', why: 'its heart has not beaten for a while' }]
      : []),
  ];
  const http = createHttpServer(log);
  const web = new Hono();
  const warnings = (): readonly Reason[] => missingHolidays(firm, base.clock.now());
  for (const { why } of warnings()) log.warn({ part: 'calendars' }, why);
  web.route('/', operationPages({ metrics, reasons, warnings, ...(settings.testClock ? { clock: engine } : {}) }));
  // A process that only works posts to the platforms but hears nothing: their routes lead nowhere.
  const door = settings.roles.has('web') ? http : { mount: () => undefined };
  const memory = platformMemory(base.database);
  const platforms = [...(await configuredPlatforms(settings, { http: door, log, memory }))];
  if (settings.playground) platforms.push(await openPlayground(base, engine, web, log, begun));
  else web.route('/', welcomePage());

  // Listening comes first: a platform may ask for our address while we introduce ourselves to it.
  const port = await http.listen({ port: settings.port, host: settings.host, fetch: web.fetch });
  begun('the engine', () => engine.stop());
  for (const platform of platforms) await introduced(engine, platform);
  begun('the web server', () => http.close());
  engine.start();
  if (works) begun('the heartbeat', beating(base, engine, heart, log));
  return { port, engine, platforms: platforms.map(({ id }) => id) };
}

type Reason = { readonly part: string; readonly why: string };
type Base = {
  readonly url: string;
  readonly processName: string;
  readonly database: Database;
  readonly store: Store;
  readonly clock: ProductClock;
  readonly skew: Skew;
  readonly directory: Directory;
};

/** The database, migrated, with the firm in it. */
async function openBase(
  settings: Settings,
  firm: Firm,
  log: Log,
  begun: Begun,
  machineNow: () => number,
): Promise<Base> {
  const url = settings.databaseUrl ?? (await embedded(settings, log, begun));
  const applied = await migrate(url);
  if (applied.length > 0) log.info({ applied }, 'the database is up to date');
  const processName = `steward:${newId()}`;
  const onIdleError = (error: Error): void => log.warn({ err: error }, 'an idle database connection broke');
  const database = openDatabase({ url, processName, onIdleError });
  begun('the database connections', database.close);

  const store = postgresStore(database, newId);
  const skew = clockSkew(machineNow, () => store.sharedNow(), log);
  await skew.look();
  const clock = productClock(store, machineNow, settings.playground || settings.testClock);
  await clock.refresh();
  const isNew = await store.importFirm(firm, firmHash(settings, firm, clock.now()), {
    intent: LeaveFirm.name,
    now: clock.now(),
  });
  const planned = jobs.map(({ intent }) => intent.name);
  if (isNew) await store.replan(planned, clock.now());
  const directory = new Directory(store, firm);
  await directory.firm();
  return { url, processName, database, store, clock, skew, directory };
}

function buildEngine(
  { store, directory, clock, processName }: Base,
  settings: Settings,
  log: Log,
  { paceNow = realNow }: Machine,
) {
  const metrics = createMetrics();
  const countPost = metrics.counter('posts_total', 'Posts carried, by platform and what became of them', [
    'platform',
    'state',
  ]);
  const engine = new Engine({
    ...{ store, directory, commands, jobs, log, clock, processName, works: settings.roles.has('worker') },
    realNow: paceNow,
    newReference: () => newId().slice(-12),
    observe: (platform, state) => countPost({ platform, state }),
  });
  return { engine, metrics };
}

async function openPlayground(
  { database, url, clock, directory }: Base,
  engine: Engine,
  web: Hono,
  log: Log,
  begun: Begun,
): Promise<Platform> {
  const memory = chatMemory(database, url, log.child({ part: 'playground' }));
  await memory.start();
  begun('the playground’s ear', memory.stop);
  const platform = playground({ memory, log, clock, newKey: newId });
  const seen = { firm: () => directory.latest(), windows: windows(database), time: engine };
  web.route('/', playgroundPages({ platform, memory, log, ...seen }));
  return platform;
}

function beating({ clock, skew }: Base, engine: Engine, heart: { lastBeatAt: number }, log: Log): () => Promise<void> {
  const heartbeat = startHeartbeat(async () => {
    await Promise.all([clock.refresh(), skew.look()]);
    if (skew.trusted()) await engine.beat();
    heart.lastBeatAt = realNow();
  }, log);
  return () => heartbeat.stop();
}

function clockReason({ trouble }: Skew): readonly Reason[] {
  const wrong = trouble();
  return wrong === undefined ? [] : [{ part: 'clock', why: wrong }];
}

function missingHolidays(firm: Firm, now: Date): readonly Reason[] {
  return missingYears(firm, now).map(({ year, calendars }) => ({
    part: 'calendars',
    why: `the holidays of ${year} are missing from ${calendars.join(', ')}: every weekday counts as usual. Update Steward, or add them by days or import and list ${year} in years`,
  }));
}

async function databaseReason(store: Store): Promise<readonly Reason[]> {
  const down = await store.trouble();
  return down === undefined ? [] : [{ part: 'database', why: down }];
}

/** A platform that refuses our credentials will refuse them again: the operator must act. */
async function introduced(engine: Engine, platform: Parameters<Engine['join']>[0]): Promise<void> {
  try {
    await engine.join(platform);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new ConfigProblems(platform.id, [{ at: platform.id, what, hint: 'npm run doctor tells more' }]);
  }
}

async function embedded(settings: Settings, log: Log, begun: Begun): Promise<string> {
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
  begun('the embedded PostgreSQL', () => server.stop());
  return server.url;
}

/** What decides whether the database knows this firm already: the file, its holidays of this year and the next, and whether the playground plays it. */
function firmHash({ firmFile, playground: played }: Settings, firm: Firm, now: Date): string {
  const year = Number(dayAt(now, firm.zone).slice(0, 4));
  const holidays = [...firm.calendars.values()].flatMap((calendar) =>
    [year, year + 1].flatMap((one) => specialDaysOf(one, calendar)),
  );
  return createHash('sha256')
    .update(readFileSync(firmFile))
    .update(JSON.stringify(holidays))
    .update(played ? 'played' : '')
    .digest('hex');
}
