/** From what exists and what was done: the next step of the main story, and whose it is. */
import type { AuditRow, InboxRow, PostRow, RecordRow } from '../../bot/ports/windows.ts';
import { deskOf, type Firm, type Person } from '../../domain/firm.ts';
import type { DepartmentId } from '../../domain/ids.ts';
import type { Cast } from './cast.ts';
import { roomOf } from './conversations.ts';

export type Next = {
  readonly step: 'ask' | 'choose' | 'take' | 'answer' | 'approve' | 'finish' | 'survey' | 'over' | 'again';
  readonly who?: Person;
  readonly title: string;
  /** The desk of the request. */
  readonly team: DepartmentId;
};

/** Everything newest first. */
export type SoFar = {
  readonly records: readonly RecordRow[];
  readonly inbox: readonly InboxRow[];
  readonly audit: readonly AuditRow[];
  readonly posts: readonly PostRow[];
};

function person(firm: Firm, id: string | null | undefined): Person | undefined {
  return [...firm.people.values()].find((each) => each.id === id);
}

/** Only the newest request counts: an old one left lying does not hold the guide up. */
function newestRequest(records: readonly RecordRow[]): RecordRow | undefined {
  return records
    .filter(({ kind }) => kind === 'request')
    .reduce<RecordRow | undefined>(
      (newest, row) => (newest && newest.createdAt >= row.createdAt ? newest : row),
      undefined,
    );
}

/** Before the first request: somebody has asked what there is, or nobody yet. */
function beginning(firm: Firm, cast: Cast, { inbox }: SoFar): Next {
  const asked = inbox.find(({ intent, outcome }) => intent === 'request.start' && outcome === 'done');
  const who = person(firm, asked?.actor);
  const base = { title: '', team: cast.service.team };
  return who ? { ...base, step: 'choose', who } : { ...base, step: 'ask', who: cast.asker };
}

/** The desk in whose room the request was posted. */
function teamOf(firm: Firm, cast: Cast, request: RecordRow, { posts }: SoFar): DepartmentId {
  const places = new Set(posts.filter(({ record }) => record === request.number).map(({ place }) => place));
  const found = [...firm.desks.keys()].find((department) => places.has(roomOf(firm, department) ?? ''));
  return found ?? cast.service.team;
}

function takerAt(firm: Firm, cast: Cast, team: DepartmentId): Person {
  if (team === cast.service.team) return cast.taker;
  const desk = deskOf(firm, team);
  return desk.find(({ id }) => id === firm.departments.get(team)?.head) ?? desk[0] ?? cast.taker;
}

type Told = { readonly firm: Firm; readonly cast: Cast; readonly soFar: SoFar; readonly request: RecordRow };
type Turn = Pick<Next, 'step' | 'who'>;

/** An approval and surveys carry the title of their request. */
function childrenOf({ soFar, request }: Told, kind: string): readonly RecordRow[] {
  return soFar.records.filter(
    (row) => row.kind === kind && row.title === request.title && row.createdAt >= request.createdAt,
  );
}

/** The owner of a running approval is the first of those whose turn it is. */
function approver(told: Told): Person | undefined {
  const running = childrenOf(told, 'approval').find(({ state }) => state === 'running');
  return person(told.firm, running?.owner);
}

function submitter({ firm, soFar, request }: Told): Person | undefined {
  const row = soFar.audit.find(({ event, record }) => event === 'request.submitted' && record === request.number);
  return person(firm, row?.actor);
}

/** One contact who answers is enough for the story; of several, the one the cast knows is asked. */
function rating(told: Told): Turn {
  const surveys = childrenOf(told, 'survey');
  const open = surveys.filter(({ state }) => state === 'sent');
  const survey = open.find(({ owner }) => owner === told.cast.contact?.id) ?? open[0];
  const who = person(told.firm, survey?.owner);
  return who && open.length === surveys.length ? { step: 'survey', who } : { step: 'over' };
}

function turn(told: Told, team: DepartmentId): Turn {
  const { firm, cast, request } = told;
  switch (request.state) {
    case 'new':
      return { step: 'take', who: takerAt(firm, cast, team) };
    case 'need-info':
    case 'waiting':
      return { step: 'answer', who: submitter(told) ?? cast.asker };
    case 'in-approval':
      return { step: 'approve', who: approver(told) ?? takerAt(firm, cast, team) };
    case 'in-service':
    case 'reopened':
      return { step: 'finish', who: person(firm, request.owner) ?? takerAt(firm, cast, team) };
    case 'done':
      return rating(told);
    case 'declined':
    case 'withdrawn':
      return { step: 'again', who: cast.asker };
    default:
      return { step: 'over' };
  }
}

export function nextStep(firm: Firm, cast: Cast, soFar: SoFar): Next {
  const request = newestRequest(soFar.records);
  if (!request) return beginning(firm, cast, soFar);
  const team = teamOf(firm, cast, request, soFar);
  return { ...turn({ firm, cast, soFar, request }, team), title: request.title, team };
}
