/** The HTTP face of the fake platform: routes, authorization, and bad behaviour on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ApiAnswer, done, fail, rateLimited } from './answers.ts';
import type { ApprovalCentre } from './approval-centre.ts';
import type { Messages } from './messages.ts';
import type { Tokens } from './tokens.ts';
import { isJson, list, str, type Workspace } from './workspace.ts';

export type Misbehaviour = 'rate-limit' | 'drop' | 'accept-then-drop' | 'server-error' | 'refuse';

export class ApiServer {
  readonly #space: Workspace;
  readonly #tokens: Tokens;
  readonly #messages: Messages;
  readonly #centre: ApprovalCentre;
  readonly #moods: { readonly how: Misbehaviour; readonly seconds: number }[] = [];
  #server: Server | undefined;

  constructor(space: Workspace, tokens: Tokens, messages: Messages, centre: ApprovalCentre) {
    this.#space = space;
    this.#tokens = tokens;
    this.#messages = messages;
    this.#centre = centre;
  }

  /** Answers the base URL. */
  async start(port = 0): Promise<string> {
    const server = createServer((request, response) => void this.#serve(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the fake has no address');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  misbehave(how: Misbehaviour, count: number, seconds: number): void {
    for (let n = 0; n < count; n += 1) this.#moods.push({ how, seconds });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://fake');
    const text = Buffer.concat(chunks).toString('utf8');
    const changes = url.pathname.startsWith('/open-apis/im/v1/messages') && request.method !== 'GET';
    const mood = changes ? this.#moods.shift() : undefined;
    if (mood?.how === 'drop') return void request.socket.destroy();
    const early = mood && excuse(mood.how, mood.seconds);
    const answer = early ?? this.#route(request, url, parse(text));
    if (mood?.how === 'accept-then-drop') return void request.socket.destroy();
    const json = typeof answer.body !== 'string';
    response.writeHead(answer.status, {
      'content-type': json ? 'application/json; charset=utf-8' : 'text/plain',
      'x-tt-logid': '20261125000000FAKE',
      ...answer.headers,
    });
    response.end(json ? JSON.stringify(answer.body) : answer.body);
  }

  #route(request: IncomingMessage, url: URL, body: unknown): ApiAnswer {
    const route = `${request.method} ${url.pathname}`;
    if (route === 'POST /open-apis/auth/v3/tenant_access_token/internal') return this.#tokens.issue(body);
    const unauthorized = this.#tokens.check(request.headers.authorization);
    if (unauthorized) return unauthorized;
    if (route === 'GET /open-apis/bot/v3/info') return this.#bot();
    if (route === 'POST /open-apis/im/v1/messages') return this.#messages.create(url.searchParams, body);
    const message = /^\/open-apis\/im\/v1\/messages\/([^/]+)$/.exec(url.pathname)?.[1];
    if (message && request.method === 'PATCH') return this.#messages.patch(message, body);
    if (message && request.method === 'PUT') return this.#messages.replace(message, body);
    const user = /^\/open-apis\/contact\/v3\/users\/([^/]+)$/.exec(url.pathname)?.[1];
    if (user && request.method === 'GET') return this.#user(user, url.searchParams);
    if (url.pathname === '/open-apis/contact/v3/users/batch_get_id' && request.method === 'POST')
      return this.#find(body);
    const centre = this.#centre.route(route, body);
    if (centre) return centre;
    this.#space.breach(`no such API: ${route}`);
    return { status: 404, body: '404 page not found' };
  }

  #bot(): ApiAnswer {
    const bot = { activate_status: 2, app_name: '服务管家', open_id: this.#space.botOpenId, ip_white_list: [] };
    return { status: 200, body: { code: 0, msg: 'ok', bot } };
  }

  #find(body: unknown): ApiAnswer {
    const emails = isJson(body) ? list(body['emails']).map(str) : [];
    if (emails.length === 0 || emails.length > 50) return fail(40011, 'page size is invalid');
    const known = [...this.#space.people.values()];
    const found = emails.map((email) => {
      const person = known.find((one) => one.email?.toLowerCase() === email.toLowerCase());
      return { email, ...(person ? { user_id: person.account } : {}) };
    });
    return done({ user_list: found });
  }

  #user(id: string, query: URLSearchParams): ApiAnswer {
    const type = query.get('user_id_type') ?? '';
    if (type !== 'open_id' && type !== 'user_id')
      this.#space.breach('a user was asked for without user_id_type=open_id');
    const person = this.#space.people.get(type === 'user_id' ? `ou_${id.slice(1)}` : id);
    if (!person) return fail(41050, 'no user authority error');
    const { name, email, account } = person;
    return done({ user: { open_id: account, union_id: `on_${account.slice(3)}`, name, ...(email ? { email } : {}) } });
  }
}

function excuse(how: Misbehaviour, seconds: number): ApiAnswer | undefined {
  switch (how) {
    case 'rate-limit':
      return rateLimited(seconds);
    case 'server-error':
      return { status: 502, body: '<html>502 Bad Gateway</html>' };
    case 'refuse':
      return fail(230027, 'Lack of necessary permissions.');
    default:
      return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
