/** One post, from its row to the platform: drawn as things are now, and what became of it. */
import type { Firm, PersonId } from '../../domain/firm.ts';
import type { Message } from '../cards/card.ts';
import { type PictureRef, pictureKey } from '../intents/pictures.ts';
import type { Failure, MessageRef, Platform, Result } from '../ports/platform.ts';
import type { Drawn, OpenPost, PostContent, Settled, Standing, Store } from '../ports/store.ts';
import { movedMessage } from '../cards/desk-cards.ts';
import { draw, noticeLine, printOf, wordsOf } from './draw.ts';

export type Sent = { readonly settled: Settled; readonly failure?: Failure; readonly drawn?: Drawn };

export type SendNeeds = {
  readonly store: Store;
  readonly platform: Platform;
  readonly firm: Firm;
  readonly now: Date;
  /** Waits until the platform may be told: what is drawn is safe on disk, and its pace allows one more call. */
  readonly turn: (what: 'post' | 'edit') => Promise<void>;
};

type Redrawn = NonNullable<Drawn['redrawn']>[number];

/** With the waits below this is about five hours: what has not gone out by then has lost its moment. */
const MOST_ATTEMPTS = 16;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 3_600_000;
const DAY_MS = 86_400_000;

function waitAfter(attempt: number, failure: Failure): number {
  return failure.afterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
}

function failed(post: OpenPost, failure: Failure, now: Date): Sent {
  const words = failure.cause;
  if (failure.verdict === 'never' || failure.verdict === 'gone' || post.attempt >= MOST_ATTEMPTS)
    return { settled: { state: 'dead', failure: words }, failure };
  const notBefore = new Date(now.getTime() + waitAfter(post.attempt, failure));
  return {
    settled: { state: failure.verdict === 'unsure' ? 'unsure' : 'waiting', notBefore, failure: words },
    failure,
  };
}

function sentence(content: Extract<PostContent, { kind: 'say' }>, firm: Firm, person?: PersonId): Message {
  const words = wordsOf(firm, person);
  if ('notice' in content) return { type: 'line', text: noticeLine(content.notice, words) };
  if ('refusal' in content) return { type: 'line', text: words.why(content.refusal) };
  return { type: 'line', text: [words.text.bug(content.bug)] };
}

async function posting(post: OpenPost, message: Message, { platform, turn }: SendNeeds): Promise<Result<MessageRef>> {
  await turn('post');
  return platform.post(post.place, message, { id: post.id, attempt: post.attempt, since: post.firstTriedAt });
}

/** A copy is posted anew this long before its platform closes it for edits: a night may be missed. */
const RENEW_BEFORE_MS = 2 * DAY_MS;

/** Copies that stand since before this moment are to be renewed. */
export function ageingSince({ editableDays }: Platform['traits'], now: Date): Date {
  return new Date(now.getTime() - (editableDays * DAY_MS - RENEW_BEFORE_MS));
}

const gone = (cause: string): Result<Redrawn> => ({ ok: false, failure: { verdict: 'gone', cause } });

/** Brings one standing copy up to date; undefined when it is true already. */
async function refresh(
  copy: Standing,
  message: Message,
  needs: SendNeeds,
  renews: boolean,
): Promise<Result<Redrawn> | undefined> {
  const drawn = printOf(message);
  if (copy.drawn === drawn && !renews) return undefined;
  const { traits } = needs.platform;
  if (needs.now.getTime() - copy.postedAt.getTime() > traits.editableDays * DAY_MS)
    return gone('the edit window is over');
  if (renews && copy.postedAt < ageingSince(traits, needs.now)) return retire(copy, needs);
  await needs.turn('edit');
  const updated = await needs.platform.update(copy.ref, message);
  return updated.ok ? { ok: true, value: { id: copy.id, drawn, ref: updated.value } } : updated;
}

/** The old copy says where the new one is, as long as it still can, and is followed no more. */
async function retire(copy: Standing, needs: SendNeeds): Promise<Result<Redrawn>> {
  const words = wordsOf(needs.firm, copy.person);
  await needs.turn('edit');
  const updated = await needs.platform.update(copy.ref, movedMessage(words));
  if (updated.ok || updated.failure.verdict === 'gone' || updated.failure.verdict === 'never')
    return gone('renewed before its edit window closes');
  return updated;
}

type Refreshed = {
  readonly redrawn: readonly Redrawn[];
  readonly gone: readonly bigint[];
  readonly failure?: Failure;
};

/** Every copy in this place made true; up to the first failure. */
async function refreshAll(
  copies: readonly Standing[],
  message: Message,
  needs: SendNeeds,
  renews: boolean,
): Promise<Refreshed> {
  const redrawn: Redrawn[] = [];
  const gone: bigint[] = [];
  for (const copy of copies) {
    const result = await refresh(copy, message, needs, renews);
    if (result?.ok) redrawn.push(result.value);
    else if (result?.failure.verdict === 'gone') gone.push(copy.id);
    else if (result) return { redrawn, gone, failure: result.failure };
  }
  return { redrawn, gone };
}

async function show(post: OpenPost, picture: PictureRef, message: Message, needs: SendNeeds): Promise<Sent> {
  const { kind } = post.content;
  const copies = kind === 'open' ? [] : await needs.store.standing(pictureKey(picture), post.lane);
  const { redrawn, gone, failure } = await refreshAll(copies, message, needs, kind === 'renew');
  // The gone ones are followed until something stands in their stead, so that the next attempt knows of them.
  if (failure) return { ...failed(post, failure, needs.now), drawn: { redrawn } };
  // A copy that cannot be edited any more is posted anew, unless another copy here is true. What is renewed must have stood here.
  const alive = copies.length - gone.length;
  if (alive > 0 || (kind === 'renew' && copies.length === 0))
    return { settled: { state: 'sent' }, drawn: { redrawn, gone } };
  const result = await posting(post, message, needs);
  if (!result.ok) return failed(post, result.failure, needs.now);
  const stands = { ref: result.value, picture, drawn: printOf(message) };
  return { settled: { state: 'sent' }, drawn: { gone, stands } };
}

export async function send(post: OpenPost, needs: SendNeeds): Promise<Sent> {
  const { content, person } = post;
  if (content.kind === 'say') {
    const result = await posting(post, sentence(content, needs.firm, person), needs);
    return result.ok ? { settled: { state: 'sent' } } : failed(post, result.failure, needs.now);
  }
  const records = needs.store.reader();
  const message = await draw(content.picture, {
    firm: needs.firm,
    records,
    now: needs.now,
    ...(person === undefined ? {} : { person }),
  });
  if (!message) return { settled: { state: 'sent', note: 'nothing to show' } };
  return show(post, content.picture, message, needs);
}
