/** What an error of Slack means for the thing that was asked: one table, from codes to verdicts. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Failure } from '../../ports/platform.ts';

/** A message shows a picture that Slack is still looking at. */
export class PictureNotReady extends Error {
  readonly afterMs: number;
  constructor(afterMs: number) {
    super('Slack does not show the picture of a chart yet');
    this.afterMs = afterMs;
  }
}

/** `post` cannot be repeated safely after an unknown outcome, `update` (and everything that only reads) can. */
export type Doing = 'post' | 'update';

type Ruling = {
  readonly verdict: Failure['verdict'] | 'repeat';
  readonly afterMs?: number;
  readonly scope?: 'chat' | 'app';
  /** The app as a whole is not welcome: `/readyz` must say so. */
  readonly link?: 'refused';
};

const refusedToken: Ruling = { verdict: 'later', afterMs: 5 * 60_000, scope: 'app', link: 'refused' };
const gone: Ruling = { verdict: 'gone' };
/** Slack cannot say how much was done: posts are unsure, updates are simply repeated. */
const repeat: Ruling = { verdict: 'repeat', afterMs: 5000 };

/**
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors and chat.update#errors. Every other code is a plain
 * refusal (`channel_not_found`, `is_archived`, `not_in_channel`, `user_disabled`, `missing_scope` …): asking again cannot help.
 */
const rulings: ReadonlyMap<string, Ruling> = new Map([
  ['ratelimited', { verdict: 'later', afterMs: 30_000, scope: 'app' }],
  ['rate_limited', { verdict: 'later', afterMs: 30_000, scope: 'app' }],
  ['message_limit_exceeded', { verdict: 'later', afterMs: 60 * 60_000, scope: 'app' }],
  ['team_added_to_org', { verdict: 'later', afterMs: 5 * 60_000, scope: 'app' }],
  ['accesslimited', { verdict: 'later', afterMs: 5 * 60_000, scope: 'app' }],
  ['streaming_state_conflict', { verdict: 'later', afterMs: 5000, scope: 'chat' }],
  ['update_failed', { verdict: 'later', afterMs: 5000, scope: 'chat' }],
  ['hash_conflict', { verdict: 'later', afterMs: 1000, scope: 'chat' }],
  ['internal_error', repeat],
  ['fatal_error', repeat],
  ['service_unavailable', repeat],
  ['request_timeout', repeat],
  ['message_not_found', gone],
  ['cant_update_message', gone],
  ['edit_window_closed', gone],
  ['is_inactive', gone],
  ['invalid_auth', refusedToken],
  ['not_authed', refusedToken],
  ['token_revoked', refusedToken],
  ['token_expired', refusedToken],
  // Of the token's own account (the app was uninstalled), not of a reader. https://docs.slack.dev/reference/methods/auth.test
  ['account_inactive', refusedToken],
  ['app_missing_action_url', refusedToken],
] satisfies readonly (readonly [string, Ruling])[]);

/** Errors before any byte of the request was sent: nothing was done. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

export type Judged = { readonly failure: Failure; readonly code: string; readonly link?: 'refused' | 'unreachable' };

export function judge(error: unknown, doing: Doing): Judged {
  if (error instanceof PictureNotReady)
    return told(error.message, { verdict: 'later', afterMs: error.afterMs, scope: 'chat' }, doing);
  if (error instanceof WebAPIRateLimitedError) {
    const scope = doing === 'post' ? 'chat' : 'app';
    return told('ratelimited', { verdict: 'later', afterMs: error.retryAfter * 1000, scope }, doing);
  }
  if (error instanceof WebAPIPlatformError) return judgeCode(error, doing);
  if (error instanceof WebAPIHTTPError) return judgeStatus(error.statusCode, doing);
  if (error instanceof WebAPIRequestError) return judgeNetwork(error.original, doing);
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return told(`unexpected ${words}`.slice(0, 300), repeat, doing);
}

function judgeCode({ data }: WebAPIPlatformError, doing: Doing): Judged {
  // A proxy's page instead of JSON ends up in `error`: then nobody knows what was done.
  if (!/^[a-z0-9_]{1,80}$/.test(data.error)) return told('an answer that is not of Slack', repeat, doing);
  const details = [
    ...(data.response_metadata?.messages ?? []),
    ...('needed' in data ? [`needs ${String(data['needed'])}`] : []),
  ];
  const ruling = rulings.get(data.error) ?? { verdict: 'never' };
  const waited = data.response_metadata?.retryAfter;
  const patient = waited === undefined || ruling.verdict !== 'later' ? ruling : { ...ruling, afterMs: waited * 1000 };
  const cause = [data.error, ...details].join('; ').slice(0, 500);
  return { ...told(cause, patient, doing), code: data.error };
}

function judgeStatus(status: number, doing: Doing): Judged {
  if (status >= 500) return told(`HTTP ${status}`, repeat, doing);
  // Slack answers 200 and 429; anything else comes from a proxy on the way, which did not let us through.
  return told(`HTTP ${status}`, { verdict: 'later', afterMs: 60_000, scope: 'app' }, doing);
}

function judgeNetwork(error: Error, doing: Doing): Judged {
  const code = networkCode(error);
  if (!neverConnected.has(code)) return told(`network: ${code}`, repeat, doing);
  const ruling: Ruling = { verdict: 'later', afterMs: 5000, scope: 'app' };
  return { ...told(`network: ${code}`, ruling, doing), link: 'unreachable' };
}

/** `fetch` hides the reason one level down. */
function networkCode(error: Error): string {
  const inner = error.cause instanceof Error ? error.cause : error;
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
}

function told(cause: string, ruling: Ruling, doing: Doing): Judged {
  const { verdict, afterMs, scope, link } = ruling;
  const known = verdict === 'repeat' ? (doing === 'post' ? 'unsure' : 'later') : verdict;
  return {
    code: cause,
    failure: { verdict: known, cause, ...(afterMs !== undefined && { afterMs }), ...(scope && { scope }) },
    ...(link && { link }),
  };
}
