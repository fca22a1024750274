/** The pages of operators and probes: alive, ready, metrics, and the clock that tests move. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { TimeMachine } from '../bot/ports/time-machine.ts';
import { afterDuration } from '../domain/zoned-time.ts';

export type OperationNeeds = {
  /** Everything that keeps this process from serving, in words; empty when it serves. */
  readonly reasons: () => Promise<readonly { readonly part: string; readonly why: string }[]>;
  /** What serves, and yet wants looking at, in words. */
  readonly warnings?: () => readonly { readonly part: string; readonly why: string }[];
  readonly metrics: { readonly text: () => Promise<string>; readonly contentType: string };
  /** Only where the product's clock may be moved from outside. */
  readonly clock?: TimeMachine;
};

const move = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance: z.iso.duration() }),
]);

export function operationPages({ reasons, warnings = () => [], metrics, clock }: OperationNeeds): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/readyz', async (context) => {
    const found = await reasons();
    return context.json(
      { ready: found.length === 0, reasons: found, warnings: warnings() },
      found.length === 0 ? 200 : 503,
    );
  });
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  if (clock) {
    app.post('/test/clock', async (context) => {
      const body: unknown = await context.req.json().catch(() => undefined);
      const wanted = move.safeParse(body);
      const target = wanted.success ? targetOf(wanted.data, clock.now()) : undefined;
      if (!target) {
        return context.json({ error: 'send {"now":"2026-11-27T08:00:00Z"} or {"advance":"PT2H"}' }, 400);
      }
      return context.json(await clock.travel(target));
    });
  }
  return app;
}

/** Undefined for months and years, whose length is not fixed. */
function targetOf(wanted: z.output<typeof move>, now: Date): Date | undefined {
  if ('now' in wanted) return new Date(wanted.now);
  try {
    return afterDuration(now, wanted.advance);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
