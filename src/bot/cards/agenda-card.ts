/** What time will ask, to whom and when in their own time: the coming days for an administrator, and next week before it happens. */
import type { Absence } from '../../domain/absence.ts';
import type { Firm, Person } from '../../domain/firm.ts';
import { dayAt, isoWeekAt, momentInWeek, momentOfDay, wallClock, weekAfter } from '../../domain/zoned-time.ts';
import { PreviewAgenda } from '../intents/attention-intents.ts';
import type { AgendaItem, LedgerPage } from '../ports/ledger.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card } from './card.ts';
import { button, buttons } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';

const DAY_MS = 86_400_000;
/** A firm's week of asks comes in few moments; more rows than this are counted. */
const MOST_ROWS = 2_000;
const MOST_LINES = 30;
const MOST_SKIPPED = 10;
const MOST_NAMES = 8;
const DAY_LENGTH = 'YYYY-MM-DD'.length;

type Data = {
  readonly coming: LedgerPage;
  readonly skipped: readonly AgendaItem[];
  readonly away: readonly Absence[];
  readonly firm: Firm;
};

const admin = ({ person }: Viewer): boolean => person?.roles.includes('admin') === true;

async function load({ firm, records, viewer, now }: Scene, from: Date, until: Date): Promise<Data | undefined> {
  if (!admin(viewer)) return undefined;
  const [coming, past, away] = await Promise.all([
    records.agendaOf({ from, until, states: ['due'], limit: MOST_ROWS }),
    records.agendaOf({ from: new Date(now.getTime() - 7 * DAY_MS), until: now, states: ['skipped'], limit: MOST_ROWS }),
    records.absencesIn({ from, until }),
  ]);
  return { coming, skipped: past.items, away, firm };
}

/** Whom a row speaks to, and in whose time it is told: the person's, or the firm's. */
function zoneOf(item: AgendaItem, firm: Firm): string {
  return (item.person === undefined ? undefined : firm.people.get(item.person)?.zone) ?? firm.zone;
}

/** Wall-clock text in the time of whom it speaks to: `2026-11-27 16:00`. */
function momentOf(item: AgendaItem, firm: Firm): string {
  return wallClock(item.dueAt, zoneOf(item, firm));
}

/** `YYYY-MM-DD` with its weekday, as the reader's language writes it. */
function dayTitle(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(momentOfDay(day, '12:00', 'UTC'));
}

function isAway({ person, dueAt }: AgendaItem, away: readonly Absence[]): boolean {
  return away.some((one) => one.person === person && one.beginsAt <= dueAt && dueAt < one.endsAt);
}

/** The same thing at the same wall-clock time is one line, however many people it goes to. */
function lines({ coming, away, firm }: Data, words: Words): readonly Block[] {
  const groups = Map.groupBy(coming.items, (item) => `${momentOf(item, firm)} ${item.intent}`);
  const inOrder = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const days = Map.groupBy(inOrder.slice(0, MOST_LINES), ([moment]) => moment.slice(0, DAY_LENGTH));
  const drawn = [...days].flatMap(([day, groupsOfDay]): readonly Block[] => [
    { type: 'heading', text: dayTitle(day, words.locale) },
    ...groupsOfDay.map(([, items]) => oneLine(items, away, firm, words)),
  ]);
  const unseen = inOrder.slice(MOST_LINES).reduce((sum, [, items]) => sum + items.length, 0);
  const more = unseen + coming.count - coming.items.length;
  return [...drawn, ...(more > 0 ? [{ type: 'aside', text: words.text.card.andMore(more) } as const] : [])];
}

function nameOf(item: AgendaItem, away: readonly Absence[], words: Words): readonly string[] {
  if (item.person === undefined) return item.record === undefined ? [] : [item.record];
  const name = words.name(item.person);
  const named = item.record === undefined ? name : `${name} (${item.record})`;
  return [isAway(item, away) ? words.text.card.agendaAway(named) : named];
}

function oneLine(items: readonly AgendaItem[], away: readonly Absence[], firm: Firm, words: Words): Block {
  const people = items.flatMap((item) => nameOf(item, away, words));
  const shown = people.slice(0, MOST_NAMES);
  const zones = [...new Set(items.map((item) => zoneOf(item, firm)))];
  const [first] = items;
  const time = first === undefined ? '' : momentOf(first, firm).slice(DAY_LENGTH + 1);
  const who = words.text.card.agendaPeople(words.list(shown), people.length - shown.length);
  return {
    type: 'item',
    text: [{ strong: time }, ` · ${first === undefined ? '' : words.doing(first.intent)}`],
    aside: [[...(shown.length === 0 ? [] : [who]), zones.join(', ')].join(' · ')],
  };
}

function skippedLines({ skipped, firm }: Data, words: Words): readonly Block[] {
  const { card } = words.text;
  if (skipped.length === 0) return [];
  const latest = skipped.slice(-MOST_SKIPPED).toReversed();
  return [
    { type: 'heading', text: card.agendaSkipped },
    ...latest.map((item): Block => {
      const who = item.person === undefined ? item.record : words.name(item.person);
      return {
        type: 'item',
        text: [
          { strong: wallClock(item.dueAt, zoneOf(item, firm)) },
          ` · ${[words.doing(item.intent), ...(who === undefined ? [] : [who])].join(' · ')}`,
        ],
        aside: [words.skip(item.reason ?? '')],
      };
    }),
    ...(skipped.length > latest.length
      ? [{ type: 'aside', text: card.andMore(skipped.length - latest.length) } as const]
      : []),
  ];
}

function draw(data: Data, title: string, words: Words, more: readonly Block[]): Card {
  const { card } = words.text;
  const { count } = data.coming;
  return {
    title,
    tone: 'neutral',
    summary: card.agendaSummary(count),
    blocks: [{ type: 'paragraph', text: card.agendaIntro(count) }, ...lines(data, words), ...more],
  };
}

export const agendaCard = picture<Data>({
  load: (scene) => load(scene, scene.now, new Date(scene.now.getTime() + 7 * DAY_MS)),
  draw: (data, words) => ({
    type: 'card',
    card: draw(data, words.text.card.agendaTitle, words, [
      ...skippedLines(data, words),
      ...buttons(button(words, 'preview', PreviewAgenda, {})),
    ]),
  }),
});

type Week = Data & { readonly monday: string };

/** Monday to Sunday of next week in the reader's zone. */
export const previewCard = picture<Week>({
  load: async (scene) => {
    const zone = (scene.viewer.person satisfies Person | undefined)?.zone ?? scene.firm.zone;
    const week = weekAfter(isoWeekAt(scene.now, zone));
    const begins = momentInWeek(week, { weekday: 1, time: '00:00' }, zone);
    const ends = momentInWeek(weekAfter(week), { weekday: 1, time: '00:00' }, zone);
    const data = await load(scene, new Date(begins.getTime() - 1), new Date(ends.getTime() - 1));
    return data && { ...data, monday: dayAt(begins, zone) };
  },
  draw: (data, words) => ({
    type: 'card',
    card: draw(data, words.text.card.previewTitle(data.monday), words, [
      { type: 'aside', text: words.text.card.previewNote },
    ]),
  }),
});
