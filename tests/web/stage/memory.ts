/** Stand-ins at the ports for tests of the page: a chat memory, windows, a clock and a log that keep everything in this process. */
import type { Message } from '../../../src/bot/cards/card.ts';
import type { ChatMemory, KeptMessage } from '../../../src/bot/ports/chat-memory.ts';
import type { Log } from '../../../src/bot/ports/log.ts';
import type { TimeMachine } from '../../../src/bot/ports/time-machine.ts';
import type { AgendaRow, AuditRow, InboxRow, PostRow, RecordRow, Windows } from '../../../src/bot/ports/windows.ts';

export class StubMemory implements ChatMemory {
  readonly #kept = new Map<string, KeptMessage>();
  readonly #listeners = new Set<(message: KeptMessage) => void>();
  /** Set: every call fails, as when the database is down. */
  down = false;

  #tell(message: KeptMessage): KeptMessage {
    this.#kept.set(message.id, message);
    for (const listener of this.#listeners) listener(message);
    return message;
  }

  #check(): void {
    if (this.down) throw new Error('the database is down');
  }

  async keep(message: Omit<KeptMessage, 'id' | 'edited'>): Promise<KeptMessage> {
    this.#check();
    const standing = [...this.#kept.values()].find(({ post }) => post !== undefined && post === message.post);
    if (standing) return standing;
    return this.#tell({ ...message, id: String(this.#kept.size + 1).padStart(6, '0'), edited: 0 });
  }

  async replace(id: string, message: Message): Promise<KeptMessage | undefined> {
    this.#check();
    const old = this.#kept.get(id);
    return old && this.#tell({ ...old, message, edited: old.edited + 1 });
  }

  async list(chat: string, limit: number): Promise<readonly KeptMessage[]> {
    this.#check();
    return [...this.#kept.values()].filter((each) => each.chat === chat).slice(-limit);
  }

  watch(listener: (message: KeptMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export class StubWindows implements Windows {
  readonly rows = {
    inbox: [] as InboxRow[],
    records: [] as RecordRow[],
    posts: [] as PostRow[],
    agenda: [] as AgendaRow[],
    audit: [] as AuditRow[],
  };

  inbox = async (): Promise<readonly InboxRow[]> => [...this.rows.inbox].reverse();
  records = async (): Promise<readonly RecordRow[]> => [...this.rows.records].reverse();
  posts = async (): Promise<readonly PostRow[]> => [...this.rows.posts].reverse();
  agenda = async (): Promise<readonly AgendaRow[]> => [...this.rows.agenda];
  audit = async (): Promise<readonly AuditRow[]> => [...this.rows.audit].reverse();
}

export class StubTime implements TimeMachine {
  #now = new Date('2026-11-24T02:10:00Z');

  now(): Date {
    return this.#now;
  }

  async travel(target: Date): Promise<{ readonly now: Date; readonly pending: number }> {
    if (target > this.#now) this.#now = target;
    return { now: this.#now, pending: 0 };
  }
}

export function silentLog(): Log {
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, child: () => log };
  return log;
}
