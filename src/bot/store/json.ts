/** Between values of the rules and JSON columns. By the house's own rule every moment's name ends in `At`, and nothing else's does. */

/** What is under this name carries the names of the firm file's own questions: nothing in it is ours to read as a moment. */
const asSaid = 'answers';

/** Reads back what `JSON.stringify` wrote: moments become dates again. */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === asSaid ? inner : key.endsWith('At') && typeof inner === 'string' ? new Date(inner) : revive(inner),
    ]),
  );
}

/**
 * PostgreSQL's JSON has no NUL character and no lone surrogates; whatever else people write is kept as it is.
 * https://www.postgresql.org/docs/current/datatype-json.html
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\u0000', '').toWellFormed() : inner,
  );
}
