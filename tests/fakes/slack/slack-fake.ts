/** A strict Slack on 127.0.0.1: the bot's own API on one side, people who use it on the other. */
import type { Deliver, FakeChat, SeenForm, SeenMessage } from '../../support/fake-chat.ts';
import { isObject, type Json } from './checker/checks.ts';
import { Delivery, worst } from './delivery.ts';
import { clientProblems, type as typeInto } from './filling.ts';
import { Gestures } from './gestures.ts';
import { buttonsOf, inputsOf, isSaid, textOf, titleOf, wordsOf } from './seeing.ts';
import { SlackServer } from './server.ts';
import { type Spot, spots } from './sight.ts';
import { afterSubmission, jsonIn, trouble } from './submission.ts';
import { pictureIn, whisper } from './web-api.ts';
import { type Message, type Profile, type Rules, type View, usualRules, Workspace } from './workspace.ts';

type Options = { readonly deliver?: Deliver };
/** The bot names the row of the button that opens a form, so that `fills` can do both steps as a person would. */
const openFormRow = 'open-form';

export class SlackFake implements FakeChat {
  readonly name = 'slack';
  private readonly slack: Workspace;
  private readonly server: SlackServer;
  private readonly delivery: Delivery;
  private readonly gestures: Gestures;

  constructor(rules: Partial<Rules> = {}) {
    this.slack = new Workspace({ ...usualRules, ...rules });
    this.server = new SlackServer(this.slack);
    this.delivery = new Delivery(this.slack);
    this.gestures = new Gestures(this.slack, () => this.server.origin);
  }

  get settings(): Readonly<Record<string, string>> {
    return {
      SLACK_BOT_TOKEN: this.slack.token,
      SLACK_SIGNING_SECRET: this.slack.signingSecret,
      SLACK_API_URL: `${this.server.origin}/api/`,
    };
  }

  get breaches(): readonly string[] {
    return this.slack.breaches;
  }

  get posted(): number {
    return this.slack.posted;
  }

  /** The pictures put up so far, as they came. */
  get uploaded(): readonly Buffer[] {
    return [...this.slack.files.values()].flatMap(({ complete, bytes }) => (complete && bytes ? [bytes] : []));
  }

  /** An administrator, or the workspace's retention, removes every file. */
  deletesFiles(): void {
    for (const file of this.slack.files.values()) file.deleted = true;
  }

  /** An administrator installs the app again, with these scopes. */
  grants(scopes: readonly string[]): void {
    this.slack.rules = { ...this.slack.rules, scopes };
  }

  start(): Promise<void> {
    return this.server.start();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  connect(botUrl: string): void {
    this.delivery.connect(botUrl);
  }

  person(account: string, profile: Profile): void {
    this.slack.people.set(account, { account, profile, direct: `D${account.replace(/^[UW]/, '')}` });
  }

  room(chat: string, members: readonly string[]): void {
    this.slack.rooms.set(chat, new Set(members));
  }

  async says(account: string, text: string, options: Options & { room?: string } = {}): Promise<number> {
    const { room } = options;
    if (room !== undefined && !this.slack.rooms.get(room)?.has(account))
      throw new Error(`${account} is not in ${room}`);
    const events = this.gestures.said(this.slack.personOf(account), text, room);
    return this.sendEvents(events, options);
  }

  /** `/steward text`, in the direct chat or in a room. The answer is shown to the person alone. */
  async commands(account: string, text: string, options: Options & { room?: string } = {}): Promise<number> {
    const person = this.slack.personOf(account);
    const channel = options.room ?? person.direct;
    const parcel = this.delivery.command(this.gestures.command(person, text, channel));
    const answers = await this.delivery.send([parcel], options.deliver);
    const body = answers[0]?.body ?? '';
    if (worst(answers) !== 200) this.slack.tell(account, trouble);
    else if (body !== '') whisper(this.slack, account, channel, pictureIn(this.slack, jsonIn(body), 'command'));
    return worst(answers);
  }

  /** Opens the bot's own page (`home`) or its direct chat (`messages`). */
  opens(account: string, tab: 'home' | 'messages', options: Options = {}): Promise<number> {
    return this.sendEvents([this.gestures.opened(this.slack.personOf(account), tab)], options);
  }

  /** The shortcut “make this message a request”, on somebody's message. */
  async asksFromMessage(account: string, text: string, channel: string): Promise<number> {
    const payload = this.gestures.messageShortcut(this.slack.personOf(account), channel, text);
    return worst(await this.delivery.send([this.delivery.interaction(payload)]));
  }

  async presses(account: string, label: string, options: Options & { message?: string } = {}): Promise<number> {
    const spot = spots(this.slack, account, options.message).find(({ button }) => button.label === label);
    if (!spot) throw new Error(`${account} sees no button “${label}”`);
    return this.press(account, spot, options);
  }

  async fills(
    account: string,
    values: Readonly<Record<string, string | number>>,
    button: string,
    options: Options & { message?: string } = {},
  ): Promise<number> {
    const view = this.top(account) ?? (await this.openNewest(account, options.message));
    typeInto(view, values);
    const other = buttonsOf(view.json['blocks']).find(({ label }) => label === button);
    if (other) return this.press(account, { button: other, in: { view } }, options);
    if (textOf(view.json['submit']) !== button) throw new Error(`the form has no button “${button}”`);
    view.problems = clientProblems(view);
    if (Object.keys(view.problems).length > 0) return 200;
    const payload = this.gestures.submitted(this.slack.personOf(account), view);
    const answers = await this.delivery.send([this.delivery.interaction(payload)], options.deliver);
    afterSubmission(this.slack, account, view, answers[0]);
    return worst(answers);
  }

  /** Closes whatever modal is open. */
  closes(account: string): void {
    this.slack.stacks.delete(account);
  }

  /** What Slack does after a 5xx: sends the events again. */
  redelivers(): Promise<number> {
    return this.delivery.again();
  }

  sees(account: string): readonly SeenMessage[] {
    const channels = this.slack.channelsOf(account);
    return this.slack.messages.filter((one) => one.author === undefined && channels.has(one.channel)).map(seenMessage);
  }

  form(account: string): SeenForm | undefined {
    const view = this.top(account);
    if (!view) return undefined;
    const submit = textOf(view.json['submit']);
    const others = buttonsOf(view.json['blocks']).map(({ label }) => label);
    return {
      title: titleOf(view.json),
      text: wordsOf(view.json['blocks']),
      fields: inputsOf(view).map(({ label }) => label),
      buttons: submit === '' ? others : [submit, ...others],
    };
  }

  home(account: string): SeenMessage | undefined {
    const view = this.slack.homes.get(account);
    if (!view) return undefined;
    return seenMessage({
      ts: view.id,
      channel: `home:${account}`,
      text: '',
      blocks: blocksOf(view),
      edited: 0,
      ageDays: 0,
    });
  }

  told(account: string): readonly string[] {
    return this.slack.told.get(account) ?? [];
  }

  problems(account: string): Readonly<Record<string, string>> {
    return this.top(account)?.problems ?? {};
  }

  misbehave(
    how: Parameters<FakeChat['misbehave']>[0],
    count: number,
    options: { retryAfterSeconds?: number } = {},
  ): void {
    const mischief = { how, retryAfterSeconds: options.retryAfterSeconds ?? 1 };
    this.server.mischief.push(...Array.from({ length: count }, () => mischief));
  }

  age(days: number): void {
    for (const message of this.slack.messages) message.ageDays += days;
  }

  private top(account: string): View | undefined {
    // A modal that only says something has been read.
    return this.slack.stacks.get(account)?.findLast((view) => !isSaid(view.json));
  }

  private async sendEvents(events: readonly Json[], options: Options): Promise<number> {
    const parcels = events.map((event) => this.delivery.event(event));
    return worst(await this.delivery.send(parcels, options.deliver));
  }

  private async press(account: string, spot: Spot, options: Options): Promise<number> {
    const person = this.slack.personOf(account);
    const payload =
      'view' in spot.in
        ? this.gestures.pressedInView(person, spot.button, spot.in.view)
        : this.gestures.pressedInMessage(person, spot.button, spot.in.message, spot.in.ephemeral);
    const answers = await this.delivery.send([this.delivery.interaction(payload)], options.deliver);
    if (answers.some(({ body }) => body !== '')) this.slack.breach('a press was acknowledged with a body');
    return worst(answers);
  }

  private async openNewest(account: string, message?: string): Promise<View> {
    const spot = spots(this.slack, account, message).find(({ button }) => button.block === openFormRow);
    if (spot) await this.press(account, spot, {});
    const view = this.top(account);
    if (!view) throw new Error(`${account} has no form open`);
    return view;
  }
}

function blocksOf(view: View): readonly Json[] {
  const { blocks } = view.json;
  return Array.isArray(blocks) ? blocks.filter(isObject) : [];
}

function seenMessage({ ts, channel, text, blocks, edited }: Message): SeenMessage {
  return {
    id: ts,
    chat: channel,
    text: blocks.length > 0 ? wordsOf(blocks) : text,
    buttons: buttonsOf(blocks).map(({ label }) => label),
    fields: [],
    edited,
  };
}
