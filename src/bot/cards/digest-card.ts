/** A digest as it is now: its lead's draft, what went out unconfirmed, or what was confirmed. */
import { type CycleId, leadOf, nameOf } from '../../domain/cycle.ts';
import { type Digest, digestKey, isConfirmed, readPlace } from '../../domain/digest.ts';
import { makersOf } from '../../domain/digest-people.ts';
import {
  answersAfter,
  countsOf,
  mergedText,
  type Standing,
  standingsOf,
  type Trend,
} from '../../domain/digest-reports.ts';
import type { DigestText } from '../../domain/digest-text.ts';
import { contactsOf, type Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { mayViewDigest, mayViewProgress } from '../../domain/visibility.ts';
import { type IsoWeek, weekAfter } from '../../domain/zoned-time.ts';
import { ConfirmDigest, EditDigest, ReadDigest, SendClientVersion } from '../intents/digest-intents.ts';
import type { Words } from '../text/words.ts';
import type { Block, Card, Line } from './card.ts';
import { healthFacts, isFolded, missingFacts, sectionBlocks, trendBlocks } from './digest-blocks.ts';
import { button, buttons, fact, facts, subtitle } from './parts.ts';
import { picture, type Scene, type Viewer } from './picture.ts';

/** How many periods the trend looks back over, this one among them. */
const PERIODS = 8;

type Data = {
  readonly firm: Firm;
  readonly name: string;
  readonly period: string;
  /** None for a card of the time when there were no digests yet: then it is a list of the answers. */
  readonly digest: Digest | undefined;
  readonly text: DigestText;
  readonly standings: readonly Standing[];
  /** How many answers its text does not know of. */
  readonly after: number;
  readonly trend: Trend;
};

function mayLook(digest: Digest | undefined, answers: readonly Progress[], { ref, viewer, firm }: Scene): boolean {
  const { person } = viewer;
  // A room is shown only what has gone out to it.
  if (digest) return person ? mayViewDigest(digest, person, firm) : digest.status === 'sent';
  return (
    ref.name === 'progress-digest' &&
    person !== undefined &&
    answers.length > 0 &&
    answers.every((report) => mayViewProgress(report, person, firm))
  );
}

async function trendOf(
  cycle: CycleId,
  period: IsoWeek,
  standings: readonly Standing[],
  { records, firm }: Scene,
): Promise<Trend> {
  const earlier = Array.from({ length: PERIODS - 1 }, (_, n) => weekAfter(period, n + 1 - PERIODS));
  const counted = earlier.map(async (week) => {
    const answers = await records.progressOf(cycle, week);
    return { period: week, counts: countsOf(standingsOf(answers, cycle, firm)) };
  });
  return [...(await Promise.all(counted)), { period, counts: countsOf(standings) }];
}

/** What is said: as it was confirmed, as it was written by hand, or put together from the answers. */
function said(
  digest: Digest | undefined,
  answers: readonly Progress[],
  standings: readonly Standing[],
  { cycle, lead, firm }: { readonly cycle: CycleId; readonly lead: PersonId | undefined; readonly firm: Firm },
): Pick<Data, 'text' | 'after' | 'name'> {
  const name = digest?.name ?? nameOf(cycle, firm);
  const known = digest && isConfirmed(digest) ? digest : digest?.edit;
  if (known) return { name, text: known.text, after: answersAfter(known.seenAt, answers) };
  return { name, text: mergedText(answers, standings, firm, lead), after: 0 };
}

async function load(scene: Scene): Promise<Data | undefined> {
  const { ref, firm, records } = scene;
  const place = readPlace(ref.of);
  if (!place) return undefined;
  const { cycle, period } = place;
  const digest = await records.byUniqueKey('digest', digestKey(cycle, period));
  const answers = await records.progressOf(cycle, period);
  if (!mayLook(digest, answers, scene)) return undefined;
  const standings = digest && isConfirmed(digest) ? digest.standings : standingsOf(answers, cycle, firm);
  const lead = digest?.lead ?? leadOf(cycle, firm);
  return {
    ...{ firm, period, digest, standings },
    ...said(digest, answers, standings, { cycle, lead, firm }),
    trend: await trendOf(cycle, period as IsoWeek, standings, scene),
  };
}

/** Who acts next and by when; or who has confirmed it, and when. */
function next(digest: Digest, words: Words): Block {
  const { card, facts: label } = words.text;
  if (!isConfirmed(digest))
    return facts(fact(label.next, card.digestNext(words.name(digest.lead), words.moment(digest.confirmByAt))));
  const { by, lead, confirmedAt, forClient } = digest;
  const who = by === lead ? words.name(by) : card.through(words.name(lead), words.name(by));
  return facts(
    fact(label.confirmed, card.doneBy(who, words.moment(confirmedAt))),
    fact(label.clientVersion, forClient && card.doneBy(words.name(forClient.by), words.moment(forClient.sentAt))),
  );
}

function asides({ digest, text, after }: Data, words: Words): readonly Block[] {
  const { card } = words.text;
  const edit = digest && !isConfirmed(digest) ? digest.edit : undefined;
  const lines: readonly (Line | false | undefined)[] = [
    edit && card.digestEdited(words.name(edit.by), words.moment(edit.editedAt)),
    after > 0 && card.digestAfter(after),
    digest && isFolded(text) && card.digestFolded,
  ];
  return lines.flatMap((line): readonly Block[] => (line ? [{ type: 'aside', text: line }] : []));
}

function actions({ digest, text, firm }: Data, words: Words, { person }: Viewer): readonly Block[] {
  if (!digest) return [];
  const input = { digest: digest.number };
  const maker = person !== undefined && makersOf(digest.lead, firm).includes(person.id);
  const open = maker && !isConfirmed(digest);
  const forClient =
    maker && isConfirmed(digest) && !digest.forClient && digest.client && contactsOf(firm, digest.client).length > 0;
  return buttons(
    open ? button(words, 'confirmSend', ConfirmDigest, input, 'primary') : undefined,
    open ? button(words, 'edit', EditDigest, input) : undefined,
    forClient ? button(words, 'clientVersion', SendClientVersion, input) : undefined,
    isFolded(text) ? button(words, 'readAll', ReadDigest, input) : undefined,
  );
}

function head(
  { digest, name, period, standings }: Data,
  words: Words,
): Pick<Card, 'title' | 'subtitle' | 'tone' | 'summary'> {
  const { card, states } = words.text;
  const title = card.digestTitle(name, period);
  const answered = standings.filter(({ late }) => late !== undefined).length;
  const asked = standings.filter(({ how }) => how !== 'not-asked').length;
  const summary = card.digestSummary(name, answered, asked);
  if (!digest) return { title, tone: 'info', summary };
  const asDraft = digest.status === 'sent' && digest.asDraft;
  const state = asDraft ? `${states.digest.sent} · ${card.digestDraft}` : states.digest[digest.status];
  return {
    title,
    subtitle: subtitle(digest.number, state),
    tone: asDraft ? 'warning' : digest.status === 'sent' ? 'good' : 'info',
    summary,
  };
}

function draw(data: Data, words: Words, viewer: Viewer): Card {
  const { digest, text, standings, trend } = data;
  const { card } = words.text;
  const answered = standings.filter(({ late }) => late !== undefined).length;
  const asked = standings.filter(({ how }) => how !== 'not-asked').length;
  return {
    ...head(data, words),
    blocks: [
      { type: 'paragraph', text: card.digestCount(answered, asked) },
      ...(digest ? [next(digest, words)] : []),
      ...sectionBlocks(text, ['summary', 'blocked', 'risk'], words),
      ...trendBlocks(trend, words),
      ...healthFacts(standings, words),
      ...missingFacts(standings, words),
      ...sectionBlocks(text, ['done', 'next'], words),
      ...asides(data, words),
      ...actions(data, words, viewer),
    ],
  };
}

/** `of` is `cycle/period`. Under the name `progress-digest` it stands in old messages, also of weeks that have no digest of their own. */
export const digestCard = picture<Data>({
  load,
  draw: (data, words, viewer) => ({ type: 'card', card: draw(data, words, viewer) }),
});
