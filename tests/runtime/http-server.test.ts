/** The one HTTP server: who answers what, and that nothing thrown takes it down. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../../src/bot/ports/log.ts';
import { createHttpServer, type HttpServer } from '../../src/bot/runtime/http-server.ts';

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };
const open: { server?: HttpServer; url: string } = { url: '' };

function eventStream(): Response {
  const stream = new ReadableStream<Uint8Array>({
    start: (reader) => reader.enqueue(new TextEncoder().encode('data: 1\n\n')),
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
}

beforeEach(async () => {
  const server = createHttpServer(log);
  server.mount('/hook', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.end(Buffer.concat(chunks)));
  });
  server.mount('/broken', async () => {
    throw new Error('a mistake of ours');
  });
  const fetch = (request: Request): Response =>
    request.url.endsWith('/events') ? eventStream() : new Response(`page ${new URL(request.url).pathname}`);
  const port = await server.listen({ port: 0, host: '127.0.0.1', fetch });
  Object.assign(open, { server, url: `http://127.0.0.1:${port}` });
});

afterEach(() => open.server?.close(100));

test('a mounted path gets the untouched body, other paths are pages', async () => {
  const posted = await fetch(`${open.url}/hook?x=1`, { method: 'POST', body: '{"a": 1}' });
  expect(await posted.text()).toBe('{"a": 1}');
  expect(await (await fetch(`${open.url}/welcome`)).text()).toBe('page /welcome');
});

test('on a mounted path only POST is answered', async () => {
  const response = await fetch(`${open.url}/hook`);
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a handler that throws is answered with 500, and the next request with 200', async () => {
  expect((await fetch(`${open.url}/broken`, { method: 'POST' })).status).toBe(500);
  expect((await fetch(`${open.url}/welcome`)).status).toBe(200);
});

test('closing ends event streams at once and takes no new connection', async () => {
  const response = await fetch(`${open.url}/events`, { headers: { accept: 'text/event-stream' } });
  const reader = response.body?.getReader();
  const first = (await reader?.read())?.value as Uint8Array | undefined;
  expect(new TextDecoder().decode(first)).toBe('data: 1\n\n');

  const began = performance.now();
  await open.server?.close(10_000);
  expect((await reader?.read())?.done).toBe(true);
  expect(performance.now() - began).toBeLessThan(5_000);
  await expect(fetch(`${open.url}/welcome`)).rejects.toThrow();
});
