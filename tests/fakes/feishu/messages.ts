/** The message API: create, patch, replace; with the platform's checks, idempotence and edit window. */
import { type ApiAnswer, done, fail } from './answers.ts';
import { lintCard } from './card-lint.ts';
import { type FakeMessage, isJson, type Json, str, type Workspace, show } from './workspace.ts';

const hourMs = 3600_000;
const editWindowMs = 14 * 24 * hourMs;
/** The rule is 5 a second into one chat; only a gross excess is a breach, so that a slow machine fails no test. */
const grossPerSecond = 20;

export class Messages {
  readonly #space: Workspace;
  readonly #sent = new Map<string, number[]>();

  constructor(space: Workspace) {
    this.#space = space;
  }

  create(query: URLSearchParams, body: unknown): ApiAnswer {
    if (!isJson(body)) return this.#refuse(99992402, 'field validation failed');
    const type = query.get('receive_id_type') ?? '';
    const receiver = str(body.receive_id);
    if (!receiver.startsWith(type === 'open_id' ? 'ou_' : 'oc_'))
      this.#space.breach(`receive_id_type ${type} for ${receiver}`);
    const uuid = this.#uuid(body.uuid);
    const known = this.#space.uuids.get(uuid);
    if (known && known.until > this.#space.now()) return done(facts(known.message));

    const chat = this.#space.chatFor(type, receiver);
    if (chat === undefined) {
      return type === 'open_id'
        ? fail(230013, 'Bot has NO availability to this user.')
        : fail(230002, 'The bot can not be outside the group.');
    }
    const content = this.#content(body.msg_type, body.content);
    if ('refusal' in content) return content.refusal;
    this.#count(chat);
    const message: FakeMessage = {
      id: this.#space.id('om'),
      chat,
      sentAt: this.#space.now(),
      type: content.type,
      content: content.content,
      edited: 0,
      locked: false,
    };
    this.#space.messages.push(message);
    this.#space.posted += 1;
    this.#space.uuids.set(uuid, { message, until: this.#space.now() + hourMs });
    return done(facts(message));
  }

  patch(id: string, body: unknown): ApiAnswer {
    const message = this.#space.messages.find((candidate) => candidate.id === id);
    if (!message) return fail(230001, 'Your request contains an invalid request parameter, ext=invalid message_id');
    if (message.type !== 'interactive') return this.#refuse(230001, 'This message is NOT a card.');
    if (message.locked)
      return fail(230099, 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock; ');
    const late = this.#late(message);
    if (late) return late;
    const content = this.#content('interactive', isJson(body) ? body.content : undefined);
    if ('refusal' in content) return content.refusal;
    this.#count(`patch ${id}`);
    message.content = content.content;
    message.edited += 1;
    return done();
  }

  replace(id: string, body: unknown): ApiAnswer {
    const message = this.#space.messages.find((candidate) => candidate.id === id);
    if (!message) return fail(230001, 'Your request contains an invalid request parameter, ext=invalid message_id');
    if (message.type !== 'text') return this.#refuse(230001, 'Only text and post messages can be edited.');
    if (message.edited >= 20) return fail(230072, 'The message has reached the number of times it can be edited.');
    const content = this.#content('text', isJson(body) ? body.content : undefined);
    if ('refusal' in content) return content.refusal;
    message.content = content.content;
    message.edited += 1;
    return done(facts(message));
  }

  #late(message: FakeMessage): ApiAnswer | undefined {
    if (this.#space.now() - message.sentAt <= editWindowMs) return undefined;
    return fail(230031, 'Message can only be modified within 14 days after sending.');
  }

  #uuid(uuid: unknown): string {
    if (typeof uuid === 'string' && uuid.length > 0 && uuid.length <= 50) return uuid;
    this.#space.breach(`uuid ${show(uuid)}: every post needs one of at most 50 characters`);
    return this.#space.id('none');
  }

  #content(
    type: unknown,
    content: unknown,
  ): { readonly type: FakeMessage['type']; readonly content: Json } | { readonly refusal: ApiAnswer } {
    const parsed = parse(content);
    if (!parsed) return { refusal: this.#refuse(230001, 'content is not a JSON string') };
    if (type === 'text') {
      const words = str(parsed.text);
      if (words === '') return { refusal: this.#refuse(230001, 'text is empty') };
      if (/<at\b/i.test(words)) this.#space.breach(`a text mentions someone: ${words.slice(0, 80)}`);
      if (/\*\*\S|<\/?[biu]>|\]\(/.test(words)) this.#space.breach(`a text carries markup: ${words.slice(0, 80)}`);
      return { type, content: parsed };
    }
    if (type !== 'interactive') return { refusal: this.#refuse(230001, `msg_type ${show(type)}`) };
    const wrong = this.checkCard(parsed);
    return wrong ? { refusal: wrong } : { type, content: parsed };
  }

  /** Undefined when the card is fine. The bot never mentions or links anybody, so such a tag is somebody's words having become markup. */
  checkCard(card: Json): ApiAnswer | undefined {
    const alive = markdownOf(card).find((content) => /<(at|person|link|a)\b|\]\(|https?:/i.test(content));
    if (alive !== undefined) this.#space.breach(`words have become markup: ${alive.slice(0, 80)}`);
    const [fault] = lintCard(card);
    if (fault)
      return this.#refuse(
        230099,
        `Failed to create card content, ext=ErrCode: ${fault.code}; ErrPath: ${fault.path}; ErrMsg: ${fault.words}; ErrorValue: `,
      );
    if (this.#space.refusesCharts && JSON.stringify(card).includes('"chart_spec"'))
      return fail(230099, 'Failed to create card content, ext=ErrCode: 200550; ErrMsg: chart is invalid; ErrorValue: ');
    const config = isJson(card.config) ? card.config : {};
    if (config.update_multi !== true)
      return this.#refuse(230099, 'a card without update_multi cannot be repainted for everybody');
    return undefined;
  }

  #refuse(code: number, words: string): ApiAnswer {
    this.#space.breach(`${code} ${words}`);
    return fail(code, words);
  }

  #count(lane: string): void {
    const now = Date.now();
    const recent = (this.#sent.get(lane) ?? []).filter((at) => at > now - 1000);
    recent.push(now);
    this.#sent.set(lane, recent);
    if (recent.length > grossPerSecond) this.#space.breach(`${recent.length} calls in a second: ${lane}`);
  }
}

function facts(message: FakeMessage): Json {
  return {
    message_id: message.id,
    chat_id: message.chat,
    msg_type: message.type,
    create_time: show(message.sentAt),
    update_time: show(message.sentAt),
    deleted: false,
    updated: message.edited > 0,
    sender: { id: 'cli_fake', id_type: 'app_id', sender_type: 'app', tenant_key: 'fake' },
    body: { content: JSON.stringify(message.content) },
  };
}

/** Every text of the card in which markup is read. */
function markdownOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(markdownOf);
  if (!isJson(node)) return [];
  const own = node.tag === 'markdown' || node.tag === 'lark_md' ? [str(node.content)] : [];
  return [...own, ...Object.values(node).flatMap(markdownOf)];
}

function parse(content: unknown): Json | undefined {
  if (typeof content !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(content);
    return isJson(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
