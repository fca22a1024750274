/** People at their clients: what they say and press is delivered to the bot, and its answers are shown to them. */
import { randomBytes } from 'node:crypto';
import type { Deliver } from '../../support/fake-chat.ts';
import { applyAnswer } from './callbacks.ts';
import type { Courier } from './courier.ts';
import { fillIn, findButton, type Target } from './hands.ts';
import type { Messages } from './messages.ts';
import { type FakeMessage, type FakePerson, type Json, str, type Workspace } from './workspace.ts';

export type FakeFeishuOptions = {
  /** Some clients send the button's own `value` along with a form; the documented ones do not. */
  readonly submitsCarryValue?: boolean;
  /** The bot is told to mirror approvals into the approval centre. */
  readonly approvalCentre?: boolean;
  /** The tenant's clients take no charts. */
  readonly refusesCharts?: boolean;
};

export class People {
  readonly #space: Workspace;
  readonly #courier: Courier;
  readonly #messages: Messages;
  readonly #options: FakeFeishuOptions;
  readonly #undelivered: string[] = [];

  constructor(space: Workspace, courier: Courier, messages: Messages, options: FakeFeishuOptions) {
    this.#space = space;
    this.#courier = courier;
    this.#messages = messages;
    this.#options = options;
  }

  async says(account: string, text: string, options: { room?: string; deliver?: Deliver } = {}): Promise<number> {
    const person = this.#space.personOf(account);
    const { room } = options;
    if (room !== undefined && !this.#space.rooms.get(room)?.has(account))
      throw new Error(`${person.name} is not in ${room}`);
    const mentions: Json[] = room === undefined ? [] : [this.#mention(1, this.#space.botOpenId, '服务管家', 'bot')];
    const words = this.#withPlaceholders(text, mentions);
    const event = {
      sender: { sender_id: idsOf(account), sender_type: 'user', tenant_key: 'faketenant000000' },
      message: {
        message_id: this.#space.id('om'),
        create_time: String(Date.now()),
        update_time: String(Date.now()),
        chat_id: room ?? this.#space.directChat(account),
        chat_type: room === undefined ? 'p2p' : 'group',
        message_type: 'text',
        content: JSON.stringify({ text: room === undefined ? words : `@_user_1 ${words}` }),
        ...(mentions.length > 0 ? { mentions } : {}),
      },
    };
    return await this.#event('im.message.receive_v1', event, options.deliver);
  }

  /** Chooses an entry of the bot's menu. */
  async menu(account: string, eventKey: string, options: { deliver?: Deliver } = {}): Promise<number> {
    const { name } = this.#space.personOf(account);
    const operator = { operator_name: name, operator_id: idsOf(account) };
    const event = { operator, event_key: eventKey, timestamp: Math.floor(Date.now() / 1000) };
    return await this.#event('application.bot.menu_v6', event, options.deliver);
  }

  /** Opens the direct chat with the bot. */
  async enters(account: string): Promise<number> {
    const event = { chat_id: this.#space.directChat(account), operator_id: idsOf(account), last_message_id: '' };
    return await this.#event('im.chat.access_event.bot_p2p_chat_entered_v1', event, 'once');
  }

  /** Delivers once more what the bot has not accepted, as the platform does after 15 s, 5 min, 1 h and 6 h. */
  async redeliver(): Promise<readonly number[]> {
    const statuses: number[] = [];
    for (const body of this.#undelivered.splice(0)) statuses.push(await this.#carryEvent(body));
    return statuses;
  }

  async presses(
    account: string,
    label: string,
    options: { message?: string; deliver?: Deliver } = {},
  ): Promise<number> {
    const person = this.#space.personOf(account);
    const target = findButton(this.#space, person, label, options.message);
    if (target.button.submits) return await this.#submit(person, target, {}, options.deliver);
    const action = { tag: 'button', value: target.button.value, ...named(target.button.name) };
    return await this.#callback(person, target.message, action, options.deliver);
  }

  async fills(
    account: string,
    values: Readonly<Record<string, string | number>>,
    button: string,
    options: { deliver?: Deliver; message?: string } = {},
  ): Promise<number> {
    const person = this.#space.personOf(account);
    const target = findButton(this.#space, person, button, options.message, true);
    if (target.button.submits) return await this.#submit(person, target, values, options.deliver);
    return await this.presses(account, button, { ...options, message: target.message.id });
  }

  async #submit(
    person: FakePerson,
    target: Target,
    values: Readonly<Record<string, string | number>>,
    deliver?: Deliver,
  ): Promise<number> {
    const action = {
      tag: 'button',
      ...named(target.button.name),
      form_value: fillIn(target.inputs, values, person),
      timezone: person.zone,
      ...(this.#options.submitsCarryValue ? { value: target.button.value ?? {} } : {}),
    };
    return await this.#callback(person, target.message, action, deliver);
  }

  async #callback(person: FakePerson, message: FakeMessage, action: Json, deliver?: Deliver): Promise<number> {
    const body = this.#courier.seal('card.action.trigger', {
      operator: { tenant_key: 'faketenant000000', ...idsOf(person.account) },
      token: `c-${randomBytes(20).toString('hex')}`,
      action,
      host: 'im_message',
      context: { open_message_id: message.id, open_chat_id: message.chat },
    });
    let status = 0;
    for (let n = 0; n < (deliver === 'twice' ? 2 : 1); n += 1) {
      message.locked = true;
      const delivered = await this.#courier.carry('/feishu/cards', body);
      message.locked = false;
      applyAnswer(delivered, message, person, this.#space, this.#messages);
      status = delivered.status;
    }
    return status;
  }

  async #event(type: string, event: Json, deliver?: Deliver): Promise<number> {
    const body = this.#courier.seal(type, event);
    const status = await this.#carryEvent(body);
    return deliver === 'twice' ? await this.#carryEvent(body) : status;
  }

  async #carryEvent(body: string): Promise<number> {
    const { status } = await this.#courier.carry('/feishu/events', body);
    if (status !== 200) this.#undelivered.push(body);
    return status;
  }

  #mention(place: number, openId: string, name: string, type: 'user' | 'bot'): Json {
    const id = { open_id: openId, union_id: `on_${openId.slice(3)}`, user_id: '' };
    return { key: `@_user_${place}`, id, mentioned_type: type, name, tenant_key: 'faketenant000000' };
  }

  /** People type `@name`; the client puts a placeholder there. Adds to `mentions`. */
  #withPlaceholders(text: string, mentions: Json[]): string {
    return [...this.#space.people.values()].reduce((words, { account, name }) => {
      if (!words.includes(`@${name}`)) return words;
      const mention = this.#mention(mentions.length + 1, account, name, 'user');
      mentions.push(mention);
      return words.replaceAll(`@${name}`, str(mention.key));
    }, text);
  }
}

function idsOf(account: string): Json {
  return { open_id: account, union_id: `on_${account.slice(3)}`, user_id: `u${account.slice(3)}` };
}

function named(name: string | undefined): Json {
  return name === undefined ? {} : { name };
}
