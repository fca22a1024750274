/** The only place the official SDK is built: our own transport, our own token cache, one token request at a time, one retry with a fresh token. */
import { createRequire } from 'node:module';
import type * as Sdk from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { DefinitionJson } from './approvals/definition.ts';
import type { CheckJson, InstanceJson } from './approvals/instance.ts';
import { isStaleToken } from './failures.ts';
import { TokenCache } from './token-cache.ts';
import { send } from './transport.ts';

// Imported, its six megabytes would be searched for exported names first: 100 ms and 16 MB that are never given back.
const { Client } = createRequire(import.meta.url)('@larksuiteoapi/node-sdk') as typeof Sdk;

export type WireOptions = { readonly appId: string; readonly appSecret: string; readonly baseUrl: string };

export type ReceiverType = 'open_id' | 'chat_id';

export type SentMessage = { readonly message: string; readonly chat: string };

const sentShape = z.object({ data: z.object({ message_id: z.string(), chat_id: z.string() }) });
const userShape = z.object({
  data: z.object({
    user: z.object({ name: z.string(), email: z.string().optional(), enterprise_email: z.string().optional() }),
  }),
});
const foundShape = z.object({ data: z.object({ user_list: z.array(z.object({ user_id: z.string().optional() })) }) });
const botShape = z.object({ bot: z.object({ open_id: z.string() }) });

const openIdShape = z.object({ data: z.object({ user: z.object({ open_id: z.string().min(1) }) }) });
const definedShape = z.object({ data: z.object({ approval_code: z.string().min(1) }) });
const differingShape = z.object({
  data: z.object({ diff_instances: z.array(z.object({ instance_id: z.string() })).nullish() }).nullish(),
});

const nothing = (): void => undefined;
/** The SDK would print whole errors on stderr; ours are values, told by whoever called. */
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };

/** Every method rejects with a `WireError` unless the platform has answered `code: 0`. Ids must have been checked before. */
export class Wire {
  readonly #client: Sdk.Client;
  readonly #tokens: TokenCache;

  constructor(options: WireOptions, realTime: Clock) {
    this.#tokens = new TokenCache(realTime);
    this.#client = new Client({
      appId: options.appId,
      appSecret: options.appSecret,
      domain: options.baseUrl.replace(/\/+$/, ''),
      httpInstance: httpInstance(),
      cache: this.#tokens,
      logger: silent,
    });
  }

  async create(to: ReceiverType, receiver: string, type: string, content: string, uuid: string): Promise<SentMessage> {
    const data = { receive_id: receiver, msg_type: type, content, uuid };
    const answer = await this.#call(() => this.#client.im.v1.message.create({ params: { receive_id_type: to }, data }));
    const sent = sentShape.parse(answer).data;
    return { message: sent.message_id, chat: sent.chat_id };
  }

  async patchCard(message: string, content: string): Promise<void> {
    const path = { message_id: message };
    await this.#call(() => this.#client.im.v1.message.patch({ path, data: { content } }));
  }

  async replaceText(message: string, content: string): Promise<void> {
    const path = { message_id: message };
    await this.#call(() => this.#client.im.v1.message.update({ path, data: { msg_type: 'text', content } }));
  }

  async user(openId: string): Promise<{ readonly name: string; readonly email?: string }> {
    const answer = await this.#call(() =>
      this.#client.contact.v3.user.get({ path: { user_id: openId }, params: { user_id_type: 'open_id' } }),
    );
    const { user } = userShape.parse(answer).data;
    const email = user.email || user.enterprise_email;
    return { name: user.name, ...(email ? { email } : {}) };
  }

  /** Unknown addresses come back without an id. https://open.feishu.cn/document/server-docs/contact-v3/user/batch_get_id */
  async personOf(email: string): Promise<string | undefined> {
    const answer = await this.#call(() =>
      this.#client.contact.v3.user.batchGetId({ params: { user_id_type: 'open_id' }, data: { emails: [email] } }),
    );
    return foundShape.parse(answer).data.user_list[0]?.user_id;
  }

  /** The bot's own `open_id`. */
  async bot(): Promise<string> {
    const answer = await this.#call(() => this.#client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
    return botShape.parse(answer).bot.open_id;
  }

  /** https://open.feishu.cn/document/server-docs/contact-v3/user/get */
  async openIdOf(userId: string): Promise<string> {
    const answer = await this.#call(() =>
      this.#client.contact.v3.user.get({
        path: { user_id: encodeURIComponent(userId) },
        params: { user_id_type: 'user_id' },
      }),
    );
    return openIdShape.parse(answer).data.user.open_id;
  }

  /** Creates or updates our kind of approval; answers a code, which counts only when it was created. */
  async define(data: DefinitionJson): Promise<string> {
    const answer = await this.#call(() => this.#client.approval.v4.externalApproval.create({ data }));
    return definedShape.parse(answer).data.approval_code;
  }

  async syncInstance(data: InstanceJson): Promise<void> {
    await this.#call(() => this.#client.approval.v4.externalInstance.create({ data }));
  }

  async differingInstances(instances: CheckJson[]): Promise<readonly string[]> {
    const answer = await this.#call(() => this.#client.approval.v4.externalInstance.check({ data: { instances } }));
    const differing = differingShape.parse(answer).data?.diff_instances ?? [];
    return differing.map(({ instance_id }) => instance_id);
  }

  async #call(ask: () => Promise<unknown>): Promise<unknown> {
    try {
      return await ask();
    } catch (error) {
      if (!isStaleToken(error)) throw error;
      this.#tokens.clear();
      return await ask();
    }
  }
}

/** The SDK asks for a token by `post` and does everything else by `request`; many callers at once share one token request. */
function httpInstance(): Sdk.HttpInstance {
  const asking = new Map<string, Promise<unknown>>();
  function shared(url: string, data: unknown): Promise<unknown> {
    const running = asking.get(url);
    if (running) return running;
    const started = send({ url, method: 'POST', data }).finally(() => asking.delete(url));
    asking.set(url, started);
    return started;
  }
  const unused = (): Promise<never> => Promise.reject(new Error('the SDK was not expected to use this method'));
  return {
    request: (request) => trusted(send(request)),
    post: (url, data) => trusted(shared(url, data)),
    get: unused,
    delete: unused,
    head: unused,
    options: unused,
    put: unused,
    patch: unused,
  };
}

/** The SDK lets callers name the shape of an answer; nobody here believes it, everything is parsed. */
function trusted<T>(answer: Promise<unknown>): Promise<T> {
  return answer as Promise<T>;
}
