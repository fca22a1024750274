/** Intake forms that stand in direct chats and wait to be sent, as the queue would have posted them. */
import type pg from 'pg';
import { PEOPLE } from './firm.ts';
import { accountOf, directChatOf, type Gesture, isSlack, submitted } from './gestures.ts';

type Form = { readonly person: number; readonly message: string };

export class Forms {
  readonly #pool: pg.Pool;
  #next = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** `step` 2 keeps to people on Slack. */
  async submissions(count: number, step = 1): Promise<readonly Gesture[]> {
    const forms = Array.from({ length: count }, (_, n): Form => {
      const person = (n * step) % PEOPLE;
      this.#next += 1;
      return { person, message: isSlack(person) ? `${this.#next}.000009` : `om_form${this.#next}` };
    });
    await this.#stand(forms);
    return forms.map(({ person, message }, n) => submitted(person, `market study ${n}`, message));
  }

  async one(person: number, title: string): Promise<Gesture> {
    const message = isSlack(person) ? `${person}.000008` : `om_first${person}`;
    await this.#stand([{ person, message }]);
    return submitted(person, title, message);
  }

  async #stand(forms: readonly Form[]): Promise<void> {
    const rows = forms.map(({ person, message }) => {
      const platform = isSlack(person) ? 'slack' : 'feishu';
      const [place, chat] = [accountOf(person), directChatOf(person)];
      return { platform, place, person: `p${person}`, lane: `${platform}/person/${place}`, chat, message };
    });
    const content = { kind: 'open', picture: { name: 'request-form', of: 'market-research' } };
    await this.#pool.query(
      `INSERT INTO message (picture, content, platform, place_type, place, person, lane, chat, message, drawn, posted_at)
       SELECT 'request-form:market-research', $2, platform, 'person', place, person, lane, chat, message, '', now()
       FROM jsonb_to_recordset($1) AS m(platform TEXT, place TEXT, person TEXT, lane TEXT, chat TEXT, message TEXT)`,
      [JSON.stringify(rows), JSON.stringify(content)],
    );
  }
}
