/** From what exists and what was done: the next step of the main story, and whose it is. */
import type { AuditRow, InboxRow, RecordRow } from '../../bot/ports/windows.ts';
import type { Firm, Person } from '../../domain/firm.ts';
import type { Cast } from './cast.ts';

export type Next = {
  readonly step: 'ask' | 'choose' | 'take' | 'answer' | 'approve' | 'finish' | 'survey' | 'over';
  readonly who?: Person;
  readonly title: string;
};

/** Everything newest first. */
export type SoFar = {
  readonly records: readonly RecordRow[];
  readonly inbox: readonly InboxRow[];
  readonly audit: readonly AuditRow[];
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
  return who ? { step: 'choose', who, title: '' } : { step: 'ask', who: cast.asker, title: '' };
}

export function nextStep(firm: Firm, cast: Cast, soFar: SoFar): Next {
  const request = newestRequest(soFar.records);
  if (!request) return beginning(firm, cast, soFar);
  const { title, number } = request;
  /** Its approval and its surveys carry its title. */
  const children = (kind: string): readonly RecordRow[] =>
    soFar.records.filter((row) => row.kind === kind && row.title === title && row.createdAt >= request.createdAt);
  switch (request.state) {
    case 'new':
      return { step: 'take', who: cast.taker, title };
    case 'need-info': {
      const asked = soFar.audit.find(({ event, record }) => event === 'request.submitted' && record === number);
      return { step: 'answer', who: person(firm, asked?.actor) ?? cast.asker, title };
    }
    case 'in-approval': {
      // The owner of a running approval is the first of those whose turn it is.
      const running = children('approval').find(({ state }) => state === 'running');
      return { step: 'approve', who: person(firm, running?.owner) ?? cast.taker, title };
    }
    case 'in-service':
    case 'reopened':
      return { step: 'finish', who: person(firm, request.owner) ?? cast.taker, title };
    case 'done': {
      const surveys = children('survey');
      // One contact who answers is enough for the story; of several the one the cast knows is asked.
      const open = surveys.filter(({ state }) => state === 'sent');
      const survey = open.find(({ owner }) => owner === cast.contact?.id) ?? open[0];
      const who = person(firm, survey?.owner);
      return who && open.length === surveys.length ? { step: 'survey', who, title } : { step: 'over', title };
    }
    default:
      return { step: 'over', title };
  }
}
