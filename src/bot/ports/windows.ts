/** Read-only windows on what has happened: the rows of the public views, newest first. For pages and lists; never for decisions. */
export type InboxRow = {
  readonly key: string;
  readonly platform: string;
  readonly receivedAt: Date;
  readonly intent: string | null;
  readonly actor: string | null;
  readonly outcome: 'done' | 'refused' | 'ignored';
};
export type RecordRow = {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly owner: string | null;
  readonly client: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
export type PostRow = {
  readonly id: string;
  readonly record: string | null;
  readonly platform: string;
  readonly place: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'dead';
  readonly attempts: number;
  readonly cause: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
};
export type AgendaRow = {
  readonly id: string;
  readonly kind: string;
  readonly record: string | null;
  readonly person: string | null;
  readonly dueAt: Date;
  readonly state: 'due' | 'done' | 'skipped';
  readonly reason: string | null;
};
export type AuditRow = {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly record: string | null;
  readonly event: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** How many clocks stand how, and how much working time those that were met have used. */
export type ClockCount = {
  readonly clock: string;
  readonly outcome: 'running' | 'breached' | 'paused' | 'met' | 'late' | 'cancelled';
  readonly count: number;
};
export type ClockTime = {
  readonly clock: string;
  readonly service: string;
  readonly medianMinutes: number;
  readonly p90Minutes: number;
};

export interface Windows {
  inbox(limit: number): Promise<readonly InboxRow[]>;
  records(limit: number): Promise<readonly RecordRow[]>;
  posts(limit: number): Promise<readonly PostRow[]>;
  /** What is still due first (soonest first), then what is over (newest first). */
  agenda(limit: number): Promise<readonly AgendaRow[]>;
  audit(limit: number): Promise<readonly AuditRow[]>;
  clockCounts(): Promise<readonly ClockCount[]>;
  /** Of every service, over all that was ever met. */
  clockTimes(): Promise<readonly ClockTime[]>;
}
