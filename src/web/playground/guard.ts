/** What every request of the page must pass: a content policy for what we send, and our own origin for what is sent to us. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';

/** 40,000 characters of Chinese are 120 kB; a form may have several such fields. */
const MOST_BYTES = 1_000_000;

/** No inline script, no inline style, nothing from elsewhere. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Whether the outside is https is for whoever runs the server to say.
  strictTransportSecurity: false,
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
});

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * The page has no session that could be ridden on, but a foreign website open in the same browser must still not play in it.
 * JSON cannot be sent across origins without a preflight, which nobody here answers; the two headers settle the rest.
 */
function ownOrigin(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  return origin === undefined || sameHost(origin, context.req.header('host'));
}

export const ownPostsOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== 'POST') return next();
  if (!ownOrigin(context)) return context.json({ error: 'foreign origin' }, 403);
  if (!context.req.header('content-type')?.startsWith('application/json'))
    return context.json({ error: 'not JSON' }, 415);
  return next();
};

export const notTooLarge: MiddlewareHandler = bodyLimit({
  maxSize: MOST_BYTES,
  onError: (context) => context.json({ error: 'too large' }, 413),
});
