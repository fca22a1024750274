/**
 * Pictures of charts as files of Slack: drawn and put up once, and remembered in the database, so that no later drawing puts them up again.
 * A picture never costs its card: while there is none, the chart stands in the card in words.
 */
import { z } from 'zod';
import type { Chart, Message } from '../../cards/card.ts';
import { chartKey } from '../../charts/key.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { PlatformMemory } from '../../ports/platform-memory.ts';
import type { Failure, Result } from '../../ports/platform.ts';
import { judge } from './failures.ts';
import { fileProcessingMs, filesRememberedHere, uploadPauseMs } from './limits.ts';
import type { FileOf } from './render/chart.ts';
import type { Upload } from './upload.ts';

type Kept = { readonly id: string; readonly at: number };
const keptShape = z.object({ id: z.string(), at: z.number() });

/** How often a card is held back because its picture could not be put up. */
const mostStumbles = 2;
const stumbleMs = 2000;

type Needs = {
  readonly upload: Upload;
  readonly memory: PlatformMemory;
  /** Whose files these are: another workspace, or another app, cannot show them. Undefined before Slack has told. */
  readonly owner: () => string | undefined;
  readonly realTime: Clock;
  readonly log: Log;
};

export class ChartFiles {
  readonly #needs: Needs;
  readonly #known = new Map<string, Kept>();
  /** Files Slack does not show any more. */
  readonly #lost = new Set<string>();
  readonly #stumbles = new Map<string, number>();
  readonly #told = new Set<string>();
  #closedUntil = 0;
  /** One picture at a time: drawing keeps the process busy, and a connection waits for the upload. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** The files of the charts in this message, as far as there are any. A failure says that waiting a little may help. */
  async of(message: Message): Promise<Result<FileOf>> {
    const files = new Map<string, string>();
    for (const chart of chartsIn(message)) {
      const key = chartKey(chart);
      if (key === undefined) continue;
      const found = await this.#file(key, chart);
      if (!found.ok) return found;
      if (found.value !== undefined) files.set(key, found.value);
    }
    return { ok: true, value: (chart) => files.get(chartKey(chart) ?? '') };
  }

  /**
   * Slack does not take a message because of its pictures. Answers whether waiting may help: a file is looked at by Slack for some
   * moments before it can be shown. One that is refused later is gone, and is put up anew for the next drawing.
   */
  refused(message: Message): boolean {
    const keys = chartsIn(message).flatMap((chart) => chartKey(chart) ?? []);
    const kept = keys.flatMap((key) => this.#known.get(key) ?? []);
    if (kept.some(({ at }) => this.#now() - at < fileProcessingMs)) return true;
    for (const { id } of kept) this.#lost.add(id);
    for (const key of keys) this.#known.delete(key);
    return false;
  }

  #now(): number {
    return this.#needs.realTime.now().getTime();
  }

  async #file(key: string, chart: Chart): Promise<Result<string | undefined>> {
    const known = this.#known.get(key);
    if (known) return { ok: true, value: known.id };
    if (this.#now() < this.#closedUntil) return { ok: true, value: undefined };
    const turn = this.#turn.then(() => this.#renewed(key, chart));
    this.#turn = turn.catch(() => undefined);
    try {
      const kept = await turn;
      this.#stumbles.delete(key);
      return { ok: true, value: kept?.id };
    } catch (error) {
      return this.#stumbled(key, error);
    }
  }

  async #renewed(key: string, chart: Chart): Promise<Kept | undefined> {
    const { memory, owner } = this.#needs;
    const known = this.#known.get(key);
    // Whoever was before in the line may have put it up, or found that nothing can be put up.
    if (known || this.#now() < this.#closedUntil) return known;
    const value = await memory.renew(`${owner() ?? 'nobody'}/chart/${key}`, async (before) => {
      const kept = parsed(before);
      if (kept && !this.#lost.has(kept.id)) return JSON.stringify(kept);
      const id = await this.#needs.upload(chart);
      return JSON.stringify({ id, at: this.#now() } satisfies Kept);
    });
    const kept = parsed(value);
    if (kept) this.#remember(key, kept);
    return kept;
  }

  #remember(key: string, kept: Kept): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= filesRememberedHere && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, kept);
  }

  /** Some failures pass: the card waits twice. All others leave the card in words. */
  #stumbled(key: string, error: unknown): Result<undefined> {
    const { code, failure } = judge(error, 'update');
    if (failure.verdict === 'later') {
      const count = (this.#stumbles.get(key) ?? 0) + 1;
      this.#stumbles.set(key, count);
      if (count <= mostStumbles) return { ok: false, failure: waiting(failure) };
      this.#stumbles.delete(key);
    } else {
      // The scope is missing, uploads are switched off, the storage is full: so it is for every picture, until an administrator acts.
      this.#closedUntil = this.#now() + uploadPauseMs;
    }
    if (!this.#told.has(code))
      this.#needs.log.warn({ cause: failure.cause }, 'charts are shown in words: Slack takes no picture from the app');
    this.#told.add(code);
    return { ok: true, value: undefined };
  }
}

export function chartsIn(message: Message): readonly Chart[] {
  if (message.type === 'line') return [];
  const blocks = message.type === 'card' ? message.card.blocks : (message.form.intro ?? []);
  return blocks.flatMap((block) => (block.type === 'chart' ? [block.chart] : []));
}

/** Only this chat waits, and not for long: other cards have no picture. */
function waiting({ cause, afterMs = stumbleMs }: Failure): Failure {
  return { verdict: 'later', scope: 'chat', afterMs: Math.min(afterMs, 30_000), cause: `picture of a chart: ${cause}` };
}

function parsed(value: string | undefined): Kept | undefined {
  if (value === undefined) return undefined;
  try {
    return keptShape.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
