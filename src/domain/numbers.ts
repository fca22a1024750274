/** Human numbers of records: `REQ-7`. One sequence per kind; never reused. */
export const prefixes = {
  request: 'REQ',
  approval: 'APR',
  progress: 'REP',
  survey: 'SUR',
  absence: 'ABS',
  digest: 'DIG',
  issue: 'ISS',
  risk: 'RSK',
} as const;

export type RecordKind = keyof typeof prefixes;
export type RecordNumber<K extends RecordKind = RecordKind> = `${(typeof prefixes)[K]}-${number}`;

export function numberOf<K extends RecordKind>(kind: K, count: number): RecordNumber<K> {
  return `${prefixes[kind]}-${count}` as RecordNumber<K>;
}

/** Reads a number as people type it (`req-7`, `ＲＥＱ－７`), or undefined. */
export function readNumber(words: string): RecordNumber | undefined {
  const plain = words.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const [, prefix, count] = /^([A-Z]{3})[-‐‑–—]?([1-9]\d{0,8})$/.exec(plain) ?? [];
  if (prefix === undefined || !Object.values<string>(prefixes).includes(prefix)) return undefined;
  return `${prefix}-${count}` as RecordNumber;
}
