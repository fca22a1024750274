/** What a report says is in the way, or may come to be: an issue with an owner, a draft risk. One of each per report, and never two. */
import type { Actor } from './actor.ts';
import { type CycleId, leadOf, type Period } from './cycle.ts';
import { decided, type Decision, refused } from './decision.ts';
import { makersOf } from './digest-people.ts';
import { foldedTo } from './digest-text.ts';
import { aboveOf, type Firm } from './firm.ts';
import type { PersonId } from './ids.ts';
import type { RecordNumber } from './numbers.ts';
import type { Progress } from './progress.ts';

export type ConcernKind = 'issue' | 'risk';

type Always<K extends ConcernKind> = {
  readonly kind: K;
  readonly number: RecordNumber<K>;
  /** The report it was said in. */
  readonly of: RecordNumber<'progress'>;
  readonly cycle: CycleId;
  readonly period: Period;
  /** Who reported it. */
  readonly by: PersonId;
  /** Who is to do something about it. */
  readonly owner: PersonId;
  readonly words: string;
  readonly openedAt: Date;
};

/** `dropped`: the reporter has taken the words back. */
export type Issue = Always<'issue'> &
  (
    | { readonly status: 'open' }
    | { readonly status: 'solved'; readonly solvedBy: PersonId; readonly solvedAt: Date }
    | { readonly status: 'dropped'; readonly droppedAt: Date }
  );

/** A draft until it is taken into a register. */
export type Risk = Always<'risk'> &
  ({ readonly status: 'draft' } | { readonly status: 'dropped'; readonly droppedAt: Date });

export type Concern = Issue | Risk;

export type IssueEvent =
  | { readonly type: 'issue.opened' | 'issue.changed' | 'issue.dropped'; readonly by: PersonId }
  | { readonly type: 'issue.solved'; readonly by: PersonId; readonly onBehalfOf?: PersonId };
export type RiskEvent = { readonly type: 'risk.drafted' | 'risk.changed' | 'risk.dropped'; readonly by: PersonId };

export type IssueRefusal =
  | { readonly type: 'issue.not-found' }
  | { readonly type: 'issue.not-yours'; readonly owner: PersonId }
  | { readonly type: 'issue.already'; readonly status: Issue['status'] };

export type ConcernChange =
  | { readonly state: Issue; readonly events: readonly IssueEvent[] }
  | { readonly state: Risk; readonly events: readonly RiskEvent[] };

export function concernKey(kind: ConcernKind, report: RecordNumber<'progress'>): string {
  return `${kind}:${report}`;
}

const TITLE = 80;

/** The first line of the words. */
export function titleOfConcern({ words }: Pick<Concern, 'words'>): string {
  return foldedTo(words.split('\n', 1)[0] ?? '', TITLE).text;
}

/** Who is to act on what a report says: the lead of its cycle, or whoever is above them; without a lead, whoever is above the reporter. */
export function ownerFor({ cycle, person }: Progress, firm: Firm): PersonId {
  const lead = leadOf(cycle, firm);
  const owner = lead === undefined || firm.people.get(lead)?.kind === 'staff' ? lead : aboveOf(lead, firm)[0];
  return owner ?? aboveOf(person, firm)[0] ?? person;
}

function begun<K extends ConcernKind>(
  kind: K,
  number: RecordNumber<K>,
  report: Progress,
  words: string,
  now: Date,
  firm: Firm,
): Always<K> {
  const { cycle, period } = report;
  const who = { by: report.person, owner: ownerFor(report, firm) };
  return { kind, number, of: report.number, cycle, period, ...who, words, openedAt: now };
}

function always<K extends ConcernKind>(concern: Always<K>): Always<K> {
  const { kind, number, of, cycle, period, by, owner, words, openedAt } = concern;
  return { kind, number, of, cycle, period, by, owner, words, openedAt };
}

type Said = { readonly words: string | undefined; readonly by: PersonId; readonly now: Date };

/** What an answer does to the issue of its report. One that was solved stays so until other words are said. */
export function issueAfter(issue: Issue, { words, by, now }: Said): ConcernChange | undefined {
  if (words === undefined) {
    if (issue.status !== 'open') return undefined;
    return { state: { ...always(issue), status: 'dropped', droppedAt: now }, events: [{ type: 'issue.dropped', by }] };
  }
  if (issue.words === words && issue.status !== 'dropped') return undefined;
  const type = issue.status === 'open' ? 'issue.changed' : 'issue.opened';
  return { state: { ...always(issue), words, status: 'open' }, events: [{ type, by }] };
}

export function riskAfter(risk: Risk, { words, by, now }: Said): ConcernChange | undefined {
  if (words === undefined) {
    if (risk.status !== 'draft') return undefined;
    return { state: { ...always(risk), status: 'dropped', droppedAt: now }, events: [{ type: 'risk.dropped', by }] };
  }
  if (risk.words === words && risk.status !== 'dropped') return undefined;
  const type = risk.status === 'draft' ? 'risk.changed' : 'risk.drafted';
  return { state: { ...always(risk), words, status: 'draft' }, events: [{ type, by }] };
}

/** What there is of one kind already, and a number for a new one. */
type Book<C extends Concern> = {
  readonly known: (key: string) => Promise<C | undefined>;
  readonly number: () => Promise<C['number']>;
};

export type Books = { readonly issue: Book<Issue>; readonly risk: Book<Risk>; readonly now: Date; readonly firm: Firm };

async function issueOf(report: Progress, words: string | undefined, books: Books): Promise<ConcernChange | undefined> {
  const { issue, now, firm } = books;
  const known = await issue.known(concernKey('issue', report.number));
  if (known) return issueAfter(known, { words, by: report.person, now });
  if (words === undefined) return undefined;
  const state = { ...begun('issue', await issue.number(), report, words, now, firm), status: 'open' as const };
  return { state, events: [{ type: 'issue.opened', by: report.person }] };
}

async function riskOf(report: Progress, words: string | undefined, books: Books): Promise<ConcernChange | undefined> {
  const { risk, now, firm } = books;
  const known = await risk.known(concernKey('risk', report.number));
  if (known) return riskAfter(known, { words, by: report.person, now });
  if (words === undefined) return undefined;
  const state = { ...begun('risk', await risk.number(), report, words, now, firm), status: 'draft' as const };
  return { state, events: [{ type: 'risk.drafted', by: report.person }] };
}

/** What else changes when a report comes in, or comes in again. */
export async function concernsOf(report: Progress, books: Books): Promise<readonly ConcernChange[]> {
  if (report.status !== 'submitted') return [];
  const { blocked, risk } = report.words;
  const changes = [await issueOf(report, blocked, books), await riskOf(report, risk, books)];
  return changes.filter((change) => change !== undefined);
}

/** By its owner; while they are away, by whoever stands in for them as well. */
export function solveIssue(issue: Issue, by: Actor, now: Date, firm: Firm): Decision<Issue, IssueEvent, IssueRefusal> {
  const { owner, status } = issue;
  if (by.kind !== 'person' || !makersOf(owner, firm).includes(by.person.id))
    return refused({ type: 'issue.not-yours', owner });
  if (status !== 'open') return refused({ type: 'issue.already', status });
  const said = by.person.id === owner ? {} : { onBehalfOf: owner };
  return decided<Issue, IssueEvent>(
    { ...always(issue), status: 'solved', solvedBy: by.person.id, solvedAt: now },
    { type: 'issue.solved', by: by.person.id, ...said },
  );
}
