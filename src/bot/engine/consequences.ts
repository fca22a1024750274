/** Turns effects into what is kept: posts to the chats people really use, standing pictures to redraw, agenda rows. */
import { deskOf, type Firm, type Person, type PersonId, type PlatformId } from '../../domain/firm.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import { type AnyRecord, spineOf } from '../../domain/records.ts';
import type { PictureRef } from '../intents/pictures.ts';
import type { Platform } from '../ports/platform.ts';
import type { NewAgenda, NewPost, PostContent } from '../ports/store.ts';
import type { Effect, To } from '../reactions/effects.ts';
import { reactionsTo } from '../reactions/index.ts';
import type { Change } from './define.ts';

export type Consequences = {
  readonly posts: readonly NewPost[];
  readonly everywhere: readonly PictureRef[];
  readonly agenda: readonly NewAgenda[];
  /** People who should have been shown something and have no account on any chat that runs: kept in the audit, never silent. */
  readonly unreached: readonly { readonly person: PersonId; readonly record?: RecordNumber }[];
};

export type Platforms = ReadonlyMap<PlatformId, Platform>;

/** Where a person can be reached now: their accounts on the platforms that run, the one they used last first. */
function reach(person: Person | undefined, platforms: Platforms): readonly { platform: PlatformId; account: string }[] {
  return (person?.accounts ?? [])
    .filter(({ platform }) => platforms.has(platform))
    .map(({ platform, id }) => ({ platform, account: id }));
}

function postsToPerson(
  id: PersonId,
  content: PostContent,
  record: RecordNumber | undefined,
  firm: Firm,
  platforms: Platforms,
): readonly NewPost[] {
  const all = reach(firm.people.get(id), platforms);
  // A picture is kept true in every chat of theirs; a sentence is said once, where they last spoke.
  const where = content.kind === 'say' ? all.slice(0, 1) : all;
  return where.map(({ platform, account }) => ({
    ...{ content, platform, place: { type: 'person', account }, person: id },
    ...(record === undefined ? {} : { record }),
  }));
}

function postsTo(
  to: To,
  content: PostContent,
  record: RecordNumber | undefined,
  firm: Firm,
  platforms: Platforms,
): readonly NewPost[] {
  if ('person' in to) return postsToPerson(to.person, content, record, firm, platforms);
  const rooms = (firm.desks.get(to.desk) ?? []).filter(({ platform }) => platforms.has(platform));
  // A desk without a channel is its people.
  if (rooms.length === 0)
    return deskOf(firm, to.desk).flatMap(({ id }) => postsToPerson(id, content, record, firm, platforms));
  return rooms.map(({ platform, chat }) => ({
    ...{ content, platform, place: { type: 'chat', chat } },
    ...(record === undefined ? {} : { record }),
  }));
}

function recordOf(effect: Effect, changed: RecordNumber | undefined): RecordNumber | undefined {
  return effect.effect === 'later' ? (effect.record ?? changed) : changed;
}

/** The people whose own page lists a record that has changed. */
function pagesOf(record: AnyRecord, firm: Firm): readonly PersonId[] {
  const { holders, askedBy } = spineOf(record);
  const held = holders.flatMap((holder) =>
    'person' in holder ? [holder.person] : deskOf(firm, holder.desk).map(({ id }) => id),
  );
  const team = record.kind === 'request' ? deskOf(firm, record.team).map(({ id }) => id) : [];
  const approvers = record.kind === 'approval' ? record.stages.flatMap(({ approvers: asked }) => asked) : [];
  return [...held, ...team, ...approvers, ...(askedBy === undefined ? [] : [askedBy])];
}

export function consequences(
  changes: readonly Change[],
  more: readonly Effect[],
  context: { readonly firm: Firm; readonly platforms: Platforms; readonly now: Date },
): Consequences {
  const { firm, platforms, now } = context;
  const posts: NewPost[] = [];
  const everywhere: PictureRef[] = [];
  const agenda: NewAgenda[] = [];
  const unreached: { person: PersonId; record?: RecordNumber }[] = [];
  const carry = (effect: Effect, about: RecordNumber | undefined): void => {
    const record = recordOf(effect, about);
    switch (effect.effect) {
      case 'say':
        posts.push(...postsTo(effect.to, { kind: 'say', notice: effect.notice }, record, firm, platforms));
        return;
      case 'show':
        if ('person' in effect.to && reach(firm.people.get(effect.to.person), platforms).length === 0) {
          unreached.push({ person: effect.to.person, ...(record === undefined ? {} : { record }) });
        }
        posts.push(...postsTo(effect.to, { kind: 'show', picture: effect.picture }, record, firm, platforms));
        return;
      case 'show-everywhere':
        everywhere.push(effect.picture);
        return;
      case 'later': {
        const { key, at, intent, input, person, staleMs } = effect;
        agenda.push({
          ...{ key, intent, input, dueAt: at },
          ...(record === undefined ? {} : { record }),
          ...(person === undefined ? {} : { person }),
          ...(staleMs === undefined ? {} : { staleMs }),
        });
      }
    }
  };
  for (const { state, events } of changes) {
    for (const event of events) for (const effect of reactionsTo(state, event, now, firm)) carry(effect, state.number);
    for (const person of new Set(pagesOf(state, firm))) everywhere.push({ name: 'home', of: person });
  }
  for (const effect of more) carry(effect, undefined);
  return { posts: unite(posts), everywhere, agenda, unreached };
}

/** Two events of one gesture may want the same picture in the same place. */
function unite(posts: readonly NewPost[]): readonly NewPost[] {
  const seen = new Set<string>();
  return posts.filter(({ content, platform, place }) => {
    if (content.kind === 'say') return true;
    const key = JSON.stringify([platform, place, content]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
