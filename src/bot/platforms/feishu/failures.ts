/**
 * What each refusal of the platform means for us, in one table.
 * Codes: https://open.feishu.cn/document/server-docs/im-v1/message/create (and `patch`, `get` of a user), general ones:
 * https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code
 * 139….: https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create
 */
import type { Failure } from '../../ports/platform.ts';
import { WireError } from './transport.ts';

/** `entry`: all that is done in the approval centre. */
export type Doing = 'post' | 'update' | 'profile' | 'entry';

type Meaning = Pick<Failure, 'verdict' | 'scope' | 'afterMs'>;

const soon = 1000;
const minutes = 60_000;
const laterHere: Meaning = { verdict: 'later', scope: 'chat', afterMs: soon };
const laterAll: Meaning = { verdict: 'later', scope: 'app', afterMs: soon };
/** An administrator has to act; meanwhile nothing is lost. */
const whenMended: Meaning = { verdict: 'later', scope: 'app', afterMs: 5 * minutes };
/** The same for the approval centre alone: people's cards do not wait for it, and it may take an administrator some hours. */
const whenCentreMended: Meaning = { verdict: 'later', scope: 'chat', afterMs: 15 * minutes };
const never: Meaning = { verdict: 'never' };
const gone: Meaning = { verdict: 'gone' };

/** The token or the secret is refused. 10003, 10014, 10015: wrong secret; the others: a token that no longer counts. */
const credentialCodes: ReadonlySet<number | string> = new Set([
  10003, 10014, 10015, 99991543, 99991661, 99991663, 99991664, 99991665, 99991671, 99991677,
]);
/** A cached token the platform has dropped: a fresh one may do. */
const staleTokenCodes: ReadonlySet<number | string> = new Set([99991663, 99991664, 99991665, 99991671, 99991677]);
/** The request has certainly not left. */
const unreachedCodes: ReadonlySet<number | string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const meanings: ReadonlyMap<number, Meaning> = new Map([
  [99991400, laterAll],
  [99991401, whenMended], // our address is not on the tenant's list
  [99991403, whenMended], // the tenant's monthly quota
  [99991672, whenMended], // a scope is missing
  [99991673, whenMended], // the app is not installed
  [230006, whenMended], // the bot ability is switched off
  [230020, laterHere],
  [230049, laterHere], // the same message is being sent right now
  [11310, laterHere], // the card is locked by a press in flight
  [200810, laterHere],
  [230011, gone], // recalled
  [230031, gone], // older than 14 days
  [230072, gone], // edited 20 times
  [230110, gone], // deleted
  [230002, never], // not in this chat
  [230013, never], // this person is outside the app's range
  [230018, never],
  [230025, never], // too long
  [230027, never],
  [230028, never], // held back by the tenant's data protection
  [230029, never], // has left the firm
  [230034, never],
  [230035, never],
  [230038, never],
  [230053, never], // has switched the bot off
  [230054, never],
  [230099, never], // the card itself is refused
  [232009, never], // the chat is dissolved
  [41012, never],
  [41050, never], // outside the contact range; always so for people of other firms
  [99992361, never], // an id of another app
  [1390001, never], // the entry itself is refused
  [1390014, whenCentreMended], // the tenant is not found: it does not use approvals
  [1395001, { verdict: 'later', scope: 'chat', afterMs: soon }], // also: the same instance again within a short time
]);

export function toFailure(error: unknown, doing: Doing): Failure {
  if (!(error instanceof WireError)) return { verdict: blind(doing), cause: `unexpected answer: ${String(error)}` };
  return { ...meaningOf(error, doing), cause: causeOf(error) };
}

function meaningOf(error: WireError, doing: Doing): Meaning {
  const { code, status, resetMs } = error.facts;
  const wait = resetMs === undefined ? {} : { afterMs: resetMs };
  if (unreachedCodes.has(code)) return laterAll;
  if (credentialCodes.has(code)) return { verdict: 'later', scope: 'app', afterMs: minutes };
  if (isLocked(error)) return laterHere;
  const known = typeof code === 'number' ? meanings.get(code) : undefined;
  if (known?.verdict === 'later') return { ...(doing === 'entry' ? inCentre(known) : known), ...wait };
  if (known !== undefined) return known;
  if (status === 429) return { ...laterAll, ...wait };
  if (status === undefined || status >= 500) return { verdict: blind(doing) };
  return status >= 400 || status === 200 ? never : { verdict: blind(doing) };
}

/** What holds up the centre holds up nothing else. */
function inCentre(known: Meaning): Meaning {
  return known === whenMended ? whenCentreMended : { ...known, scope: 'chat' };
}

/** Without an answer a post may stand already (its `uuid` makes a repetition harmless); an update or an entry may simply be repeated. */
function blind(doing: Doing): 'unsure' | 'later' {
  return doing === 'post' ? 'unsure' : 'later';
}

/** 230099 wraps the code of the card engine in its message. */
function isLocked(error: WireError): boolean {
  return /ErrCode: 11310;.*card action is lock/.test(error.message);
}

function causeOf(error: WireError): string {
  const log = error.facts.logId === undefined ? '' : ` (log_id ${error.facts.logId})`;
  return `${error.facts.code} ${error.message}${log}`.slice(0, 500);
}

export function isStaleToken(error: unknown): boolean {
  return error instanceof WireError && staleTokenCodes.has(error.facts.code);
}

export function isCredentialError(error: unknown): boolean {
  return error instanceof WireError && credentialCodes.has(error.facts.code);
}

export function isUnreached(error: unknown): boolean {
  return error instanceof WireError && unreachedCodes.has(error.facts.code);
}
