/** Who was and is asked in an approval, as tasks of its entry. Pure: the same approval gives the same tasks. */
import type { Approval, Move, Place, Step } from '../../domain/approval/approval-state.ts';
import { voicesOf, waitingIn } from '../../domain/approval/line.ts';
import type { Firm } from '../../domain/firm.ts';
import type { PersonId } from '../../domain/ids.ts';
import { Approve, Reject } from '../intents/approval-intents.ts';
import type { EntryTask } from './card.ts';
import { entryPerson, taskKey } from './entry.ts';

type Where = { readonly approval: Approval; readonly firm: Firm; readonly step: Step; readonly n: number };

/** What a task is about: the same as the buttons of its card decide. */
function asking(
  { number, revision }: Approval,
  stage: number,
  place: PersonId,
  person: PersonId,
  since: Date,
): Pick<EntryTask, 'key' | 'approve' | 'reject'> {
  const input = { approval: number, revision, stage, place };
  return {
    key: taskKey([number, revision, stage, place, person], since),
    approve: { intent: Approve.name, input },
    reject: { intent: Reject.name, input },
  };
}

function someone(person: PersonId, firm: Firm): EntryTask['person'] | undefined {
  const known = firm.people.get(person);
  return known && entryPerson(known);
}

/** Those who were asked and did not speak: since the stage, or the whole approval, was decided without them, or sent back. */
function relieved({ approval, n }: Where): Pick<EntryTask, 'state' | 'until'> {
  if (approval.status === 'returned') return { state: 'sent-back', until: approval.returnedAt };
  const decided = approval.moves.findLast(({ stage, type }) => stage === n && type !== 'transferred')?.movedAt;
  const ended = 'endedAt' in approval ? approval.endedAt : approval.startedAt;
  return { state: 'passed-over', until: decided ?? ended };
}

/** One task for everyone who may speak in a place; once somebody has spoken, the others are passed over. */
function tasksOf(place: Place, isTurn: boolean, where: Where): readonly EntryTask[] {
  const { approval, firm, step, n } = where;
  const { askedAt, said } = place;
  if (askedAt === undefined || said?.carried === true) return [];
  const voices = said === undefined ? voicesOf(place) : [...new Set([said.by, ...voicesOf(place)])];
  return voices.flatMap((voice): readonly EntryTask[] => {
    const person = someone(voice, firm);
    if (!person) return [];
    const common = {
      ...{ ...asking(approval, n, place.person, voice, askedAt), person, since: askedAt },
      ...{ stage: step.stage.name, onBehalf: voice !== place.person },
    };
    if (said !== undefined) {
      const spoke = said.verdict === 'yes' ? 'approved' : 'rejected';
      return [{ ...common, state: said.by === voice ? spoke : 'passed-over', until: said.decidedAt }];
    }
    // Nobody decides on their own request, whoever they stand in for.
    if (voice === approval.requester) return [];
    return [isTurn ? { ...common, state: 'pending' } : { ...common, ...relieved(where) }];
  });
}

function tasksIn(approval: Approval, step: Step, n: number, firm: Firm): readonly EntryTask[] {
  const isNow = approval.status === 'running' && approval.stage === n;
  const turn = new Set(isNow ? waitingIn(step).map(({ place }) => place) : []);
  return step.seats.flat().flatMap((place) => tasksOf(place, turn.has(place), { approval, firm, step, n }));
}

/** Whoever has handed it over holds no place any more; their part is known from what they did. */
function handedOver(approval: Approval, firm: Firm): readonly EntryTask[] {
  return approval.moves.flatMap(({ type, by, onBehalfOf, stage, movedAt }: Move): readonly EntryTask[] => {
    const person = type === 'transferred' ? someone(by, firm) : undefined;
    const name = stage === undefined ? undefined : approval.steps[stage]?.stage.name;
    if (!person || stage === undefined || !name) return [];
    const place = onBehalfOf ?? by;
    return [
      {
        ...{ ...asking(approval, stage, place, by, movedAt), person },
        ...{ stage: name, state: 'transferred', onBehalf: place !== by },
        ...{ since: approval.startedAt, until: movedAt },
      },
    ];
  });
}

/** Those who are asked now first, then the latest: where a list takes only so many, the oldest fall off. */
export function approvalTasks(approval: Approval, firm: Firm): readonly EntryTask[] {
  const all = [...approval.steps.flatMap((step, n) => tasksIn(approval, step, n, firm)), ...handedOver(approval, firm)];
  const rank = ({ state, since }: EntryTask): number => (state === 'pending' ? Infinity : since.getTime());
  return all.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}
