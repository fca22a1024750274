/** What we show: posts, updates, and who somebody is. Every failure is a value. */
import { createHash } from 'node:crypto';
import type { Message } from '../../cards/card.ts';
import type { MessageRef, Place, Profile, Result } from '../../ports/platform.ts';
import type { DirectChats } from './direct-chats.ts';
import { type Doing, toFailure } from './failures.ts';
import { isChat, isMessage, isPerson } from './identifiers.ts';
import { uuidLength } from './limits.ts';
import type { InFlight } from './in-flight.ts';
import type { Link } from './link.ts';
import { chartsInWords } from './render/chart.ts';
import { type Payload, render } from './render/message.ts';
import type { ReceiverType, Wire } from './wire.ts';

export class Outbound {
  readonly #wire: Wire;
  readonly #link: Link;
  readonly #directs: DirectChats;
  readonly #inFlight: InFlight;

  constructor(wire: Wire, link: Link, directs: DirectChats, inFlight: InFlight) {
    this.#wire = wire;
    this.#link = link;
    this.#directs = directs;
    this.#inFlight = inFlight;
  }

  async post(place: Place, message: Message, id: string): Promise<Result<MessageRef>> {
    const sent = await this.send(place, render(message), id);
    return isForChart(sent) ? await this.send(place, render(chartsInWords(message)), id) : sent;
  }

  async send(place: Place, { type, content }: Payload, id: string): Promise<Result<MessageRef>> {
    const to = receiverOf(place);
    if (!to) return refused(`no such place here: ${place.type}`);
    return await this.#attempt('post', async () => {
      const sent = await this.#wire.create(to.type, to.id, type, content, uuidOf(id));
      if (to.type === 'open_id') this.#directs.remember(sent.chat);
      return sent;
    });
  }

  async update(ref: MessageRef, message: Message): Promise<Result<MessageRef>> {
    if (!isMessage(ref.message)) return refused('not an id of a message');
    await this.#inFlight.over(ref.message);
    const updated = await this.#repaint(ref, render(message));
    return isForChart(updated) ? await this.#repaint(ref, render(chartsInWords(message))) : updated;
  }

  async #repaint(ref: MessageRef, { type, content }: Payload): Promise<Result<MessageRef>> {
    return await this.#attempt('update', async () => {
      if (type === 'text') await this.#wire.replaceText(ref.message, content);
      else await this.#wire.patchCard(ref.message, content);
      return ref;
    });
  }

  async profile(account: string): Promise<Result<Profile>> {
    if (!isPerson(account)) return refused('not an id of a person');
    return await this.#attempt('profile', () => this.#wire.user(account));
  }

  async accountOf(email: string): Promise<Result<string | undefined>> {
    return await this.#attempt('profile', () => this.#wire.personOf(email));
  }

  async #attempt<T>(doing: Doing, act: () => Promise<T>): Promise<Result<T>> {
    try {
      const value = await act();
      this.#link.worked();
      return { ok: true, value };
    } catch (error) {
      this.#link.failed(error);
      return { ok: false, failure: toFailure(error, doing) };
    }
  }
}

/** A menu names only the person, so an `ou_` id also stands for a chat: the direct one with that person. */
function receiverOf(place: Place): { readonly type: ReceiverType; readonly id: string } | undefined {
  if (place.type === 'home' || place.type === 'inbox') return undefined;
  const id = place.type === 'person' ? place.account : place.chat;
  if (isPerson(id)) return { type: 'open_id', id };
  return place.type === 'chat' && isChat(id) ? { type: 'chat_id', id } : undefined;
}

/** The same for every attempt of one post: within an hour the platform sends one `uuid` once. */
export function uuidOf(id: string): string {
  if (id.length <= uuidLength && /^[A-Za-z0-9_-]+$/.test(id)) return id;
  return createHash('sha256').update(id).digest('base64url');
}

/** 230099 with the card engine's code for a chart: nothing was shown. A card is not lost for its picture. */
function isForChart(result: Result<MessageRef>): boolean {
  return !result.ok && /^230099 .*ErrCode: 200550\b/s.test(result.failure.cause);
}

function refused<T>(cause: string): Result<T> {
  return { ok: false, failure: { verdict: 'never', cause } };
}
