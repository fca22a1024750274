/** Somebody has left the firm, says an administrator, the firm file or the chat directory: all that waits for them goes up the line. */
import { command, type Outcome, refuse, type Turn, typed } from '../bot/engine/define.ts';
import { LeaveFirm } from '../bot/intents/people-intents.ts';
import { type Effect, say } from '../bot/reactions/effects.ts';
import { colleagueCalled, endWithLeaving, isOpen } from '../domain/absence.ts';
import { type Firm, type Person, withoutPerson } from '../domain/firm.ts';
import type { PersonId } from '../domain/ids.ts';
import { heirOf, type Swept, sweep } from '../domain/leaving.ts';

/** Whoever steps in is told once, with all that has come to them. */
function tellHeirs(person: PersonId, swept: readonly Swept[]): readonly Effect[] {
  return [...Map.groupBy(swept, heirOf)].flatMap(([heir, theirs]) => {
    const items = theirs.map(({ state: { number, title } }) => ({ number, title }));
    return heir === undefined ? [] : [say({ person: heir }, { type: 'person.left', person, items })];
  });
}

/** Gone from one chat of several: somebody of the firm says whether they have left. */
function askAdmins(person: PersonId, firm: Firm): Outcome {
  const admins = [...firm.people.values()].filter(({ roles }) => roles.includes('admin'));
  return {
    ...{ kind: 'decided', changes: [], answer: {} },
    effects: admins.map(({ id }) => say({ person: id }, { type: 'person.left-one-chat', person })),
  };
}

async function leave(person: Person, { now, firm, records }: Turn<typeof LeaveFirm>): Promise<Outcome> {
  const { id } = person;
  const requests = await records.requestsWith(id);
  const approvals = new Map((await records.approvalsHeldBy(id)).map((one) => [one.number, one]));
  for (const request of requests) {
    // Whoever answers for it inside the firm may be no approver of it.
    const approval = 'approval' in request ? await records.find('approval', request.approval) : undefined;
    if (approval) approvals.set(approval.number, approval);
  }
  const held = { approvals: [...approvals.values()], requests };
  const swept = sweep(id, held, now, withoutPerson(firm, person));
  const absences = (await records.absencesOf(id)).filter(isOpen).map((absence) => endWithLeaving(absence, now));
  // Where they only spoke for somebody else, nothing was theirs to hand over.
  const handed = swept.flatMap((one) => heirOf(one) ?? []);
  const heirs = [...new Set(handed)];
  return {
    kind: 'decided',
    changes: [...swept, ...absences],
    leaves: [id],
    effects: tellHeirs(id, swept),
    answer: { notice: { type: 'person.left-done', person: id, heirs, count: handed.length } },
  };
}

export const personLeave = typed(
  'offboard',
  (called) => ({ called }),
  command(LeaveFirm, async (turn) => {
    const { input, by, firm } = turn;
    if (by.kind === 'person' && !(by.person.kind === 'staff' && by.person.roles.includes('admin')))
      return refuse({ type: 'wish.not-for-you' });
    const called = (input.called ?? '').replace(/^\s*@/, '');
    const id = by.kind === 'clock' ? (input.person as PersonId | undefined) : colleagueCalled(called, firm);
    const person = id === undefined ? undefined : firm.people.get(id);
    if (!person || person.kind === 'contact' || person.kind === 'stranger') return refuse({ type: 'person.unknown' });
    if (by.kind === 'person' && by.person.id === id) return refuse({ type: 'person.yourself' });
    const elsewhere = person.accounts.some(({ platform }) => platform !== input.platform);
    if (input.platform !== undefined && elsewhere) return askAdmins(person.id, firm);
    return leave(person, turn);
  }),
);
