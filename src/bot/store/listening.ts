/** An ear on the database: hears NOTIFY on one channel, and listens again when its connection breaks. */
import pg from 'pg';
import type { Log } from '../ports/log.ts';

const RETRY_MS = 1_000;

export type Ear = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> };

type Listening = {
  readonly url: string;
  readonly channel: string;
  readonly hear: (payload: string) => Promise<void>;
  readonly log: Log;
};

/** `start` rejects when the first connection fails; later ones are tried for as long as it takes. */
export function listening({ url, channel, hear, log }: Listening): Ear {
  const life: { client?: pg.Client; retry?: NodeJS.Timeout; stopped: boolean } = { stopped: false };
  const again = (error: unknown): void => {
    if (life.stopped || life.retry) return;
    log.warn({ err: error, channel }, 'an ear on the database was lost; listening again');
    life.retry = setTimeout(() => {
      delete life.retry;
      listen().catch(again);
    }, RETRY_MS);
  };
  const listen = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: `steward listens to ${channel}` });
    life.client = client;
    client.on('error', again);
    client.on('notification', ({ payload }) => {
      if (payload === undefined) return;
      hear(payload).catch((error: unknown) => log.warn({ err: error, channel }, 'what was heard was not passed on'));
    });
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  };
  return {
    start: listen,
    stop: async () => {
      life.stopped = true;
      clearTimeout(life.retry);
      await life.client?.end().catch(() => undefined);
    },
  };
}
