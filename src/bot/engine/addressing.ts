/** From who should notice to the chats they really use: one person's accounts, a desk's channel or its people. */
import { deskOf, type Firm, managersOf, type Person, type Room } from '../../domain/firm.ts';
import type { PersonId, PlatformId } from '../../domain/ids.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import type { Platform } from '../ports/platform.ts';
import type { PostContent } from '../ports/post.ts';
import type { NewPost } from '../ports/store.ts';
import type { To } from '../reactions/effects.ts';

export type Platforms = ReadonlyMap<PlatformId, Platform>;

/** Whom the world consists of at this moment, and who acts in it. */
export type Society = { readonly firm: Firm; readonly platforms: Platforms; readonly actor: PersonId | undefined };

/** Where a person can be reached now: their accounts on the platforms that run, the one they used last first. */
export function reach(person: Person | undefined, platforms: Platforms): Person['accounts'] {
  if (person?.kind === 'former') return [];
  return (person?.accounts ?? []).filter(({ platform }) => platforms.has(platform));
}

function toPerson(id: PersonId, content: PostContent, { firm, platforms }: Society): readonly NewPost[] {
  const all = reach(firm.people.get(id), platforms);
  // A picture is kept true in every chat of theirs; a sentence is said once, where they last spoke.
  const where = content.kind === 'say' ? all.slice(0, 1) : all;
  return where.map(({ platform, id: account }) => ({
    content,
    platform,
    place: { type: 'person', account },
    person: id,
  }));
}

/** A room has its channels; one without any is its people, and nobody of them is told what they did themselves. */
function toRoom(
  channels: readonly Room[],
  members: readonly Person[],
  content: PostContent,
  society: Society,
): readonly NewPost[] {
  const { platforms, actor } = society;
  const rooms = channels.filter(({ platform }) => platforms.has(platform));
  if (rooms.length > 0)
    return rooms.map(({ platform, chat }) => ({ content, platform, place: { type: 'chat', chat } }));
  const people = members.filter(({ id }) => content.kind !== 'say' || id !== actor);
  return people.flatMap(({ id }) => toPerson(id, content, society));
}

function toAll(to: To, content: PostContent, society: Society): readonly NewPost[] {
  const { firm } = society;
  if ('person' in to) return toPerson(to.person, content, society);
  if ('desk' in to) return toRoom(firm.desks.get(to.desk) ?? [], deskOf(firm, to.desk), content, society);
  return toRoom(firm.management, managersOf(firm), content, society);
}

export function postsTo(
  to: To,
  content: PostContent,
  record: RecordNumber | undefined,
  society: Society,
): readonly NewPost[] {
  const posts = toAll(to, content, society);
  return record === undefined ? posts : posts.map((post) => ({ ...post, record }));
}

/** Two effects of one gesture may want the same picture, or say the same sentence, in the same place. */
export function unite(posts: readonly NewPost[]): readonly NewPost[] {
  const seen = new Set<string>();
  return posts.filter(({ content, platform, place }) => {
    const key = JSON.stringify([platform, place, content]);
    return !seen.has(key) && seen.add(key);
  });
}
