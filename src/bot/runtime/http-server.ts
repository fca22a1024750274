/** The one HTTP server: mounted paths get the raw request, everything else goes to the web application. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { HttpDoor, RawHandler } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';

/** `fetch` of the web application. */
export type WebFetch = Parameters<typeof getRequestListener>[0];

export type HttpServer = HttpDoor & {
  /** Resolves with the port, which the system chooses when 0 was asked for. Rejects when the port is taken. */
  listen(at: { readonly port: number; readonly host: string; readonly fetch: WebFetch }): Promise<number>;
  /** Takes no new connection, ends event streams, and lets running requests finish for `graceMs`. */
  close(graceMs?: number): Promise<void>;
};

const sendersTakeMs = 30_000;

export function createHttpServer(log: Log): HttpServer {
  const mounted = new Map<string, RawHandler>();
  const open = new Map<ServerResponse, IncomingMessage>();
  const web: { listener?: (request: IncomingMessage, response: ServerResponse) => Promise<void> } = {};

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const handler = mounted.get(path);
    if (!handler) return web.listener?.(request, response);
    if (request.method === 'POST') return handler(request, response);
    refuse(response, 405, 'only POST is answered here', { allow: 'POST' });
  };

  const server = createServer(
    {
      requestTimeout: sendersTakeMs,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => {
      open.set(response, request);
      response.once('close', () => open.delete(response));
      answer(request, response).catch((error: unknown) => {
        log.error({ err: error, method: request.method, path: request.url?.split('?', 1)[0] }, 'a request failed');
        refuse(response, 500, 'something went wrong here');
      });
    },
  );

  return {
    mount: (path, handler) => {
      if (mounted.has(path)) throw new Error(`${path} is mounted already`);
      mounted.set(path, handler);
    },
    listen: ({ port, host, fetch }) => {
      web.listener = getRequestListener(fetch, { overrideGlobalObjects: false });
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      });
    },
    close: (graceMs = 5_000) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        for (const [response, request] of open) {
          // A connection that falls idle after the close has begun would be kept for its next request.
          response.once('close', () => setImmediate(() => server.closeIdleConnections()));
          endStream(request, response);
        }
      }),
  };
}

function refuse(response: ServerResponse, status: number, why: string, headers: Record<string, string> = {}): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(`${JSON.stringify({ error: why })}\n`);
}

/**
 * An event stream never ends by itself; its reader connects again, to the next process. It is known by what was asked for:
 * headers written in one go cannot be read back.
 */
function endStream(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.accept?.includes('text/event-stream')) response.end();
  else if (!response.headersSent) response.setHeader('connection', 'close');
}
