/** Between records of the rules and rows of the table `record`. */
import type { RecordKind } from '../../domain/numbers.ts';
import { type AnyRecord, type Holder, spineOf } from '../../domain/records.ts';
import type { RecordOf } from '../ports/store.ts';
import { revive } from './json.ts';
import { upgraded } from './record-upgrades.ts';
import { upgradedProgress } from './old-progress.ts';

export type RecordRow = {
  readonly number: string;
  readonly kind: string;
  readonly version: number;
  readonly body: unknown;
};

/** The row was written by `toRow` from a record of the same kind, so its body has that record's shape, or an earlier one. */
export function fromRow<K extends RecordKind>(row: RecordRow, kind: K): RecordOf<K> {
  if (row.kind !== kind) throw new Error(`${row.number} is a ${row.kind}, not a ${kind}`);
  const body = revive(row.body);
  return (kind === 'progress' ? upgradedProgress(body) : upgraded(body)) as RecordOf<K>;
}

export function anyFromRow(row: RecordRow): AnyRecord {
  return fromRow(row, row.kind as RecordKind);
}

export function holderText(holder: Holder): string {
  return 'person' in holder ? `person:${holder.person}` : `desk:${holder.desk}`;
}

export type WrittenRow = {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly owner: string | null;
  readonly client: string | null;
  readonly asked_by: string | null;
  readonly parent: string | null;
  readonly unique_key: string | null;
  readonly body: AnyRecord;
};

export function toRow(record: AnyRecord): { readonly row: WrittenRow; readonly holders: readonly string[] } {
  const { number, kind, state, title, owner, client, askedBy, parent, uniqueKey, holders } = spineOf(record);
  return {
    row: {
      ...{ number, kind, state, title, body: record },
      owner: owner ?? null,
      client: client ?? null,
      asked_by: askedBy ?? null,
      parent: parent ?? null,
      unique_key: uniqueKey ?? null,
    },
    holders: holders.map(holderText),
  };
}
