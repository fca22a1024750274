/** Pieces that several pictures share: buttons, wishes, subtitles. */
import { titleOfConcern } from '../../domain/concerns.ts';
import { type Client, deskOf, type Firm, type Person } from '../../domain/firm.ts';
import type { ClientId } from '../../domain/ids.ts';
import type { RecordNumber } from '../../domain/numbers.ts';
import type { About } from '../../domain/progress.ts';
import type { AnyRecord } from '../../domain/records.ts';
import type { Request, RequestStatus } from '../../domain/request-state.ts';
import type { Intent } from '../intents/intent.ts';
import { CLIENT_FIELD } from '../intents/request-fields.ts';
import type { ButtonName } from '../text/catalogue.ts';
import type { Words } from '../text/words.ts';
import type { Block, Button, Fact, Field, Line, Wish } from './card.ts';
import type { Viewer } from './picture.ts';

type Input = Wish['input'];

export function button(
  words: Words,
  name: ButtonName,
  intent: Intent,
  input: Input,
  look: Button['look'] = 'plain',
): Button {
  return { label: words.text.buttons[name], wish: { intent: intent.name, input }, look };
}

/** `REQ-7 · In service`. */
export function subtitle(number: RecordNumber, state: string): string {
  return `${number} · ${state}`;
}

export function facts(...entries: readonly (Fact | undefined)[]): Block {
  return { type: 'facts', facts: entries.filter((fact) => fact !== undefined) };
}

export function fact(label: string, value: Line | undefined): Fact | undefined {
  return value === undefined || value.length === 0 ? undefined : { label, value };
}

export function buttons(...all: readonly (Button | undefined)[]): readonly Block[] {
  const shown = all.filter((one) => one !== undefined);
  return shown.length === 0 ? [] : [{ type: 'buttons', buttons: shown }];
}

/** A client reads that it is being decided, and not that an approver has sent it back: that is revised inside the firm. */
export function statusFor(request: Request, { person }: Viewer): RequestStatus {
  const outsider = person !== undefined && person.kind !== 'staff';
  return outsider && request.status === 'returned' ? 'in-approval' : request.status;
}

/** Inside the firm it also says whose word is awaited. */
export function requestState(request: Request, words: Words, viewer: Viewer): string {
  const outsider = viewer.person !== undefined && viewer.person.kind !== 'staff';
  const awaited = request.status === 'waiting' && request.cause === 'waiting-for-client' && !outsider;
  return awaited ? words.text.card.waitingForClient : words.text.states.request[statusFor(request, viewer)];
}

export function stateOf(record: AnyRecord, words: Words, viewer: Viewer): string {
  const { states } = words.text;
  switch (record.kind) {
    case 'request':
      return requestState(record, words, viewer);
    case 'approval':
      return states.approval[record.status];
    case 'progress':
      return states.progress[record.status];
    case 'absence':
      return states.absence[record.status];
    case 'survey':
      return states.survey[record.status];
    case 'digest':
      return states.digest[record.status];
    case 'issue':
      return states.issue[record.status];
    case 'risk':
      return states.risk[record.status];
  }
}

/** What a report is about, in the reader's language. */
export function periodName({ period, milestone }: About, words: Words): string {
  return milestone ? words.of(milestone) : period;
}

export function titleOfReport(about: About, words: Words): string {
  return words.text.card.progressTitle(about.template, periodName(about, words), about.project);
}

export function titleOf(record: AnyRecord, words: Words): string {
  const { card } = words.text;
  switch (record.kind) {
    case 'progress':
      return titleOfReport(record, words);
    case 'absence':
      return card.absenceTitle(words.name(record.person));
    case 'digest':
      return card.digestTitle(record.name, record.period);
    case 'issue':
    case 'risk':
      return titleOfConcern(record);
    case 'request':
    case 'approval':
    case 'survey':
      return record.title;
  }
}

/** The longest words a form of ours asks for; every platform's own limit may be lower and cuts there. */
export const LONG = 3000;

export function wordsField(words: Words, id: keyof Words['text']['fields'], required: boolean, value?: string): Field {
  const filledWith = value === undefined ? {} : { value };
  return { id, label: words.text.fields[id], required, type: 'long-text', maxLength: LONG, ...filledWith };
}

/** No client's id. */
const NO_CLIENT = '-';

/** The clients somebody may name for a request; an account manager of exactly one client finds it chosen. */
export function clientField(words: Words, clients: readonly Client[], person: Person | undefined): Field | undefined {
  if (clients.length === 0 || person?.kind !== 'staff') return undefined;
  const own = clients.filter(({ manager }) => manager === person.id);
  const only = own.length === 1 ? own[0] : undefined;
  return {
    id: CLIENT_FIELD,
    label: words.text.fields.client,
    required: false,
    type: 'choice',
    options: [
      ...clients.map(({ id, name }) => ({ value: id, label: name })),
      // A chosen client cannot be unchosen in every chat, and what is internal must not become a client's.
      { value: NO_CLIENT, label: words.text.card.noClient },
    ],
    ...(only === undefined ? {} : { value: only.id }),
  };
}

export function clientName(firm: Firm, client: ClientId | undefined): Line | undefined {
  const name = client === undefined ? undefined : firm.clients.get(client)?.name;
  return name === undefined ? undefined : [name];
}

export function sitsAtDesk(firm: Firm, team: Parameters<typeof deskOf>[1], person: Person | undefined): boolean {
  return person !== undefined && deskOf(firm, team).some(({ id }) => id === person.id);
}
