/** "Why me": what somebody was sent this week, and what caused each of it. */
import { isoWeekAt, momentInWeek } from '../../domain/zoned-time.ts';
import type { PersonId } from '../../domain/ids.ts';
import { ShowRecord } from '../intents/general-intents.ts';
import type { SentItem } from '../ports/ledger.ts';
import type { Words } from '../text/words.ts';
import type { Block, Line } from './card.ts';
import { button } from './parts.ts';
import { picture } from './picture.ts';

const MOST_LINES = 20;
const MOST_ROWS = 500;

function what({ content, record }: SentItem, words: Words): Line {
  const { card } = words.text;
  if (content.kind !== 'say') return [record === undefined ? card.whyCard : card.whyCardOf(record)];
  if ('notice' in content) return words.notice(content.notice);
  return 'refusal' in content ? words.why(content.refusal) : [words.text.bug(content.bug)];
}

/** `clock` is time itself; a cause older than what is kept is not named. */
function cause({ intent, actor, held }: SentItem, words: Words): Line {
  const { card } = words.text;
  const doing = intent === undefined ? undefined : words.doing(intent);
  const by = actor === undefined || actor === 'clock' ? undefined : words.name(actor as PersonId);
  return [
    ...(held ? [`${card.whyHeld} · `] : []),
    doing === undefined ? card.whyUnknown : by === undefined ? card.whyByTime(doing) : card.whyBy(by, doing),
  ];
}

export const whyCard = picture<readonly SentItem[]>({
  load: async ({ ref, records, viewer, now }) => {
    const { person } = viewer;
    if (person?.id !== ref.of) return undefined;
    const monday = momentInWeek(isoWeekAt(now, person.zone), { weekday: 1, time: '00:00' }, person.zone);
    return records.sentTo(person.id, monday, MOST_ROWS);
  },
  draw: (sent, words) => {
    const { card } = words.text;
    const rows = sent.slice(0, MOST_LINES).map(
      (one): Block => ({
        type: 'item',
        text: what(one, words),
        aside: [words.moment(one.sentAt), ' · ', ...cause(one, words)],
        ...(one.record === undefined ? {} : { button: button(words, 'view', ShowRecord, { number: one.record }) }),
      }),
    );
    return {
      type: 'card',
      card: {
        title: card.whyTitle,
        tone: 'neutral',
        summary: card.whySummary(sent.length),
        blocks: [
          { type: 'paragraph', text: sent.length === 0 ? card.whyNothing : card.whyIntro(sent.length) },
          ...rows,
          ...(sent.length > rows.length
            ? [{ type: 'aside', text: card.andMore(sent.length - rows.length) } as const]
            : []),
        ],
      },
    };
  },
});
