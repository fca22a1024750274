/** What the page hears live: new and repainted messages, the side panel, the guide, unread marks, the clock. Server-sent events. */
import type { Context, Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { directChat, ownChat } from '../../bot/platforms/playground/chats.ts';
import { HISTORY } from '../../bot/platforms/playground/limits.ts';
import type { ChatMemory, KeptMessage } from '../../bot/ports/chat-memory.ts';
import type { PageNeeds } from './needs.ts';
import { drawTab, lookBack } from './panel.ts';
import { accountOf } from './people.ts';
import { drawKept, spoken } from './timeline.ts';
import { drawTour } from './tour.ts';
import { type View, viewOf } from './view.ts';
import { tabs } from './words-shape.ts';

/** What happens without a message (a refusal, a row on the agenda) is looked for this often. Also keeps the connection from idling out. */
const LOOK_MS = 4_000;
/** Several messages of one gesture repaint the panel once. */
const SETTLE_MS = 120;
/** A firm of thousands does not get unread marks for everyone. */
const MOST_MARKED = 60;

function chatsToMark(view: View): readonly string[] {
  const everyone = [...view.firm.people.values()].slice(0, MOST_MARKED).map((person) => directChat(accountOf(person)));
  return [...new Set([...view.conversations.map(({ chat }) => chat), ...everyone])];
}

type Newest = Map<string, Pick<KeptMessage, 'id' | 'edited'>>;

/** The newest message of each chat: the browser compares it with what its person has seen. Asked once, then heard. */
async function newestOf(memory: ChatMemory, view: View): Promise<Newest> {
  const found = await Promise.all(
    chatsToMark(view).map(async (chat) => [chat, (await memory.list(chat, 1)).at(-1)] as const),
  );
  return new Map(found.flatMap(([chat, kept]) => (kept ? [[chat, kept] as const] : [])));
}

function marks(newest: Newest): Readonly<Record<string, string>> {
  return Object.fromEntries([...newest].map(([chat, { id, edited }]) => [chat, `${id}.${edited}`]));
}

async function partsOf(needs: PageNeeds, view: View): Promise<Readonly<Record<string, string>>> {
  const happened = await lookBack(needs.windows);
  const sheets = tabs.map((tab) => [tab, drawTab(view, tab, happened).toString()] as const);
  return Object.fromEntries([...sheets, ['tour', drawTour(view, happened).toString()]]);
}

/** One open page. Lives as long as its connection. */
class Listener {
  readonly #needs: PageNeeds;
  /** Looked at anew each time: people become known while a page is open. */
  readonly #viewNow: () => View;
  readonly #stream: SSEStreamingApi;
  #sent: Readonly<Record<string, string>> = {};
  #wanted = false;
  readonly #newest: Newest = new Map();

  constructor(needs: PageNeeds, viewNow: () => View, stream: SSEStreamingApi) {
    this.#needs = needs;
    this.#viewNow = viewNow;
    this.#stream = stream;
  }

  #send(event: string, data: unknown): Promise<void> {
    return this.#stream.writeSSE({ event, data: JSON.stringify(data) });
  }

  /** A dead connection is noticed by the loop; a failed look is only logged, the next one will tell the same. */
  #quietly(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#needs.log.warn({ error: String(error) }, 'a playground page could not be repainted');
    });
  }

  hears(kept: KeptMessage): void {
    this.#remember(kept);
    const view = this.#viewNow();
    const own = kept.chat === ownChat(view.persona.account);
    if (own || kept.chat === view.open.chat) this.#quietly(this.#message(view, kept, own));
    if (this.#wanted) return;
    this.#wanted = true;
    this.#quietly(
      this.#stream.sleep(SETTLE_MS).then(() => {
        this.#wanted = false;
        return this.look();
      }),
    );
  }

  /** Ids grow with time; an older message that was repainted is no news. */
  #remember({ chat, id, edited }: Pick<KeptMessage, 'chat' | 'id' | 'edited'>): void {
    const known = this.#newest.get(chat);
    if (!known || BigInt(id) >= BigInt(known.id)) this.#newest.set(chat, { id, edited });
  }

  /** What stands on the own sheet comes by itself as an answer; here it is only repainted. */
  #message(view: View, kept: KeptMessage, own: boolean): Promise<void> {
    const html = drawKept(view, kept, { privately: own }).toString();
    const about = { id: kept.id, edited: kept.edited, html, spoken: spoken(view, kept), append: !own };
    return this.#send('message', about);
  }

  /** After a broken connection the browser fetches what it has missed, if anything. */
  async catchUp(): Promise<void> {
    for (const [chat, kept] of await newestOf(this.#needs.memory, this.#viewNow())) this.#remember({ ...kept, chat });
    const messages = await this.#needs.memory.list(this.#viewNow().open.chat, HISTORY);
    await this.#send(
      'standing',
      messages.map(({ id, edited }) => ({ id, edited })),
    );
  }

  async look(): Promise<void> {
    const view = this.#viewNow();
    const parts = {
      ...(await partsOf(this.#needs, view)),
      newest: JSON.stringify(marks(this.#newest)),
    };
    const changed = Object.entries(parts).filter(([name, drawing]) => this.#sent[name] !== drawing);
    this.#sent = parts;
    if (changed.length > 0) await this.#send('parts', Object.fromEntries(changed));
    await this.#send('clock', { now: this.#needs.time.now().getTime() });
  }
}

export function serveStream(app: Hono, needs: PageNeeds): void {
  app.get('/playground/events', (context: Context) =>
    streamSSE(context, async (stream) => {
      const listener = new Listener(needs, () => viewOf(needs.firm(), context.req.query()), stream);
      const stop = needs.platform.watch((kept) => {
        listener.hears(kept);
      });
      stream.onAbort(stop);
      try {
        await listener.catchUp();
        while (!stream.aborted && !stream.closed) {
          await listener.look();
          await stream.sleep(LOOK_MS);
        }
      } finally {
        stop();
      }
    }),
  );
}
