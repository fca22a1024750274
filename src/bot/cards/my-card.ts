/** "Waiting for me" and "mine", as a card in a chat and as the bot's own page for each person. */
import { deskOf, type Firm, type Person } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { AnyRecord, Holder } from '../../domain/records.ts';
import { ApproveSeveral } from '../intents/approval-intents.ts';
import { ShowRecord } from '../intents/general-intents.ts';
import type { Words } from '../text/words.ts';
import { shownBy } from './approval-buttons.ts';
import type { Block, Card } from './card.ts';
import { deskButtons } from './desk-cards.ts';
import { button, buttons, stateOf, titleOf } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';

type Data = {
  readonly waiting: readonly AnyRecord[];
  /** How many wait behind these. */
  readonly more: number;
  readonly mine: readonly AnyRecord[];
  readonly strangers: readonly Person[];
};

/** Enough for a phone's screen; the rest waits behind the first ones. */
const MOST_ROWS = 12;

/** Under which names a person holds records: their own, and the desks they sit at. */
export function holdersFor(person: PersonId, firm: Firm): readonly Holder[] {
  const desks = [...firm.departments.keys()].filter((department) =>
    deskOf(firm, department).some(({ id }) => id === person),
  );
  return [{ person }, ...desks.map((desk) => ({ desk }))];
}

const over: ReadonlySet<string> = new Set(['closed', 'declined', 'withdrawn']);

async function load({ ref, firm, records, viewer }: Scene): Promise<Data | undefined> {
  const person = firm.people.get(ref.of as PersonId);
  if (!person || viewer.person?.id !== person.id) return undefined;
  const strangers = person.roles.includes('admin')
    ? [...firm.people.values()].filter(({ kind }) => kind === 'stranger')
    : [];
  const holders = holdersFor(person.id, firm);
  const waiting = await records.heldBy(holders, MOST_ROWS);
  // A list that is not full is all there is.
  const more = waiting.length < MOST_ROWS ? 0 : (await records.countHeldBy(holders)) - waiting.length;
  const mine = (await records.askedBy(person.id, MOST_ROWS)).filter(({ status }) => !over.has(status));
  return { waiting, more, mine, strangers };
}

export function row(record: AnyRecord, words: Words, viewer: Viewer): Block {
  return {
    type: 'item',
    text: [{ strong: record.number }, ` ${titleOf(record, words)}`],
    aside: [stateOf(record, words, viewer)],
    button: button(words, 'view', ShowRecord, { number: record.number }),
  };
}

/** From two approvals on they can be decided together. */
function severalButton(waiting: readonly AnyRecord[], words: Words, { person }: Viewer): readonly Block[] {
  const deciding = waiting.filter((record) => record.kind === 'approval' && shownBy(record, person?.id) !== undefined);
  return deciding.length < 2 ? [] : buttons(button(words, 'approveSeveral', ApproveSeveral, {}));
}

function draw({ waiting, more, mine, strangers }: Data, words: Words, viewer: Viewer): Card {
  const { card } = words.text;
  const list = (records: readonly AnyRecord[], none: Block): readonly Block[] =>
    records.length === 0 ? [none] : records.map((record) => row(record, words, viewer));
  return {
    title: card.myTitle,
    tone: 'neutral',
    summary: card.mySummary(waiting.length + more, mine.length),
    blocks: [
      { type: 'heading', text: card.waitingForMe },
      ...list(waiting, { type: 'paragraph', text: card.nothingWaiting }),
      ...(more > 0 ? [{ type: 'aside', text: card.andMore(more) } as const] : []),
      ...severalButton(waiting, words, viewer),
      { type: 'heading', text: card.mine },
      ...list(mine, { type: 'paragraph', text: card.nothingMine }),
      ...(strangers.length === 0
        ? []
        : [
            { type: 'heading', text: card.unknownPeople } as const,
            ...strangers.map(
              ({ name, accounts }): Block => ({
                type: 'item',
                text: [{ strong: name }],
                aside: [accounts.map(({ platform, id }) => `${platform} ${id}`).join(' · ')],
              }),
            ),
          ]),
      ...deskButtons(words, viewer),
    ],
  };
}

export const myCard = picture<Data>({
  load,
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});
