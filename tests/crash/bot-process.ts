/** The real bot as a process of its own, started by `src/main.ts` as an operator would, and ended by SIGKILL as no operator should. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const READY_WITHIN_MS = 60_000;

export type BotOptions = {
  readonly settings: Readonly<Record<string, string>>;
  /** Where it is started: an empty folder, so that no `.env` is read. */
  readonly folder: string;
  readonly nodeFlags?: readonly string[];
};

export type LogLine = Readonly<Record<string, unknown>> & { readonly level?: string; readonly msg?: string };

export class BotProcess {
  readonly port: number;
  readonly pid: number;
  /** Warnings and errors it has logged. */
  readonly complaints: readonly LogLine[];
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;

  private constructor(child: ChildProcess, port: number, complaints: readonly LogLine[], gone: Promise<unknown>) {
    this.#child = child;
    this.#gone = gone;
    this.port = port;
    this.pid = child.pid ?? 0;
    this.complaints = complaints;
  }

  /** Resolves when it says that it is ready; rejects with all it has said when it ends before that. */
  static async start({ settings, folder, nodeFlags = [] }: BotOptions): Promise<BotProcess> {
    const flags = ['--disable-warning=ExperimentalWarning', ...nodeFlags];
    const child = spawn(process.execPath, [...flags, main], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'info', PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const gone = once(child, 'exit');
    const said: string[] = [];
    const complaints: LogLine[] = [];
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    const port = await new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not ready in time:\n${said.join('\n')}`)), READY_WITHIN_MS);
      createInterface({ input: child.stdout }).on('line', (text) => {
        const line = read(text);
        if (line.level === 'warn' || line.level === 'error') complaints.push(line);
        if (complaints.length < 50) said.push(text);
        if (line.msg === 'Steward is ready') {
          clearTimeout(timer);
          resolve(Number(line['port']));
        }
      });
      void gone.then(() => {
        clearTimeout(timer);
        reject(new Error(`the bot ended before it was ready:\n${said.join('\n')}`));
      });
    });
    return new BotProcess(child, port, complaints, gone);
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  /** Asks it to end in order. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#gone;
  }
}

function read(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return {};
  }
}
