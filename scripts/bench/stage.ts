/** Everything a measurement needs, started: a durable PostgreSQL of its own, lean platforms, the bot, the reference and bare Bolt. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/bot/runtime/embedded-postgres.ts';
import type { Log } from '../../src/bot/ports/log.ts';
import { BotProcess } from '../../tests/crash/bot-process.ts';
import { benchFirm } from './firm.ts';
import { keys } from './gestures.ts';
import { LeanPlatforms } from './lean-platforms.ts';

const nothing = (): void => undefined;
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };

/** As `npm start` does: a small nursery for young objects costs little time and saves 30 MB for good. */
const asStarted = ['--max-semi-space-size=4'];

/** A process of ours that says its port on its first line. */
export class Child {
  readonly port: number;
  readonly process: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.process = child;
    this.port = port;
  }

  static async start(script: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Child> {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return new Child(child, Number(line));
  }

  stop(): void {
    this.process.kill('SIGKILL');
  }
}

export class Stage {
  readonly folder: string;
  readonly url: string;
  readonly pool: pg.Pool;
  readonly platforms: LeanPlatforms;
  readonly #stopServer: () => Promise<void>;

  private constructor(folder: string, url: string, platforms: LeanPlatforms, stopServer: () => Promise<void>) {
    this.folder = folder;
    this.url = url;
    this.pool = new pg.Pool({ connectionString: url, max: 4 });
    this.platforms = platforms;
    this.#stopServer = stopServer;
  }

  static async open(firm = benchFirm()): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'));
    chmodSync(folder, 0o711);
    const server = await startEmbeddedPostgres({ dataDir: folder, log: silent });
    writeFileSync(join(folder, 'firm.yaml'), firm);
    return new Stage(folder, server.url, await LeanPlatforms.open(), () => server.stop());
  }

  /** The settings of a bot on this stage. */
  get settings(): Readonly<Record<string, string>> {
    return {
      ...{ DATABASE_URL: this.url, STEWARD_CONFIG: join(this.folder, 'firm.yaml'), ROLES: 'web,worker', PORT: '0' },
      ...{ SECRET_KEY: 'a secret only for measurements, 32+', LOG_LEVEL: 'info' },
      ...{ SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: keys.signingSecret },
      ...{ SLACK_API_URL: `${this.platforms.origin}/api/`, FEISHU_BASE_URL: this.platforms.origin },
      ...{ FEISHU_APP_ID: keys.appId, FEISHU_APP_SECRET: 'bench', FEISHU_ENCRYPT_KEY: keys.encryptKey },
      FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
    };
  }

  bot(nodeFlags: readonly string[] = []): Promise<BotProcess> {
    return BotProcess.start({ folder: this.folder, nodeFlags: [...asStarted, ...nodeFlags], settings: this.settings });
  }

  async close(): Promise<void> {
    this.platforms.close();
    await this.pool.end();
    await this.#stopServer();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Resident memory of a process, in MB. */
export function memoryOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;
}
