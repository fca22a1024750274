/** An approval as an entry of a platform's own list of approvals. */
import type { Approval, ApprovalStatus } from '../../domain/approval/approval-state.ts';
import type { Firm } from '../../domain/firm.ts';
import { type Localized, type Locale, locales } from '../../domain/language.ts';
import { type Words, wordsFor } from '../text/words.ts';
import { approvalTasks } from './approval-tasks.ts';
import type { Entry, EntryState } from './card.ts';
import { entryPerson } from './entry.ts';
import { picture } from './picture.ts';
import { shown } from './request-card.ts';

export type EntryData = { readonly approval: Approval; readonly firm: Firm };

const states: Readonly<Record<ApprovalStatus, EntryState>> = {
  running: 'waiting',
  returned: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

type InWords = (say: (words: Words) => string) => Localized;

/** The same said in every language: an entry is read by everybody. */
function inEvery(firm: Firm): InWords {
  return (say) => {
    const said = locales.map((locale): [Locale, string] => [locale, say(wordsFor({ locale, zone: firm.zone }, firm))]);
    return Object.fromEntries(said) as Record<Locale, string>;
  };
}

/** Why it was refused or sent back, if that is how it stands. */
function reasonOf({ status, moves }: Approval): string | undefined {
  const told = status === 'rejected' ? 'rejected' : status === 'returned' ? 'sent-back' : undefined;
  return moves.findLast(({ type }) => type === told)?.comment;
}

function factsOf({ approval, firm }: EntryData, every: InWords): Entry['facts'] {
  const { service, client, answers } = approval.payload;
  const offered = firm.services.get(service);
  const reason = reasonOf(approval);
  const of = client === undefined ? undefined : firm.clients.get(client)?.name;
  const answered = (offered?.fields ?? []).filter(({ id }) => answers[id] !== undefined);
  // What fits on one line of a list before what does not.
  const inOrder = [
    ...answered.filter(({ type }) => type !== 'long-text'),
    ...answered.filter(({ type }) => type === 'long-text'),
  ];
  return [
    ...(reason === undefined ? [] : [{ label: every(({ text }) => text.fields.reason), value: every(() => reason) }]),
    ...(offered ? [{ label: every(({ text }) => text.facts.service), value: offered.name }] : []),
    ...(of === undefined ? [] : [{ label: every(({ text }) => text.facts.client), value: every(() => of) }]),
    ...inOrder.map(({ id, label }) => ({ label, value: every((words) => shown(answers[id], words)) })),
  ];
}

/** The latest moment the record knows of: every move adds one, so it never goes back. A nudge shows nowhere in an entry. */
function changedAt(approval: Approval): Date {
  const places = approval.steps.flatMap(({ seats }) => seats.flat());
  const moments = [
    approval.startedAt,
    ...approval.moves.map(({ movedAt }) => movedAt),
    ...places.flatMap(({ askedAt, escalatedAt, said }) => [askedAt, escalatedAt, said?.decidedAt]),
    'endedAt' in approval ? approval.endedAt : undefined,
    approval.status === 'returned' ? approval.returnedAt : undefined,
  ];
  return new Date(Math.max(...moments.flatMap((at) => at?.getTime() ?? [])));
}

/** An approval is internal: whoever asked from outside the firm is named, and does not find it among their own. */
function requesterOf({ approval, firm }: EntryData, every: InWords): Entry['requester'] {
  const asked = firm.people.get(approval.requester);
  if (asked?.kind === 'staff') return entryPerson(asked);
  return { name: asked?.name ?? every(({ text }) => text.someone)[firm.locale], accounts: [] };
}

function draw(data: EntryData): Entry {
  const { approval, firm } = data;
  const every = inEvery(firm);
  return {
    number: approval.number,
    title: every(() => approval.title),
    state: states[approval.status],
    requester: requesterOf(data, every),
    startedAt: approval.startedAt,
    ...('endedAt' in approval ? { endedAt: approval.endedAt } : {}),
    changedAt: changedAt(approval),
    facts: factsOf(data, every),
    tasks: approvalTasks(approval, firm),
  };
}

export const approvalEntry = picture<EntryData>({
  load: async ({ records, firm, ref }) => {
    const approval = await records.find('approval', ref.of);
    return approval && { approval, firm };
  },
  draw: (data) => ({ type: 'entry', entry: draw(data) }),
});
