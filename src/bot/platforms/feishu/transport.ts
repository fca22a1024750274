/** One HTTP request of the SDK, sent by Node itself: bounded in time, never repeated, and an error whenever the answer is not `code: 0`. */
import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import { callMs } from './limits.ts';

type Facts = {
  /** Undefined when no answer arrived at all. */
  readonly status?: number;
  /** The platform's code, or Node's name of the network error. */
  readonly code: number | string;
  /** Until the rate limit is lifted. */
  readonly resetMs?: number;
  readonly logId?: string;
};

/** What went wrong on the wire. Carries no token, no body and no address. */
export class WireError extends Error {
  readonly facts: Facts;
  constructor(message: string, facts: Facts) {
    super(message);
    this.name = 'WireError';
    this.facts = facts;
  }
}

type Request = Parameters<HttpInstance['request']>[0];

export async function send(request: Request): Promise<unknown> {
  const response = await reach(request);
  const text = await readText(response);
  const body = parseBody(text);
  if (response.status === 200 && body?.code === 0) return body;

  throw new WireError(body?.msg ?? `HTTP ${response.status}`, {
    status: response.status,
    code: body?.code ?? `HTTP ${response.status}`,
    ...resetOf(response.headers.get('x-ogw-ratelimit-reset') ?? response.headers.get('retry-after')),
    ...(body?.logId === undefined ? {} : { logId: body.logId }),
  });
}

async function reach(request: Request): Promise<Response> {
  const method = request.method?.toUpperCase() ?? 'GET';
  const url = new URL(request.url ?? '');
  for (const [name, value] of Object.entries(request.params ?? {})) url.searchParams.set(name, String(value));
  try {
    return await fetch(url, {
      method,
      headers: { ...stringHeaders(request.headers ?? {}), 'content-type': 'application/json; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(callMs),
      // The SDK gives every request a body, also those that must not have one.
      ...(method === 'GET' || request.data === undefined ? {} : { body: JSON.stringify(request.data) }),
    });
  } catch (error) {
    throw networkError(error);
  }
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw networkError(error);
  }
}

function networkError(error: unknown): WireError {
  const code = codeOf(error);
  return new WireError(`no answer: ${code}`, { code });
}

/** `fetch` hides the reason in `cause`, sometimes one of several tried addresses. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.cause instanceof AggregateError) return codeOf(error.cause.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}

type Body = { readonly code: number; readonly msg: string; readonly logId?: string; readonly [key: string]: unknown };

function parseBody(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'number')
      return undefined;
    const msg = 'msg' in body && typeof body.msg === 'string' ? body.msg : '';
    const error = 'error' in body ? body.error : undefined;
    const logId = typeof error === 'object' && error !== null && 'log_id' in error ? String(error.log_id) : undefined;
    return { ...body, code: body.code, msg, ...(logId === undefined ? {} : { logId }) };
  } catch {
    return undefined;
  }
}

function resetOf(header: string | null): { readonly resetMs?: number } {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { resetMs: Math.ceil(seconds * 1000) } : {};
}

function stringHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
