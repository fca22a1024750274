/** Approvals that wait to be pressed: one made by the bot itself, as many copies of its rows as a measurement needs. */
import type pg from 'pg';
import { approverOn } from './firm.ts';
import { accountOf, type Gesture, pressed } from './gestures.ts';

/** The first approval of the run, `APR-1` of `REQ-1`, is the mould; copies are numbered from here on. */
const FIRST = 1_000_000;

export class Approvals {
  readonly #pool: pg.Pool;
  #next = FIRST;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Copies of the records, who holds them, and the cards that stand for them; answers their numbers. */
  async make(count: number): Promise<readonly number[]> {
    const from = this.#next;
    this.#next += count;
    const anew = (text: string): string =>
      `replace(replace(${text}, 'REQ-1"', 'REQ-' || g || '"'), 'APR-1"', 'APR-' || g || '"')`;
    const number = (column: string): string => `regexp_replace(${column}, '(REQ|APR)-1$', '\\1-' || g)`;
    const among = `number IN ('REQ-1', 'APR-1')`;
    const series = `generate_series(${from}, ${from + count - 1}) g`;
    await this.#pool.query(`
      INSERT INTO record (number, kind, state, title, owner, client, asked_by, parent, unique_key, version, body, created_at, updated_at)
        SELECT ${number('number')}, kind, state, title, owner, client, asked_by, ${number('parent')},
          unique_key || g, version, ${anew('body::text')}::jsonb, created_at, updated_at FROM record, ${series} WHERE ${among};
      INSERT INTO holder (number, holder) SELECT ${number('number')}, holder FROM holder, ${series} WHERE ${among};
      INSERT INTO message (picture, record, content, platform, place_type, place, person, lane, chat, message, drawn, posted_at)
        SELECT ${number('picture')}, ${number('record')}, ${anew('content::text')}::jsonb, platform, place_type, place, person, lane, chat,
          message || 'x' || g, drawn, posted_at FROM message, ${series} WHERE picture IN ('request:REQ-1', 'approval:APR-1')`);
    return Array.from({ length: count }, (_, n) => from + n);
  }

  /** Presses of “approve”, one on Slack, one on Feishu, in turn. */
  async presses(numbers: readonly number[]): Promise<readonly Gesture[]> {
    const { rows } = await this.#pool.query<{ place: string; message: string }>(
      `SELECT place, message FROM message WHERE picture = 'approval:APR-1'`,
    );
    return numbers.map((number, n) => {
      const who = n % 2 === 0 ? approverOn.slack : approverOn.feishu;
      const card = rows.find(({ place }) => place === accountOf(who))?.message ?? '';
      return pressed(who, 'approval.approve', { approval: `APR-${number}` }, `${card}x${number}`);
    });
  }
}
