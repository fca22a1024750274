/** The message that was pressed or sent from, as it is true now, for platforms that repaint it together with the answer. */
import type { Showable } from '../cards/card.ts';
import { CancelForm } from '../intents/general-intents.ts';
import { isForm, type PictureRef } from '../intents/pictures.ts';
import type { Reply } from '../ports/platform.ts';
import type { Standing, Store } from '../ports/store.ts';
import type { Kept } from './change.ts';
import { draw, type Drawing, printOf, wordsOf } from './draw.ts';
import { closedMessage } from '../cards/desk-cards.ts';
import type { HeardGesture } from './heard.ts';

/** What the message shows from now on; undefined when the answer does not touch it. */
function pictureNow(stands: Standing | undefined, changed: Kept, intent: string): PictureRef | undefined {
  if (changed.kind === 'answer' && changed.answer.open) return undefined;
  const answered = changed.kind === 'answer' ? changed.answer.become : undefined;
  const cancelled = intent === CancelForm.name && (!stands || isForm(stands.picture));
  if (cancelled) return { name: 'cancelled', of: stands?.picture.of ?? '' };
  // A form that was handed over by the platform itself is not known to us until it becomes something.
  return stands?.picture ?? answered;
}

function shownAs(message: Showable | undefined): Pick<Reply, 'fresh' | 'entry'> {
  if (!message) return {};
  return message.type === 'entry' ? { entry: message.entry } : { fresh: message };
}

/** A copy with live buttons, of what is nothing to its reader any more, is closed. */
function closedFor({ firm, person }: HeardGesture, stands: Standing | undefined): Showable | undefined {
  return stands?.place.type === 'person' ? closedMessage(wordsOf(firm, stands.person ?? person.id)) : undefined;
}

function readerOf(stands: Standing | undefined, { person }: HeardGesture): Pick<Drawing, 'person'> {
  return stands?.place.type === 'chat' ? {} : { person: stands?.person ?? person.id };
}

export async function repaint(
  heard: HeardGesture,
  changed: Kept,
  store: Store,
): Promise<Pick<Reply, 'fresh' | 'entry' | 'direct'>> {
  const { inbound, platform, firm, now } = heard;
  if (!platform.traits.repaintsPressed || (inbound.kind !== 'pressed' && inbound.kind !== 'submitted')) return {};
  const at = inbound.message ?? inbound.entry;
  if (at === undefined) return {};
  const stands = await store.standingAt(platform.id, at, inbound.chat?.id);
  const direct = stands ? { direct: stands.place.type === 'person' } : {};
  const picture = pictureNow(stands, changed, inbound.wish.intent);
  if (!picture) return direct;

  const records = store.reader();
  const message = await draw(picture, {
    firm,
    records,
    now,
    ...readerOf(stands, heard),
  });
  // Drawn after our own commit, it may show another one's that is not on disk yet.
  await store.durable();
  if (message) await remember(heard, stands, picture, message, store);
  return { ...direct, ...shownAs(message ?? closedFor(heard, stands)) };
}

/**
 * A message new to us is kept true from now on. One we know is not remembered as drawn: the answer may be lost on its way, or the
 * process may end before it, so the queue makes sure by an edit that the platform confirms.
 */
async function remember(
  heard: HeardGesture,
  stands: Standing | undefined,
  picture: PictureRef,
  message: Showable,
  store: Store,
): Promise<void> {
  const { inbound, platform, person, now } = heard;
  if (stands) return;
  if (
    inbound.kind === 'said' ||
    inbound.kind === 'arrived' ||
    inbound.kind === 'left' ||
    inbound.message === undefined ||
    inbound.chat === undefined
  )
    return;
  await store.adopt({
    ...{
      picture,
      platform: platform.id,
      place: { type: 'person', account: inbound.speaker.account },
      person: person.id,
    },
    ...{ ref: { chat: inbound.chat.id, message: inbound.message }, drawn: printOf(message), postedAt: now },
  });
}
