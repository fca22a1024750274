/** What a client reads of a project's week: its own text, who sent it and when. Nothing else of a digest is ever drawn here. */
import { digestKey, readPlace } from '../../domain/digest.ts';
import { clientSections, type ClientText } from '../../domain/digest-text.ts';
import type { PersonId } from '../../domain/ids.ts';
import { mayViewClientVersion } from '../../domain/visibility.ts';
import type { Words } from '../text/words.ts';
import type { Card } from './card.ts';
import { sectionBlocks } from './digest-blocks.ts';
import { LONG } from './parts.ts';
import { picture } from './picture.ts';

/** Exactly what may leave the firm: what is not in here cannot be drawn. */
type Outside = {
  readonly firm: string;
  readonly name: string;
  readonly period: string;
  readonly text: ClientText;
  readonly by: PersonId;
  readonly sentAt: Date;
};

function draw({ firm, name, period, text, by, sentAt }: Outside, words: Words): Card {
  const { card } = words.text;
  return {
    title: card.clientTitle(name, period),
    tone: 'info',
    summary: card.clientSummary(firm, name, period),
    blocks: [
      ...sectionBlocks(text, clientSections, words, LONG),
      { type: 'aside', text: card.clientFrom(words.name(by), firm, words.moment(sentAt)) },
    ],
  };
}

export const digestClientCard = picture<Outside>({
  load: async ({ ref, firm, records, viewer: { person } }) => {
    const place = readPlace(ref.of);
    const digest = place && (await records.byUniqueKey('digest', digestKey(place.cycle, place.period)));
    if (!digest?.forClient || !person || !mayViewClientVersion(digest, person, firm)) return undefined;
    const { name, period, forClient } = digest;
    return { firm: firm.name, name, period, ...forClient };
  },
  draw: (data, words) => ({ type: 'card', card: draw(data, words) }),
});
