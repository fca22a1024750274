/** One post, from its row to the platform: drawn as things are now, and what became of it. */
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Message, Showable } from '../cards/card.ts';
import { type PictureRef, pictureKey } from '../intents/pictures.ts';
import type { Failure, MessageRef, Result } from '../ports/platform.ts';
import type { PostContent } from '../ports/post.ts';
import type { Drawn, OpenPost, Settled } from '../ports/store.ts';
import { closedMessage } from '../cards/desk-cards.ts';
import { refreshAll, type SendNeeds } from './copies.ts';
import { draw, printOf, wordsOf } from './draw.ts';

export type Sent = { readonly settled: Settled; readonly failure?: Failure; readonly drawn?: Drawn };

/** With the waits below this is about five hours: what has not gone out by then has lost its moment. */
const MOST_ATTEMPTS = 16;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 3_600_000;

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
  if ('notice' in content) return { type: 'line', text: words.notice(content.notice) };
  if ('refusal' in content) return { type: 'line', text: words.why(content.refusal) };
  return { type: 'line', text: [words.text.bug(content.bug)] };
}

async function posting(post: OpenPost, message: Showable, { platform, turn }: SendNeeds): Promise<Result<MessageRef>> {
  await turn('post');
  return platform.post(post.place, message, { id: post.id, attempt: post.attempt, since: post.firstTriedAt });
}

async function show(post: OpenPost, picture: PictureRef, message: Showable, needs: SendNeeds): Promise<Sent> {
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

/** What stood there is nothing to this reader any more: a copy with live buttons would be a lie. */
async function close(post: OpenPost, picture: PictureRef, needs: SendNeeds): Promise<Sent> {
  const note = 'nothing to show';
  if (post.content.kind === 'open' || post.place.type === 'home' || post.place.type === 'inbox')
    return { settled: { state: 'sent', note } };
  const copies = await needs.store.standing(pictureKey(picture), post.lane);
  const message = closedMessage(wordsOf(needs.firm, post.person));
  const { redrawn, gone, failure } = await refreshAll(copies, message, needs, false);
  if (failure) return { ...failed(post, failure, needs.now), drawn: { redrawn } };
  return { settled: { state: 'sent', note }, drawn: { redrawn, gone } };
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
  if (!message) return close(post, content.picture, needs);
  return show(post, content.picture, message, needs);
}
