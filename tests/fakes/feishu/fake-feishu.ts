/** A strict Feishu on 127.0.0.1: the API the bot calls, and the people who talk to it. */
import { randomBytes } from 'node:crypto';
import type { Deliver, FakeChat, SeenForm, SeenMessage } from '../../support/fake-chat.ts';
import { ApprovalCentre } from './approval-centre.ts';
import { readCard } from './card-reader.ts';
import { Courier } from './courier.ts';
import { Messages } from './messages.ts';
import { type FakeFeishuOptions, People } from './people.ts';
import { ApiServer, type Misbehaviour } from './server.ts';
import { Tokens } from './tokens.ts';
import { type FakeMessage, str, Workspace } from './workspace.ts';

type Profile = { name: string; email?: string; locale?: string; zone?: string };

export class FakeFeishu implements FakeChat {
  readonly name = 'feishu';
  readonly appId = `cli_${randomBytes(8).toString('hex')}`;
  readonly appSecret = randomBytes(16).toString('hex');
  readonly encryptKey = randomBytes(12).toString('hex');
  readonly verificationToken = randomBytes(12).toString('hex');
  readonly workspace = new Workspace();
  readonly tokens = new Tokens(this.appId, this.appSecret, () => this.workspace.now());
  readonly courier = new Courier(this);
  readonly #messages = new Messages(this.workspace);
  readonly centre = new ApprovalCentre(this.workspace, (path, body) => this.courier.bring(path, body));
  readonly #server = new ApiServer(this.workspace, this.tokens, this.#messages, this.centre);
  readonly #people: People;
  readonly #mirrors: boolean;
  #url = '';

  constructor(options: FakeFeishuOptions = {}) {
    this.#mirrors = options.approvalCentre ?? false;
    this.workspace.refusesCharts = options.refusesCharts ?? false;
    this.#people = new People(this.workspace, this.courier, this.#messages, options);
  }

  get settings(): Readonly<Record<string, string>> {
    return {
      FEISHU_APP_ID: this.appId,
      FEISHU_APP_SECRET: this.appSecret,
      FEISHU_ENCRYPT_KEY: this.encryptKey,
      FEISHU_VERIFICATION_TOKEN: this.verificationToken,
      FEISHU_BASE_URL: this.#url,
      ...(this.#mirrors ? { FEISHU_APPROVAL_CENTER: 'on' } : {}),
    };
  }

  /** Comes back under its old address after a `stop`. */
  async start(): Promise<void> {
    this.#url = await this.#server.start(this.#url === '' ? 0 : Number(new URL(this.#url).port));
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  connect(botUrl: string): void {
    this.courier.connect(botUrl);
  }

  person(account: string, { name, email, locale, zone }: Profile): void {
    const known = { account, name, locale: locale ?? 'zh-CN', zone: zone ?? 'Asia/Shanghai' };
    this.workspace.people.set(account, email === undefined ? known : { ...known, email });
  }

  room(chat: string, members: readonly string[]): void {
    this.workspace.rooms.set(chat, new Set(members));
  }

  sees(account: string): readonly SeenMessage[] {
    const person = this.workspace.personOf(account);
    return this.workspace.visibleTo(account).map((message) => {
      const common = { id: message.id, chat: message.chat, edited: message.edited };
      if (message.type === 'text') {
        return { ...common, text: str(message.content.text).replaceAll('\u200b', ''), buttons: [], fields: [] };
      }
      const { title, lines, buttons, inputs } = readCard(message.content, person);
      return {
        ...common,
        text: [title, ...lines].filter((line) => line !== '').join('\n'),
        buttons: buttons.map((button) => button.label),
        fields: inputs.map((input) => input.label),
      };
    });
  }

  form(account: string): SeenForm | undefined {
    const person = this.workspace.personOf(account);
    const message = this.#formMessage(account);
    if (!message) return undefined;
    const { title, lines, inputs, buttons } = readCard(message.content, person);
    return {
      title,
      text: lines.join('\n'),
      fields: inputs.map((input) => input.label),
      buttons: buttons.map((button) => button.label),
    };
  }

  home(): undefined {
    return undefined;
  }

  told(account: string): readonly string[] {
    return this.workspace.toasts.get(account) ?? [];
  }

  problems(account: string): Readonly<Record<string, string>> {
    const message = this.#formMessage(account);
    if (!message) return {};
    const { inputs } = readCard(message.content, this.workspace.personOf(account));
    return Object.fromEntries(
      inputs.flatMap(({ label, problem }) => (problem === undefined ? [] : [[label, problem]])),
    );
  }

  get breaches(): readonly string[] {
    return this.workspace.breaches;
  }

  get posted(): number {
    return this.workspace.posted;
  }

  misbehave(how: Misbehaviour, count: number, options: { retryAfterSeconds?: number } = {}): void {
    this.#server.misbehave(how, count, options.retryAfterSeconds ?? 1);
  }

  age(days: number): void {
    this.workspace.age(days);
  }

  says(account: string, text: string, options?: { room?: string; deliver?: Deliver }): Promise<number> {
    return this.#people.says(account, text, options);
  }

  /** Chooses an entry of the bot's menu. */
  menu(account: string, eventKey: string, options?: { deliver?: Deliver }): Promise<number> {
    return this.#people.menu(account, eventKey, options);
  }

  /** Opens the direct chat with the bot. */
  enters(account: string): Promise<number> {
    return this.#people.enters(account);
  }

  /** Delivers once more what the bot has not accepted, as the platform does after 15 s, 5 min, 1 h and 6 h. */
  redeliver(): Promise<readonly number[]> {
    return this.#people.redeliver();
  }

  presses(account: string, label: string, options?: { message?: string; deliver?: Deliver }): Promise<number> {
    return this.#people.presses(account, label, options);
  }

  fills(
    account: string,
    values: Readonly<Record<string, string | number>>,
    button: string,
    options?: { deliver?: Deliver; message?: string },
  ): Promise<number> {
    return this.#people.fills(account, values, button, options);
  }

  #formMessage(account: string): FakeMessage | undefined {
    const person = this.workspace.personOf(account);
    return this.workspace
      .visibleTo(account)
      .findLast((message) => message.type === 'interactive' && readCard(message.content, person).hasForm);
  }
}
