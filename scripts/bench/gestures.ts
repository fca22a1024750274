/** Signed gestures as the platforms send them, ready to be written to a socket: built before anything is timed. */
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

export type Keys = {
  readonly signingSecret: string;
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
};
export type Gesture = { readonly path: string; readonly head: string; readonly body: string };

export const keys: Keys = {
  signingSecret: 'bench-signing-secret',
  appId: 'cli_bench0000000000',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-verification-token',
};

/** Everybody has one account: even ones on Slack, odd ones on Feishu. */
export function accountOf(n: number): string {
  return n % 2 === 0 ? `U0P${n}` : `ou_p${n}`;
}
export const isSlack = (n: number): boolean => n % 2 === 0;

export function directChatOf(n: number): string {
  return isSlack(n) ? `D0P${n}` : `oc_p2p${n}`;
}

const seconds = (): string => String(Math.floor(Date.now() / 1000));

function slack(body: string, type: string): Gesture {
  const at = seconds();
  const signature = createHmac('sha256', keys.signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const head = `content-type: ${type}\r\nx-slack-request-timestamp: ${at}\r\nx-slack-signature: v0=${signature}\r\n`;
  return { path: '/slack/events', head, body };
}

const interaction = (payload: object): Gesture =>
  slack(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'application/x-www-form-urlencoded');

function feishu(path: string, type: string, event: object): Gesture {
  const { appId: app_id, verificationToken: token, encryptKey } = keys;
  const header = { event_id: randomBytes(16).toString('hex'), token, event_type: type, tenant_key: 't', app_id };
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  const text = JSON.stringify({ schema: '2.0', header, event });
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
  const body = JSON.stringify({ encrypt: sealed });
  const [at, nonce] = [seconds(), randomBytes(8).toString('hex')];
  const signature = createHash('sha256').update(`${at}${nonce}${encryptKey}${body}`).digest('hex');
  const head = `content-type: application/json\r\nx-lark-request-timestamp: ${at}\r\nx-lark-request-nonce: ${nonce}\r\nx-lark-signature: ${signature}\r\n`;
  return { path, head, body };
}

/** Unlike any other of this run. */
const fresh = (): string => randomBytes(8).toString('hex');

const who = (account: string) => ({
  user: { id: account, name: account, team_id: 'T0' },
  team: { id: 'T0', domain: 'bench' },
  api_app_id: 'A0',
  token: 'x',
  trigger_id: `${fresh()}.trigger`,
});

/** Somebody types words to the bot. */
export function said(n: number, text: string): Gesture {
  const account = accountOf(n);
  if (!isSlack(n)) {
    const sender = { sender_id: { open_id: account }, sender_type: 'user' };
    const message = {
      ...{ message_id: `om_${fresh()}`, chat_id: directChatOf(n), chat_type: 'p2p', message_type: 'text' },
      content: JSON.stringify({ text }),
    };
    return feishu('/feishu/events', 'im.message.receive_v1', { sender, message });
  }
  const ts = `${seconds()}.${fresh()}`;
  const event = {
    type: 'message',
    user: account,
    ts,
    text,
    channel: directChatOf(n),
    channel_type: 'im',
    event_ts: ts,
  };
  const authorizations = [{ team_id: 'T0', user_id: 'U0BOT', is_bot: true }];
  const body = {
    type: 'event_callback',
    team_id: 'T0',
    api_app_id: 'A0',
    event_id: `Ev${fresh()}`,
    event,
    authorizations,
  };
  return slack(JSON.stringify(body), 'application/json');
}

const wish = { intent: 'request.submit', input: { service: 'market-research', title: 'x' } };

/** Somebody sends the filled intake form, which stands as `message` in their direct chat. */
export function submitted(n: number, title: string, message: string): Gesture {
  const account = accountOf(n);
  if (!isSlack(n)) {
    const code = Buffer.from(JSON.stringify({ i: wish.intent, d: wish.input })).toString('base64url');
    const form_value = {
      text___title: title,
      text__background: '客户计划进入华东',
      number__budget: '50000',
      text___client: 'globex',
    };
    const action = { tag: 'button', name: `submit0.${code}`, form_value };
    const context = { open_message_id: message, open_chat_id: directChatOf(n) };
    return feishu('/feishu/cards', 'card.action.trigger', { operator: { open_id: account }, action, context });
  }
  const typed = (value: string) => ({ answer: { type: 'plain_text_input', value } });
  const values = {
    _title: typed(title),
    background: typed('客户计划进入华东'),
    budget: { answer: { type: 'number_input', value: '50000' } },
    _client: { answer: { type: 'static_select', selected_option: { value: 'globex' } } },
  };
  const blocks = Object.keys(values).map((block_id) => ({ type: 'input', block_id }));
  const view = {
    ...{
      id: `V${fresh()}`,
      hash: fresh(),
      type: 'modal',
      callback_id: wish.intent,
      title: { type: 'plain_text', text: 'x' },
      blocks,
    },
    ...{
      private_metadata: JSON.stringify({ wish, chat: { id: directChatOf(n), kind: 'direct' }, message }),
      state: { values },
    },
  };
  return interaction({ type: 'view_submission', ...who(account), view });
}

/** Somebody presses a button of a card. */
export function pressed(n: number, intent: string, input: Record<string, string>, message: string): Gesture {
  const account = accountOf(n);
  if (!isSlack(n)) {
    const action = { tag: 'button', value: { i: intent, d: input } };
    const context = { open_message_id: message, open_chat_id: directChatOf(n) };
    return feishu('/feishu/cards', 'card.action.trigger', { operator: { open_id: account }, action, context });
  }
  const actions = [
    { type: 'button', action_id: `${intent}#0`, block_id: 'b', value: JSON.stringify({ input }), action_ts: fresh() },
  ];
  const container = { type: 'message', message_ts: message, channel_id: directChatOf(n), is_ephemeral: false };
  return interaction({ type: 'block_actions', ...who(account), container, channel: { id: directChatOf(n) }, actions });
}
