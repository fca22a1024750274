/** Somebody will be away, and may name who speaks for them: typed with days and a name, or filled in. */
import { command, opens, type Outcome, refuse, type Turn, typed } from '../bot/engine/define.ts';
import { PlanAbsence } from '../bot/intents/absence-intents.ts';
import { colleagueCalled, kindsOf, plan, readWish, servicesCalled, type Wish, withAbsence } from '../domain/absence.ts';
import { coverAll } from '../domain/approval/care.ts';
import type { Deputed, Person } from '../domain/firm.ts';
import { bordersOfDay, isCalendarDate } from '../domain/zoned-time.ts';

/** What was typed or filled in; undefined when nothing was. */
function wished({ words, fields }: Turn<typeof PlanAbsence>['input']): Wish | undefined {
  if (!fields) return words === undefined || words.trim() === '' ? undefined : readWish(words);
  const { from = '', until = from, delegate = '', only = '' } = fields;
  return { from, until, delegate, only };
}

type Turned = Turn<typeof PlanAbsence>;

async function planned(wish: Wish, named: Deputed, person: Person, turn: Turned): Promise<Outcome> {
  const { now, firm, records, number } = turn;
  const { from, until } = wish;
  const days = {
    ...{ fromDay: from, untilDay: until },
    ...{ beginsAt: bordersOfDay(from, person.zone).begins, endsAt: bordersOfDay(until, person.zone).ends },
  };
  const others = await records.absencesOf(person.id);
  const absence = { person: person.id, ...days, ...named };
  // A number is drawn only for what becomes a record.
  const possible = plan({ ...absence, number: 'ABS-0' }, others, now, firm);
  if (!possible.ok) return refuse(possible.refusal);
  const state = { ...possible.state, number: await number('absence') };
  const { events } = possible;
  const isAway = state.status === 'away';
  const held = isAway
    ? coverAll(await records.approvalsHeldBy(person.id, ...firm.away.keys()), withAbsence(firm, state))
    : [];
  return {
    kind: 'decided',
    changes: [{ state, events }, ...held],
    answer: {
      notice: { type: 'absence.planned', from, until, ...named, ...kindsOf(named, firm) },
      become: { name: 'absence', of: state.number },
    },
  };
}

export const absencePlan = typed(
  'away',
  (words) => ({ words }),
  command(PlanAbsence, async (turn) => {
    const { by, firm } = turn;
    if (by.kind !== 'person' || by.person.kind !== 'staff') return refuse({ type: 'wish.not-for-you' });
    const wish = wished(turn.input);
    if (!wish) return opens({ name: 'absence-form', of: by.person.id });
    const form = { name: 'absence-form', of: by.person.id } as const;
    if (turn.input.fields && wish.from === '')
      return { kind: 'problems', problems: { from: { why: 'missing' }, until: { why: 'missing' } }, open: form };
    if (!isCalendarDate(wish.from) || !isCalendarDate(wish.until))
      return refuse({ type: 'absence.days-unclear', field: 'from' });
    const delegate = colleagueCalled(wish.delegate, firm);
    if (wish.delegate !== '' && delegate === undefined)
      return refuse({ type: 'absence.delegate-unknown', field: 'delegate' });
    const only = servicesCalled(wish.only, firm);
    if ('unknown' in only) return refuse({ type: 'absence.kind-unknown', field: 'only', kind: only.unknown });
    const named = { ...(delegate === undefined ? {} : { delegate }), ...(only.length === 0 ? {} : { only }) };
    return planned(wish, named, by.person, turn);
  }),
);
