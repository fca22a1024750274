/** The HTTP side of the fake Slack: the Web API under `/api/`, and the addresses at which gestures can be answered. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { isObject, type Json } from './checker/checks.ts';
import { fileMethods, receive } from './files.ts';
import { Refusal } from './refusal.ts';
import { checkScope } from './scopes.ts';
import { methods, pictureIn, whisper } from './web-api.ts';
import type { Workspace } from './workspace.ts';

export type Mischief = {
  readonly how: 'rate-limit' | 'drop' | 'accept-then-drop' | 'server-error' | 'refuse';
  readonly retryAfterSeconds: number;
};

const misbehaving = ['chat.postMessage', 'chat.update'];
const answersPerAddress = 5;
const addressMs = 30 * 60_000;

export class SlackServer {
  /** What the next calls will suffer. */
  readonly mischief: Mischief[] = [];
  private readonly slack: Workspace;
  private server: Server | undefined;

  constructor(slack: Workspace) {
    this.slack = slack;
  }

  get origin(): string {
    const address = this.server?.address();
    if (!isObject(address)) throw new Error('the fake Slack is not started');
    return `http://127.0.0.1:${String(address['port'])}`;
  }

  async start(): Promise<void> {
    if (this.server) return;
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const body = bytes.toString('utf8');
    const upload = /^\/upload\/(\w+)$/.exec(request.url ?? '')?.[1];
    if (request.method === 'POST' && upload !== undefined) return this.upload(upload, bytes, request, response);
    const [, room, name = ''] = /^\/(api|respond)\/([\w.]+)$/.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || room === undefined) return send(response, 404, { ok: false, error: 'not_found' });
    if (room === 'respond') return this.respond(name, body, response);
    this.call(name, argsOf(body, request.headers['content-type'] ?? ''), request, response);
  }

  /** The address is a secret by itself; a token has no business there. */
  private upload(id: string, bytes: Buffer, request: IncomingMessage, response: ServerResponse): void {
    if (request.headers.authorization !== undefined) this.slack.breach('the token was sent with a file');
    const { status, body } = receive(this.slack, id, bytes);
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
  }

  private call(name: string, args: Json, request: IncomingMessage, response: ServerResponse): void {
    const mischief = misbehaving.includes(name) ? this.mischief.shift() : undefined;
    if (mischief?.how === 'drop') return void request.socket.destroy();
    if (mischief?.how === 'server-error') return send(response, 503, { ok: false });
    if (mischief?.how === 'refuse') return send(response, 200, { ok: false, error: 'restricted_action' });
    if (mischief?.how === 'rate-limit') {
      response.setHeader('retry-after', String(mischief.retryAfterSeconds));
      return send(response, 429, { ok: false, error: 'ratelimited' });
    }
    const answer = this.answerTo(name, args, request.headers.authorization);
    if (mischief?.how === 'accept-then-drop') return void request.socket.destroy();
    send(response, 200, answer);
  }

  private answerTo(name: string, args: Json, authorization: string | undefined): Json {
    const token = authorization?.replace(/^Bearer /, '') ?? args['token'];
    if (token === undefined) return { ok: false, error: 'not_authed' };
    if (token !== this.slack.token) return { ok: false, error: 'invalid_auth' };
    const known = { ...methods, ...fileMethods };
    const method = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!method) {
      this.slack.breach(`called ${name}, which the fake does not know`);
      return { ok: false, error: 'unknown_method' };
    }
    try {
      checkScope(name, this.slack.rules.scopes);
      return { ok: true, ...method(this.slack, args, this.origin) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.message, ...error.extra };
      this.slack.breach(`${name} broke the fake: ${String(error)}`);
      return { ok: false, error: 'internal_error' };
    }
  }

  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses: 5 times within 30 minutes. */
  private respond(id: string, body: string, response: ServerResponse): void {
    const address = this.slack.addresses.get(id);
    if (!address) return send(response, 404, { ok: false, error: 'invalid_url' });
    if (Date.now() - address.at > addressMs) return send(response, 404, { ok: false, error: 'expired_url' });
    address.uses += 1;
    if (address.uses > answersPerAddress) return send(response, 404, { ok: false, error: 'used_url' });
    try {
      const picture = pictureIn(this.slack, argsOf(body, 'application/json'), 'response_url');
      whisper(this.slack, address.account, address.channel, picture);
      send(response, 200, { ok: true });
    } catch (error) {
      send(response, 500, { ok: false, error: String(error) });
    }
  }
}

function send(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Form fields hold JSON where the value is an object or a list. */
function argsOf(body: string, type: string): Json {
  if (type.startsWith('application/json')) return parsed(body);
  const entries = [...new URLSearchParams(body)].map(([name, value]) => {
    const structured = ['blocks', 'view', 'metadata', 'attachments', 'files'].includes(name);
    const flag = value === 'true' || value === 'false';
    return [name, structured ? jsonOr(value) : flag ? value === 'true' : value] as const;
  });
  return Object.fromEntries(entries);
}

function parsed(body: string): Json {
  const value = jsonOr(body);
  return isObject(value) ? value : {};
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
