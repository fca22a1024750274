/** A morning's card: what was held back through the quiet hours, and what waits. */
import type { PersonId } from '../../domain/ids.ts';
import type { AnyRecord } from '../../domain/records.ts';
import { ShowMine, ShowRecord } from '../intents/general-intents.ts';
import type { NewHeld } from '../ports/ledger.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card } from './card.ts';
import { holdersFor, row } from './my-card.ts';
import { button, buttons } from './parts.ts';
import { picture, type Viewer } from './picture.ts';

type Data = {
  readonly held: readonly NewHeld[];
  readonly waiting: readonly AnyRecord[];
  /** How many wait in all. */
  readonly count: number;
};

/** A morning is read at a glance. */
const MOST_HELD = 20;
const MOST_WAITING = 6;

function told({ notice, record }: NewHeld, words: Words): Block {
  const text = words.notice(notice);
  return record === undefined
    ? { type: 'item', text }
    : { type: 'item', text, button: button(words, 'view', ShowRecord, { number: record }) };
}

function draw({ held, waiting, count }: Data, words: Words, viewer: Viewer): Card {
  const { card } = words.text;
  const more = (n: number): readonly Block[] => (n > 0 ? [{ type: 'aside', text: card.andMore(n) }] : []);
  return {
    title: card.dayTitle,
    tone: 'info',
    summary: card.daySummary(held.length, count),
    blocks: [
      { type: 'heading', text: card.dayHeld },
      ...held.slice(0, MOST_HELD).map((one) => told(one, words)),
      ...more(held.length - MOST_HELD),
      ...(count === 0
        ? []
        : ([{ type: 'heading', text: card.waitingForMe }, ...waiting.map((one) => row(one, words, viewer))] as const)),
      ...more(count - waiting.length),
      ...buttons(button(words, 'myList', ShowMine, {})),
    ],
  };
}

export const dayCard = picture<Data>({
  load: async ({ ref, firm, records, viewer }) => {
    const [person, at] = ref.of.split('/');
    if (person === undefined || at === undefined || viewer.person?.id !== person) return undefined;
    const held = await records.heldFor(person as PersonId, new Date(at));
    const holders = holdersFor(person as PersonId, firm);
    const waiting = await records.heldBy(holders, MOST_WAITING);
    const count = waiting.length < MOST_WAITING ? waiting.length : await records.countHeldBy(holders);
    return { held, waiting, count };
  },
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});
