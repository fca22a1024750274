/** The methods of the Web API that the bot may call, as strict as the real ones. */
import { checkBlocks, checkMetadata, checkView } from './checker/blocks.ts';
import { type Breach, inWords, isObject, type Json } from './checker/checks.ts';
import { checkFiles } from './files.ts';
import { Refusal } from './refusal.ts';
import { isSaid, wordsOf } from './seeing.ts';
import type { View, Workspace } from './workspace.ts';

type Method = (slack: Workspace, args: Json) => Json;

const editWindowDays = 14;
const summaryMax = 4000;
const stackMax = 3;

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': (slack) => ({
    url: 'https://fake.slack.com/',
    team: 'fake',
    user: 'steward',
    team_id: slack.team,
    user_id: slack.botUser,
    bot_id: slack.botId,
    is_enterprise_install: false,
  }),

  'chat.postMessage': (slack, args) => {
    const person = slack.people.get(string(args, 'channel'));
    const channel = person ? person.direct : known(slack, string(args, 'channel'));
    const picture = pictureIn(slack, args, 'chat.postMessage');
    const { metadata } = args;
    if (metadata !== undefined)
      complain(slack, 'chat.postMessage', checkMetadata(metadata, '/metadata'), 'invalid_metadata_format');
    if (args['unfurl_links'] !== false && /https?:/.test(JSON.stringify(args)))
      slack.breach('chat.postMessage unfurls links');
    if (!slack.pace(channel)) slack.breach(`chat.postMessage faster than one a second into ${channel}`);
    const ts = slack.ts();
    slack.messages.push({ ts, channel, ...picture, ...(isObject(metadata) && { metadata }), edited: 0, ageDays: 0 });
    slack.posted += 1;
    return { channel, ts, message: { type: 'message', user: slack.botUser, bot_id: slack.botId, ts, ...picture } };
  },

  'chat.update': (slack, args) => {
    const channel = known(slack, string(args, 'channel'));
    const message = slack.messages.find((one) => one.channel === channel && one.ts === args['ts']);
    if (!message) throw new Refusal('message_not_found');
    if (message.author !== undefined) throw new Refusal('cant_update_message');
    if (message.ageDays >= editWindowDays) throw new Refusal('edit_window_closed');
    const { text, blocks } = pictureIn(slack, args, 'chat.update');
    if (text.length > summaryMax) throw new Refusal('msg_too_long');
    message.text = text;
    message.blocks = blocks;
    message.edited += 1;
    return { channel, ts: message.ts, text };
  },

  'chat.postEphemeral': (slack, args) => {
    const channel = known(slack, string(args, 'channel'));
    const account = string(args, 'user');
    if (!slack.membersOf(channel)?.has(account)) throw new Refusal('user_not_in_channel');
    return { message_ts: whisper(slack, account, channel, pictureIn(slack, args, 'chat.postEphemeral')) };
  },

  'conversations.open': (slack, args) => {
    const person = slack.people.get(string(args, 'users'));
    if (!person) throw new Refusal('user_not_found');
    return { channel: { id: person.direct } };
  },

  'conversations.info': (slack, args) => {
    const channel = known(slack, string(args, 'channel'));
    return { channel: { id: channel, is_im: channel.startsWith('D'), is_member: true } };
  },

  'conversations.history': (slack, args) => {
    const channel = known(slack, string(args, 'channel'));
    const oldest = Number(args['oldest'] ?? 0);
    const found = slack.messages.filter((one) => one.channel === channel && Number(one.ts) >= oldest).toReversed();
    const start = Number(args['cursor'] ?? 0);
    const end = start + Math.min(Number(args['limit'] ?? 100), 999);
    const all = String(args['include_all_metadata']) === 'true';
    return {
      messages: found.slice(start, end).map(({ ts, author, text, metadata }) => ({
        type: 'message',
        ts,
        text,
        user: author ?? slack.botUser,
        ...(author === undefined && { bot_id: slack.botId }),
        ...(all && metadata && { metadata }),
      })),
      has_more: end < found.length,
      ...(end < found.length && { response_metadata: { next_cursor: String(end) } }),
    };
  },

  'users.lookupByEmail': (slack, args) => {
    const email = string(args, 'email').toLowerCase();
    const person = [...slack.people.values()].find(({ profile }) => profile.email?.toLowerCase() === email);
    if (!person) throw new Refusal('users_not_found');
    return { user: { id: person.account, name: person.account.toLowerCase(), profile: { email } } };
  },
  'users.info': (slack, args) => {
    const person = slack.people.get(string(args, 'user'));
    if (!person) throw new Refusal('user_not_found');
    const { name, email, locale, zone } = person.profile;
    const asked = String(args['include_locale']) === 'true';
    return {
      user: {
        id: person.account,
        name: person.account.toLowerCase(),
        real_name: name,
        tz: zone,
        ...(asked && { locale }),
        profile: { real_name: name, display_name: '', email },
      },
    };
  },

  'views.open': (slack, args) => {
    const account = redeem(slack, string(args, 'trigger_id'));
    return { view: seen(shown(slack, account, viewIn(slack, args, 'views.open', 'modal'), 'open')) };
  },

  'views.push': (slack, args) => {
    const account = redeem(slack, string(args, 'trigger_id'));
    return { view: seen(shown(slack, account, viewIn(slack, args, 'views.push', 'modal'), 'push')) };
  },

  'views.update': (slack, args) => {
    const json = viewIn(slack, args, 'views.update', 'modal');
    const entry = [...slack.stacks].find(([, stack]) => stack.some((view) => view.id === args['view_id']));
    const view = entry?.[1].find((one) => one.id === args['view_id']);
    if (!entry || !view) throw new Refusal('not_found');
    if (args['hash'] !== undefined && args['hash'] !== view.hash) throw new Refusal('hash_conflict');
    slack.redraw(view, json);
    announce(slack, entry[0], view);
    return { view: seen(view) };
  },

  'views.publish': (slack, args) => {
    const account = string(args, 'user_id');
    if (!slack.people.has(account)) throw new Refusal('user_not_found');
    const json = viewIn(slack, args, 'views.publish', 'home');
    const old = slack.homes.get(account);
    if (args['hash'] !== undefined && args['hash'] !== old?.hash) throw new Refusal('hash_conflict');
    const view = old ?? slack.view(json);
    slack.redraw(view, json);
    slack.homes.set(account, view);
    return { view: seen(view) };
  },
};

/** A line for one person alone, by whichever way it came. */
export function whisper(
  slack: Workspace,
  account: string,
  channel: string,
  picture: { text: string; blocks: readonly Json[] },
): string {
  const ts = slack.ts();
  slack.ephemerals.push({ for: account, ts, channel, ...picture, edited: 0, ageDays: 0 });
  slack.tell(account, picture.blocks.length > 0 ? wordsOf(picture.blocks) : picture.text);
  return ts;
}

/** Text and blocks, checked; whoever posts must also say what notifications show. */
export function pictureIn(slack: Workspace, args: Json, where: string): { text: string; blocks: readonly Json[] } {
  const text = typeof args['text'] === 'string' ? args['text'] : '';
  const blocks = Array.isArray(args['blocks']) ? args['blocks'].filter(isObject) : [];
  if (args['blocks'] !== undefined && !Array.isArray(args['blocks'])) throw new Refusal('invalid_blocks_format');
  if (text.trim() === '') slack.breach(`${where} without a text for notifications`);
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (/<[!@#]/.test(text)) slack.breach(`${where}: the text pings somebody`);
  if (blocks.length > 0 && slack.rules.refusesBlocks) throw new Refusal('invalid_blocks');
  if (blocks.length > 0) complain(slack, where, checkBlocks(blocks, 'message'), 'invalid_blocks');
  const { unknown, refused } = checkFiles(slack, blocks);
  complain(slack, where, unknown, 'invalid_blocks');
  if (refused.length > 0)
    throw new Refusal('invalid_blocks', { response_metadata: { messages: refused.map(inWords) } });
  return { text, blocks };
}

/** Opens a view, on top of the others or in their place. */
export function shown(slack: Workspace, account: string, json: Json, how: 'open' | 'push'): View {
  const view = slack.view(json);
  const stack = how === 'open' ? [] : (slack.stacks.get(account) ?? []);
  if (stack.length >= stackMax) throw new Refusal('push_limit_reached');
  slack.stacks.set(account, [...stack, view]);
  announce(slack, account, view);
  return view;
}

/** A modal that asks nothing tells something. */
export function announce(slack: Workspace, account: string, view: View): void {
  if (isSaid(view.json)) slack.tell(account, wordsOf(view.json['blocks']));
}

export function viewIn(slack: Workspace, args: Json, where: string, type: 'modal' | 'home'): Json {
  const { view } = args;
  complain(slack, where, checkView(view), 'invalid_arguments');
  if (!isObject(view) || view['type'] !== type) throw new Refusal('invalid_arguments');
  return view;
}

function complain(slack: Workspace, where: string, found: readonly Breach[], error: string): void {
  if (found.length === 0) return;
  const messages = found.map(inWords);
  for (const words of messages) slack.breach(`${where}: ${words}`);
  throw new Refusal(error, { response_metadata: { messages } });
}

function redeem(slack: Workspace, id: string): string {
  const trigger = slack.triggers.get(id);
  if (!trigger) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (Date.now() - trigger.at >= slack.rules.triggerMs) throw new Refusal('expired_trigger_id');
  trigger.used = true;
  return trigger.account;
}

function known(slack: Workspace, channel: string): string {
  if (!slack.membersOf(channel)) throw new Refusal('channel_not_found');
  return channel;
}

function string(args: Json, name: string): string {
  const value = args[name];
  if (typeof value !== 'string' || value === '') throw new Refusal('invalid_arguments', { needed: name });
  return value;
}

function seen(view: View): Json {
  return { id: view.id, hash: view.hash, ...view.json };
}
