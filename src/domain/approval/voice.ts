/** Who may speak in an approval now, and in whose place. Old cards stay clickable for weeks, so every late press has its true answer. */
import type { Actor } from '../actor.ts';
import { decided, type Decision, refused } from '../decision.ts';
import type { PersonId } from '../ids.ts';
import type { Approval, ApprovalRefusal, Place, Running, Step } from './approval-state.ts';
import { voicesOf, type Waiting, waitingIn } from './line.ts';

/** What the pressed card showed: a second press on it never decides anything but what it was drawn for. */
export type Shown = {
  readonly revision?: number | undefined;
  readonly stage?: number | undefined;
  readonly place?: string | undefined;
};

export type Voice = {
  readonly approval: Running;
  readonly step: Step;
  readonly at: Waiting;
  readonly by: PersonId;
  /** Whose place it is, when it is not their own. */
  readonly onBehalfOf?: PersonId;
};

type Resting = Exclude<Approval, Running>;

function stepOf(approval: Running): Step {
  const step = approval.steps[approval.stage];
  if (!step) throw new Error(`${approval.number} stands at stage ${approval.stage}, which it does not have`);
  return step;
}

/** Everyone who may decide now. */
export function turnOf(approval: Approval): readonly PersonId[] {
  if (approval.status !== 'running') return [];
  return [...new Set(waitingIn(stepOf(approval)).flatMap(({ place }) => voicesOf(place)))];
}

function alreadyDecided({ verdict, by, decidedAt }: NonNullable<Place['said']>): ApprovalRefusal {
  return { type: 'approval.already-decided', verdict: verdict === 'yes' ? 'approved' : 'rejected', by, decidedAt };
}

function latest(places: readonly Place[]): NonNullable<Place['said']> | undefined {
  return places
    .flatMap(({ said }) => said ?? [])
    .toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime())
    .at(-1);
}

function ended(approval: Resting & { readonly status: 'approved' | 'rejected' }): ApprovalRefusal {
  const said = latest(approval.steps.flatMap(({ seats }) => seats.flat()));
  if (said) return alreadyDecided({ ...said, verdict: approval.status === 'approved' ? 'yes' : 'no' });
  // By the flow's own rule, and by nobody.
  return {
    type: 'approval.already-decided',
    verdict: approval.status,
    by: approval.requester,
    decidedAt: approval.endedAt,
  };
}

/** Why nobody decides it now, whoever they are. */
export function atRest(approval: Resting): ApprovalRefusal {
  switch (approval.status) {
    case 'withdrawn':
      return { type: 'approval.withdrawn' };
    case 'returned':
      return { type: 'approval.sent-back', advocate: approval.advocate };
    case 'approved':
    case 'rejected':
      return ended(approval);
  }
}

/** Why this person has no voice now, as truly as it can be said. */
function silent(approval: Running, by: PersonId, shown: Shown): ApprovalRefusal {
  const theirs = (place: Place): boolean => voicesOf(place).includes(by) || place.said?.by === by;
  const onlyThat = (n: number): boolean => shown.stage === undefined || shown.stage === n || n === approval.stage;
  for (const [n, { seats }] of [...approval.steps.entries()].filter(([n]) => onlyThat(n)).toReversed()) {
    const mine = seats.flat().filter(theirs);
    // Of a stage that is over, whoever decided it; the card may have shown just that stage to somebody who was never asked.
    const isOver = n < approval.stage && (mine.length > 0 || shown.stage === n);
    const said = latest(mine) ?? (isOver ? latest(seats.flat()) : undefined);
    if (said) return alreadyDecided(said);
    // Others are before them: their own turn is still to come.
    if (n === approval.stage && mine.length > 0 && (shown.stage ?? n) === n) break;
  }
  return { type: 'approval.not-your-turn', turnOf: turnOf(approval) };
}

export function voiceOf(approval: Approval, by: Actor, shown: Shown = {}): Decision<Voice, never, ApprovalRefusal> {
  if (by.kind !== 'person') return refused({ type: 'approval.not-your-turn', turnOf: turnOf(approval) });
  if (by.person.kind !== 'staff') return refused({ type: 'approval.not-yours-to-see' });
  const { id } = by.person;
  if (approval.status !== 'running') return refused(atRest(approval));
  if (id === approval.requester) return refused({ type: 'approval.your-own' });
  if (shown.revision !== undefined && shown.revision !== approval.revision)
    return refused({ type: 'approval.revised' });
  if (shown.stage !== undefined && shown.stage !== approval.stage) return refused(silent(approval, id, shown));

  const step = stepOf(approval);
  const mine = waitingIn(step).filter(({ place }) => voicesOf(place).includes(id));
  const at =
    shown.place === undefined
      ? (mine.find(({ place }) => place.person === id) ?? mine[0])
      : mine.find(({ place }) => place.person === shown.place);
  if (!at) return refused(silent(approval, id, shown));
  const { person } = at.place;
  return decided({ approval, step, at, by: id, ...(person === id ? {} : { onBehalfOf: person }) });
}
