/** The token endpoint: while 30 minutes remain the same token is handed out again, afterwards a new one; both count. */
import { type ApiAnswer, fail } from './answers.ts';
import { isJson } from './workspace.ts';

const lifeMs = 7200_000;
const renewMs = 1800_000;

export class Tokens {
  readonly #appId: string;
  #secret: string;
  readonly #now: () => number;
  readonly #valid = new Map<string, number>();
  #count = 0;
  /** How many times a token was asked for. */
  asked = 0;

  constructor(appId: string, secret: string, now: () => number) {
    this.#appId = appId;
    this.#secret = secret;
    this.#now = now;
  }

  issue(body: unknown): ApiAnswer {
    this.asked += 1;
    if (!isJson(body) || body.app_id !== this.#appId) return fail(10003, 'invalid param', 200);
    if (body.app_secret !== this.#secret) return fail(10014, 'app secret invalid', 200);
    const [token, until] = this.#newest() ?? this.#make();
    const expire = Math.floor((until - this.#now()) / 1000);
    return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
  }

  /** What is wrong with the authorization of a call, if anything. */
  check(header: string | undefined): ApiAnswer | undefined {
    const token = /^Bearer (t-\S+)$/.exec(header ?? '')?.[1];
    if (token === undefined) {
      return fail(99991661, 'Missing access token for authorization. Please make a request with token attached.');
    }
    const until = this.#valid.get(token);
    if (until !== undefined && until > this.#now()) return undefined;
    return fail(99991663, 'Invalid access token for authorization. Please make a request with token attached.');
  }

  /** The app's secret is replaced in the console. */
  rotate(secret: string): void {
    this.#secret = secret;
    this.revoke();
  }

  /** No token handed out so far counts any more. */
  revoke(): void {
    this.#valid.clear();
  }

  #newest(): readonly [string, number] | undefined {
    const newest = [...this.#valid].at(-1);
    return newest && newest[1] - this.#now() >= renewMs ? newest : undefined;
  }

  #make(): readonly [string, number] {
    this.#count += 1;
    const made = [`t-fake${this.#count.toString().padStart(8, '0')}`, this.#now() + lifeMs] as const;
    this.#valid.set(...made);
    return made;
  }
}
