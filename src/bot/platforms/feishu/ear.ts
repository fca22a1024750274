/** From an opened envelope to the platform's answer: what was heard goes to the engine, what the engine replies goes back. */
import { afterwards } from './afterwards.ts';
import type { Log } from '../../ports/log.ts';
import type { Hear, Inbound } from '../../ports/platform.ts';
import type { DirectChats } from './direct-chats.ts';
import type { InFlight } from './in-flight.ts';
import { read } from './inbound/read.ts';
import { answerWithinMs, formPostMs } from './limits.ts';
import type { Link } from './link.ts';
import type { Outbound } from './outbound.ts';
import type { CardJson } from './render/elements.ts';
import { type Answer, answerTo, stillWorking, tryAgain } from './reply.ts';

type Answered = { readonly status: number; readonly body: unknown };

export class Ear {
  readonly #link: Link;
  readonly #out: Outbound;
  readonly #directs: DirectChats;
  readonly #inFlight: InFlight;
  readonly #log: Log;
  #hear: Hear | undefined;
  readonly #late = new Set<Promise<void>>();

  constructor(link: Link, out: Outbound, directs: DirectChats, inFlight: InFlight, log: Log) {
    this.#link = link;
    this.#out = out;
    this.#directs = directs;
    this.#inFlight = inFlight;
    this.#log = log;
  }

  listen(hear: Hear): void {
    this.#hear = hear;
  }

  close(): void {
    this.#hear = undefined;
  }

  /** `left` ends when the answer has gone out, or cannot any more. */
  async answer(envelope: unknown, left: Promise<unknown>): Promise<Answered> {
    const reading = read(envelope, { bot: this.#link.bot, directs: this.#directs });
    switch (reading.kind) {
      case 'malformed':
        return { status: 400, body: { error: 'not as documented' } };
      case 'too-early':
        return { status: 503, body: { error: 'not ready' } };
      case 'ignored':
        this.#log.debug({ why: reading.why }, 'a delivery was ignored');
        return { status: 200, body: {} };
      case 'event':
        return await this.#event(reading.inbound);
      case 'callback': {
        const { inbound } = reading;
        const message = inbound.kind === 'pressed' || inbound.kind === 'submitted' ? inbound.message : undefined;
        if (message !== undefined) this.#inFlight.hold(message, left);
        return { status: 200, body: await this.#inTime(inbound) };
      }
    }
  }

  /** Anything but 200 makes the platform deliver the event again. */
  async #event(inbound: Inbound): Promise<Answered> {
    if (!this.#hear) return { status: 503, body: { error: 'not ready' } };
    try {
      await this.#hear(inbound);
      return { status: 200, body: {} };
    } catch (error) {
      this.#log.error({ key: inbound.key, error: String(error) }, 'an event could not be kept');
      return { status: 500, body: { error: 'try again' } };
    }
  }

  /** Resolves when what came too late for its answer has been told by a message. */
  async settled(): Promise<void> {
    await Promise.all(this.#late);
  }

  /** What takes longer than the platform waits is answered by that, and what came of it follows as a message of its own. */
  async #inTime(inbound: Inbound): Promise<Answer> {
    const over = { late: false };
    const answering = this.#callback(inbound, over);
    const answer = await Promise.race([answering, afterwards(answerWithinMs)]);
    if (answer) return answer;
    over.late = true;
    const telling = answering.then((late) => this.#tellLate(inbound, late)).finally(() => this.#late.delete(telling));
    this.#late.add(telling);
    return stillWorking;
  }

  async #tellLate(inbound: Inbound, { toast }: Answer): Promise<void> {
    if (!toast) return;
    // Our own sentences are in both languages, because a message chooses none.
    const said = [toast.content, ...(toast.i18n?.['en_us'] === undefined ? [] : [toast.i18n['en_us']])].join('\n');
    const place = { type: 'person', account: inbound.speaker.account } as const;
    const result = await this.#out.post(place, { type: 'line', text: [said] }, `late-${inbound.key}`);
    if (!result.ok) this.#log.warn({ key: inbound.key, cause: result.failure.cause }, 'a late answer was not told');
  }

  /** A callback is never delivered again, so the person is asked to press again. */
  async #callback(inbound: Inbound, over: { readonly late: boolean }): Promise<Answer> {
    if (!this.#hear) return tryAgain;
    try {
      const deed = answerTo(await this.#hear(inbound), inbound);
      const { answer } = deed;
      // A form that can no longer take the place of the card is a message as well.
      const formElsewhere = deed.formElsewhere ?? (over.late && deed.isForm ? answer.card?.data : undefined);
      if (!formElsewhere) return answer;
      return (await this.#sendForm(inbound, formElsewhere)) ? answer : tryAgain;
    } catch (error) {
      this.#log.error({ key: inbound.key, error: String(error) }, 'a press could not be kept');
      return tryAgain;
    }
  }

  /** The toast promises the form, so it goes out first; a slow platform is not waited for beyond what the 3 s allow. */
  async #sendForm(inbound: Inbound, card: CardJson): Promise<boolean> {
    const place = { type: 'person', account: inbound.speaker.account } as const;
    const payload = { type: 'interactive', content: JSON.stringify(card) } as const;
    const posting = this.#out.send(place, payload, `form-${inbound.key}`);
    const result = await Promise.race([posting, afterwards(formPostMs)]);
    if (result === undefined || result.ok) return true;
    this.#log.warn({ key: inbound.key, cause: result.failure.cause }, 'a form could not be sent');
    return result.failure.verdict === 'unsure';
  }
}
