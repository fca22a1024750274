/** From what exists and what was done: the next step of the main story, and whose it is. */
import type { AuditRow, InboxRow, PostRow, RecordRow } from '../../bot/ports/windows.ts';
import { type DepartmentId, deskOf, type Firm, type Person } from '../../domain/firm.ts';
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

export function nextStep(firm: Firm, cast: Cast, soFar: SoFar): Next {
  const request = newestRequest(soFar.records);
  if (!request) return beginning(firm, cast, soFar);
  const { title, number } = request;
  const team = teamOf(firm, cast, request, soFar);
  const taker = takerAt(firm, cast, team);
  const next = (step: Next['step'], who?: Person): Next => ({ step, title, team, ...(who && { who }) });
  /** Its approval and its surveys carry its title. */
  const children = (kind: string): readonly RecordRow[] =>
    soFar.records.filter((row) => row.kind === kind && row.title === title && row.createdAt >= request.createdAt);
  switch (request.state) {
    case 'new':
      return next('take', taker);
    case 'need-info': {
      const asked = soFar.audit.find(({ event, record }) => event === 'request.submitted' && record === number);
      return next('answer', person(firm, asked?.actor) ?? cast.asker);
    }
    case 'in-approval': {
      // The owner of a running approval is the first of those whose turn it is.
      const running = children('approval').find(({ state }) => state === 'running');
      return next('approve', person(firm, running?.owner) ?? taker);
    }
    case 'in-service':
    case 'reopened':
      return next('finish', person(firm, request.owner) ?? taker);
    case 'done': {
      const surveys = children('survey');
      // One contact who answers is enough for the story; of several the one the cast knows is asked.
      const open = surveys.filter(({ state }) => state === 'sent');
      const survey = open.find(({ owner }) => owner === cast.contact?.id) ?? open[0];
      const who = person(firm, survey?.owner);
      return who && open.length === surveys.length ? next('survey', who) : next('over');
    }
    case 'declined':
    case 'withdrawn':
      return { ...next('again', cast.asker), team: cast.service.team };
    default:
      return next('over');
  }
}
