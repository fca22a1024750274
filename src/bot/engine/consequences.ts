/** Turns effects into what is kept: posts to the chats people really use, standing pictures to redraw, agenda rows. */
import { deskOf } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { peopleIn } from '../../domain/approval/line.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import { type AnyRecord, spineOf } from '../../domain/records.ts';
import type { PictureRef } from '../intents/pictures.ts';
import { quietUntil } from '../../domain/attention.ts';
import { BeginDay } from '../intents/attention-intents.ts';
import type { NewHeld } from '../ports/ledger.ts';
import type { NewAgenda, NewPost } from '../ports/store.ts';
import { isUrgent, nudgeOf } from '../reactions/attention.ts';
import type { Effect } from '../reactions/effects.ts';
import { reactionsTo } from '../reactions/index.ts';
import type { Notice } from '../text/notices.ts';
import { postsTo, reach, type Society, unite } from './addressing.ts';
import type { Change } from './define.ts';

export type Consequences = {
  readonly posts: readonly NewPost[];
  readonly everywhere: readonly PictureRef[];
  readonly holds: readonly NewHeld[];
  readonly agenda: readonly NewAgenda[];
  /** People who should have been shown something and have no account on any chat that runs: kept in the audit, never silent. */
  readonly unreached: readonly { readonly person: PersonId; readonly record?: RecordNumber }[];
};

function recordOf(effect: Effect, changed: RecordNumber | undefined): RecordNumber | undefined {
  return effect.effect === 'later' ? (effect.record ?? changed) : changed;
}

/** The people whose own page lists a record that has changed, where a platform of theirs has such a page. */
function pagesOf(record: AnyRecord, { firm, platforms }: Society): readonly PersonId[] {
  const { holders, askedBy } = spineOf(record);
  const held = holders.flatMap((holder) =>
    'person' in holder ? [holder.person] : deskOf(firm, holder.desk).map(({ id }) => id),
  );
  const team = record.kind === 'request' ? deskOf(firm, record.team).map(({ id }) => id) : [];
  const approvers = record.kind === 'approval' ? record.steps.flatMap(peopleIn) : [];
  const listed = new Set([...held, ...team, ...approvers, ...(askedBy === undefined ? [] : [askedBy])]);
  return [...listed].filter((person) =>
    firm.people.get(person)?.accounts.some(({ platform }) => platforms.get(platform)?.traits.hasHome),
  );
}

/**
 * Whatever happens to an approval, its entry in the lists that platforms keep of approvals is made true. Nobody is notified of it here:
 * that is the platform's own affair, and an entry that shows the same already is left alone.
 */
function mirrorsOf(record: AnyRecord, { platforms }: Society): readonly NewPost[] {
  if (record.kind !== 'approval') return [];
  const { number } = record;
  return [...platforms.values()]
    .filter(({ traits }) => traits.hasInbox)
    .map(({ id }) => ({
      content: { kind: 'show', picture: { name: 'approval-entry', of: number } },
      ...{ platform: id, place: { type: 'inbox', of: number }, record: number },
    }));
}

type Saying = Extract<Effect, { effect: 'say' }>;

function saying({ to, notice }: Saying, record: RecordNumber | undefined, society: Society): readonly NewPost[] {
  const nudge = nudgeOf(notice);
  const posts = postsTo(to, { kind: 'say', notice }, record, society);
  return nudge ? posts.map((post) => ({ ...post, nudge })) : posts;
}

/**
 * What time itself says to one person in their quiet hours waits for their morning, unless it is urgent. What somebody has just done is
 * passed on at once, like any message of a colleague's: whoever wants silence then has their chat's own do-not-disturb.
 */
function heldUntil(
  { person }: NewPost,
  notice: Notice,
  { actor, firm, now }: Society & { readonly now: Date },
): Date | undefined {
  if (actor !== undefined || person === undefined || isUrgent(notice)) return undefined;
  return quietUntil(now, person, firm);
}

function heldFor(person: PersonId, notice: Notice, record: RecordNumber | undefined, dueAt: Date): NewHeld {
  return { person, notice, dueAt, ...(record === undefined ? {} : { record }) };
}

/** One for each person and morning, however much waits for it. */
function morningOf({ person, dueAt }: NewHeld): NewAgenda {
  const at = dueAt.toISOString();
  return { key: `morning:${person}:${at}`, intent: BeginDay.name, input: { person, at }, person, dueAt };
}

export function consequences(
  changes: readonly Change[],
  more: readonly Effect[],
  society: Society & { readonly now: Date },
): Consequences {
  const { firm, platforms, now } = society;
  const posts: NewPost[] = [];
  const everywhere: PictureRef[] = [];
  const agenda: NewAgenda[] = [];
  const holds: NewHeld[] = [];
  const unreached: { person: PersonId; record?: RecordNumber }[] = [];
  // Two effects of one change may say the same to somebody.
  const hold = (held: NewHeld): void => {
    if (!holds.some((one) => JSON.stringify(one) === JSON.stringify(held))) holds.push(held);
  };
  const carry = (effect: Effect, about: RecordNumber | undefined): void => {
    const record = recordOf(effect, about);
    switch (effect.effect) {
      case 'say':
        for (const post of saying(effect, record, society)) {
          const morning = heldUntil(post, effect.notice, society);
          if (morning === undefined || post.person === undefined) posts.push(post);
          else hold(heldFor(post.person, effect.notice, record, morning));
        }
        return;
      case 'show':
        if ('person' in effect.to && reach(firm.people.get(effect.to.person), platforms).length === 0) {
          unreached.push({ person: effect.to.person, ...(record === undefined ? {} : { record }) });
        }
        posts.push(...postsTo(effect.to, { kind: 'show', picture: effect.picture }, record, society));
        return;
      case 'show-everywhere':
        everywhere.push(effect.picture);
        return;
      case 'later': {
        const { key, at, intent, input, person, staleMs, series } = effect;
        agenda.push({
          ...{ key, intent, input, dueAt: at },
          ...(record === undefined ? {} : { record }),
          ...(person === undefined ? {} : { person }),
          ...(staleMs === undefined ? {} : { staleMs }),
          ...(series === undefined ? {} : { series }),
        });
      }
    }
  };
  for (const { state, events } of changes) {
    for (const event of events) for (const effect of reactionsTo(state, event, now, firm)) carry(effect, state.number);
    posts.push(...mirrorsOf(state, society));
    for (const person of pagesOf(state, society)) everywhere.push({ name: 'home', of: person });
  }
  for (const effect of more) carry(effect, undefined);
  return { posts: unite(posts), everywhere, holds, agenda: [...agenda, ...holds.map(morningOf)], unreached };
}
