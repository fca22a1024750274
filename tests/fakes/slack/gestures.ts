/** What the client of Slack sends when a person does something, built as the recorded payloads are. */
import type { Json } from './checker/checks.ts';
import type { SeenButton } from './seeing.ts';
import type { Message, Person, View, Workspace } from './workspace.ts';

export class Gestures {
  private readonly slack: Workspace;
  private readonly origin: () => string;

  constructor(slack: Workspace, origin: () => string) {
    this.slack = slack;
    this.origin = origin;
  }

  /** The event, and in a room the pair of events, of one message with one ts. */
  said(person: Person, text: string, room?: string): readonly Json[] {
    const ts = this.slack.ts();
    const channel = room ?? person.direct;
    const words = room === undefined ? entities(text) : `<@${this.slack.botUser}> ${entities(text)}`;
    this.slack.messages.push({ ts, channel, author: person.account, text: words, blocks: [], edited: 0, ageDays: 0 });
    const same = {
      user: person.account,
      ts,
      client_msg_id: crypto.randomUUID(),
      text: words,
      team: this.slack.team,
      channel,
      event_ts: ts,
    };
    if (room === undefined) return [{ type: 'message', ...same, channel_type: 'im' }];
    return [
      { type: 'message', ...same, channel_type: 'channel' },
      { type: 'app_mention', ...same },
    ];
  }

  opened(person: Person, tab: 'home' | 'messages'): Json {
    return { type: 'app_home_opened', user: person.account, channel: person.direct, tab, event_ts: this.slack.ts() };
  }

  command(person: Person, text: string, channel: string): Record<string, string> {
    return {
      token: 'verification-token',
      team_id: this.slack.team,
      team_domain: 'fake',
      channel_id: channel,
      channel_name: channel.startsWith('D') ? 'directmessage' : 'room',
      user_id: person.account,
      user_name: person.account.toLowerCase(),
      command: '/steward',
      text: entities(text),
      api_app_id: this.slack.app,
      is_enterprise_install: 'false',
      response_url: this.answerAddress(person, channel),
      trigger_id: this.slack.trigger(person.account),
    };
  }

  pressedInMessage(person: Person, button: SeenButton, message: Message, ephemeral: boolean): Json {
    const { ts, channel } = message;
    return {
      ...this.pressed(person, button),
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral },
      channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'room' },
      ...(!ephemeral && { message: { user: this.slack.botUser, type: 'message', ts, bot_id: this.slack.botId } }),
      state: { values: {} },
      response_url: this.answerAddress(person, channel),
    };
  }

  pressedInView(person: Person, button: SeenButton, view: View): Json {
    return {
      ...this.pressed(person, button),
      container: { type: 'view', view_id: view.id },
      view: this.viewAsSent(view),
    };
  }

  submitted(person: Person, view: View): Json {
    return {
      type: 'view_submission',
      ...this.who(person),
      trigger_id: this.slack.trigger(person.account),
      view: this.viewAsSent(view),
      response_urls: [],
    };
  }

  messageShortcut(person: Person, channel: string, text: string): Json {
    const ts = this.slack.ts();
    return {
      type: 'message_action',
      ...this.who(person),
      action_ts: ts,
      channel: { id: channel, name: 'room' },
      callback_id: 'request_from_message',
      trigger_id: this.slack.trigger(person.account),
      message_ts: ts,
      message: { type: 'message', text: entities(text), user: person.account, ts, team: this.slack.team },
      response_url: this.answerAddress(person, channel),
    };
  }

  private pressed(person: Person, { json, block }: SeenButton): Json {
    const { action_id, text, value, style } = json;
    return {
      type: 'block_actions',
      ...this.who(person),
      trigger_id: this.slack.trigger(person.account),
      actions: [
        {
          action_id,
          block_id: block,
          text,
          value,
          ...(style !== undefined && { style }),
          type: 'button',
          action_ts: this.slack.ts(),
        },
      ],
    };
  }

  private who(person: Person): Json {
    const { team, app } = this.slack;
    const handle = person.account.toLowerCase();
    return {
      user: { id: person.account, username: handle, name: handle, team_id: team },
      api_app_id: app,
      token: 'verification-token',
      team: { id: team, domain: 'fake' },
      enterprise: null,
      is_enterprise_install: false,
    };
  }

  private viewAsSent(view: View): Json {
    return {
      id: view.id,
      team_id: this.slack.team,
      private_metadata: '',
      callback_id: '',
      close: null,
      submit: null,
      ...view.json,
      state: { values: view.values },
      hash: view.hash,
      previous_view_id: null,
      root_view_id: view.id,
      app_id: this.slack.app,
      external_id: '',
      app_installed_team_id: this.slack.team,
      bot_id: this.slack.botId,
    };
  }

  private answerAddress(person: Person, channel: string): string {
    return `${this.origin()}/respond/${this.slack.address(person.account, channel)}`;
  }
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping: clients send what was typed escaped. */
function entities(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
