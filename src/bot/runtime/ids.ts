/** New ids and secrets: the only source of chance. */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** Sorts by the time it was made, so that new rows stand together in their index. */
export function newId(): string {
  return uuidv7();
}

/** 256 bits nobody can guess, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
