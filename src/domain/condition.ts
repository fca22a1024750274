/** What a condition (`budget >= 100000`) may speak of: the intake fields by id, `priority` and `client`. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;
