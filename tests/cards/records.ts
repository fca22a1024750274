/** Records in a list, behind the port that pictures read through. */
import { type AnyRecord, type Holder, spineOf } from '../../src/domain/records.ts';
import type { AgendaItem, NewHeld, SentItem } from '../../src/bot/ports/ledger.ts';
import type { RecordOf, RecordReader } from '../../src/bot/ports/store.ts';

/** What lies beside the records: the agenda, and what was sent to or held for the one reader. */
export type Beside = {
  readonly agenda?: readonly AgendaItem[];
  readonly sent?: readonly SentItem[];
  readonly held?: readonly NewHeld[];
};

export function readerOf(records: readonly AnyRecord[], beside: Beside = {}): RecordReader {
  const ofKind = <K extends AnyRecord['kind']>(kind: K): readonly RecordOf<K>[] =>
    records.filter((record): record is RecordOf<K> => record.kind === kind);
  const holds = (holder: Holder, one: Holder): boolean => JSON.stringify(holder) === JSON.stringify(one);
  return {
    find: async (kind, number) => ofKind(kind).find((record) => record.number === number),
    byUniqueKey: async (kind, key) => ofKind(kind).find((record) => spineOf(record).uniqueKey === key),
    childrenOf: async (kind, parent) => ofKind(kind).filter((record) => spineOf(record).parent === parent),
    absencesOf: async (person) => ofKind('absence').filter((record) => record.person === person),
    approvalsHeldBy: async (...people) =>
      ofKind('approval').filter((record) =>
        spineOf(record).holders.some((held) => people.some((person) => holds(held, { person }))),
      ),
    requestsWith: async (person) =>
      ofKind('request').filter(
        (record) => spineOf(record).owner === person || spineOf(record).holders.some((held) => holds(held, { person })),
      ),
    requestsDue: async () => [],
    heldBy: async (holders, limit) =>
      records
        .filter((record) => spineOf(record).holders.some((held) => holders.some((one) => holds(held, one))))
        .slice(0, limit),
    countHeldBy: async (holders) =>
      records.filter((record) => spineOf(record).holders.some((held) => holders.some((one) => holds(held, one))))
        .length,
    askedBy: async (person, limit) => records.filter((record) => spineOf(record).askedBy === person).slice(0, limit),
    agendaOf: async ({ from, until, states, limit }) => {
      const items = (beside.agenda ?? []).filter(
        ({ dueAt, state }) => dueAt > from && dueAt <= until && states.includes(state),
      );
      return { items: items.slice(0, limit), count: items.length };
    },
    sentTo: async (_person, since, limit) =>
      (beside.sent ?? []).filter(({ sentAt }) => sentAt >= since).slice(0, limit),
    heldFor: async (person, dueAt) =>
      (beside.held ?? []).filter((one) => one.person === person && one.dueAt.getTime() === dueAt.getTime()),
    remindedOf: async () => undefined,
    absencesIn: async ({ from, until }) =>
      ofKind('absence').filter(({ beginsAt, endsAt }) => beginsAt <= until && endsAt > from),
    progressOf: async (cycle, period) =>
      ofKind('progress').filter((record) => record.cycle === cycle && record.period === period),
    reportsOf: async ({ cycle, person, period }, limit) =>
      ofKind('progress')
        .filter(
          (record) =>
            (cycle === undefined || record.cycle === cycle) &&
            (person === undefined || record.person === person) &&
            (period === undefined || record.period === period),
        )
        .toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
        .slice(0, limit),
  };
}
