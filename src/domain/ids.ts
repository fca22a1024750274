/** Ids, each of its own kind: one of another kind does not compile in its place. */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type PersonId = Brand<string, 'PersonId'>;
export type DepartmentId = Brand<string, 'DepartmentId'>;
export type ClientId = Brand<string, 'ClientId'>;
export type ServiceId = Brand<string, 'ServiceId'>;
/** A project's number, `PRJ-2`. */
export type ProjectId = `PRJ-${number}`;
export type CalendarId = Brand<string, 'CalendarId'>;
export type FlowId = Brand<string, 'FlowId'>;
/** Which chat a thing lives in. The adapters name themselves; nothing else spells a platform's name. */
export type PlatformId = Brand<string, 'PlatformId'>;
