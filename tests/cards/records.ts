/** Records in a list, behind the port that pictures read through. */
import { type AnyRecord, type Holder, spineOf } from '../../src/domain/records.ts';
import type { RecordOf, RecordReader } from '../../src/bot/ports/store.ts';

export function readerOf(records: readonly AnyRecord[]): RecordReader {
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
    heldBy: async (holders, limit) =>
      records
        .filter((record) => spineOf(record).holders.some((held) => holders.some((one) => holds(held, one))))
        .slice(0, limit),
    countHeldBy: async (holders) =>
      records.filter((record) => spineOf(record).holders.some((held) => holders.some((one) => holds(held, one))))
        .length,
    askedBy: async (person, limit) => records.filter((record) => spineOf(record).askedBy === person).slice(0, limit),
    progressOf: async (week) => ofKind('progress').filter((record) => record.week === week),
  };
}
