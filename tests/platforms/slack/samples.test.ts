/** Every recorded body of Slack, read: what the bot hears of it, or that it hears nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Body } from '../../../src/bot/platforms/slack/inbound/body.ts';
import { readGesture } from '../../../src/bot/platforms/slack/inbound/read.ts';
import { buttonValue, formMemory } from '../../../src/bot/platforms/slack/wish-codec.ts';

const folder = new URL('../../fixtures/slack/samples/', import.meta.url);
const sample = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Body;
/** Some recordings are of other bots: who the bot is there. */
const read = (body: Body, bot = 'U00FAKEBOT01') => readGesture(body, bot);

const said: Readonly<Record<string, { readonly bot?: string; readonly inbound: object }>> = {
  'event.app_mention.same-ts-as-message.json': {
    inbound: { key: 'msg:C00FAKECHAN1:1766458026.240809', text: '1', chat: { id: 'C00FAKECHAN1', kind: 'group' } },
  },
  'event.message.channel.json': {
    inbound: { key: 'msg:C00FAKECHAN1:1766458026.240809', text: '1', chat: { id: 'C00FAKECHAN1', kind: 'group' } },
  },
  'event.app_mention.with-file.json': { inbound: { text: "[AI] I don't really understand this explanation." } },
  'event.message.im.json': {
    inbound: {
      kind: 'said',
      key: 'msg:D0ACX51K95H:1771442483.260129',
      speaker: { account: 'U0ADXQT6CRW' },
      text: 'hello hello',
      chat: { id: 'D0ACX51K95H', kind: 'direct' },
      answers: 'post',
    },
  },
  'event.org.message.json': { bot: 'W222', inbound: { text: '', speaker: { account: 'W111' } } },
  'event.slack-connect.app_mention.json': { bot: 'U123', inbound: { text: 'hey', speaker: { account: 'U234' } } },
  'event.app_home_opened.json': {
    inbound: {
      kind: 'arrived',
      key: 'event:Ev0AGENTHOME1',
      speaker: { account: 'U00FAKEUSER1' },
      at: 'direct',
      chat: { id: 'D00FAKEDM001', kind: 'direct' },
    },
  },
  'slash_command.args.json': {
    inbound: {
      kind: 'said',
      key: 'command:10520020890661.10229338706656.2e2188a074adf3bf9f8456b30180f405',
      text: 'some arguments here',
      answers: 'reply',
    },
  },
  'slash_command.json': { inbound: { kind: 'said', text: '', speaker: { account: 'U00FAKEUSER2' } } },
};

/** Buttons, forms and shortcuts of other bots, events that mean nothing here, and the frames around the protocol. */
const silent = [
  'block_actions.ephemeral.button.json',
  'block_actions.message.button.json',
  'block_actions.message.radio_buttons.json',
  'block_actions.message.static_select.json',
  'block_actions.message.with-state.json',
  'block_actions.org-wide-install.json',
  'block_actions.thread.button.json',
  'block_actions.view.button.json',
  'block_suggestion.message.json',
  'block_suggestion.view.json',
  'event.app_context_changed.json',
  'event.app_uninstalled.json',
  'event.member_joined_channel.json',
  'event.message.bot_message.json',
  'event.message.file_share.json',
  'event.message.message_changed.json',
  'event.message.message_deleted.json',
  'event.message.own-bot-message-in-thread.json',
  'event.message.thread-reply-by-user.json',
  'event.message.thread_broadcast.json',
  'event.message.via-response_url.json',
  'event.org.team_access_granted.json',
  'event.reaction_added.json',
  'event.slack-connect.message.json',
  'event.tokens_revoked.json',
  'http.app_rate_limited.json',
  'http.url_verification.json',
  'shortcut.global.json',
  'shortcut.message_action.json',
  'view_closed.json',
  'view_closed.slack-connect.other-side-user.json',
  'view_submission.json',
  'view_submission.org-wide-install.json',
  'view_submission.private_metadata.json',
  'view_submission.response_urls.json',
  'view_submission.slack-connect.other-side-user.json',
];

test('every recorded body has an expectation here', () => {
  const files = readdirSync(folder).filter((name) => !name.startsWith('webapi.'));
  expect([...Object.keys(said), ...silent].toSorted()).toEqual(files.toSorted());
});

describe('what is heard', () => {
  test.each(Object.entries(said))('%s', (name, { bot, inbound }) => {
    expect(read(sample(name), bot)).toMatchObject({ heard: true, inbound });
  });
});

describe('what is not', () => {
  test.each(silent)('%s', (name) => {
    expect(read(sample(name))).toMatchObject({ heard: false });
  });
});

describe('the same recordings with a picture of ours in them', () => {
  const wish = { intent: 'request.take', input: { request: 'REQ-7' } };
  const pressedOurs = (name: string): Body => {
    const body = sample(name);
    const [action] = body['actions'] as readonly object[];
    return { ...body, actions: [{ ...action, action_id: 'request.take#3', value: buttonValue(wish) }] };
  };

  test('a button in a thread names its message and chat', () => {
    expect(read(pressedOurs('block_actions.message.button.json'))).toMatchObject({
      inbound: {
        kind: 'pressed',
        key: 'press:10518733222661.3901254001572.936ae4d48e9645d620cee6cdf8af6692',
        speaker: { account: 'U00FAKEUSER1' },
        wish,
        chat: { id: 'C00FAKECHAN1', kind: 'group' },
        message: '1771287149.605429',
      },
      way: { kind: 'press', answerAt: expect.stringContaining('https://hooks.slack.com/') as string },
    });
  });

  test('a button in an ephemeral names no message, because it cannot be edited later', () => {
    const gesture = read(pressedOurs('block_actions.ephemeral.button.json'));
    expect(gesture).toMatchObject({ inbound: { wish, chat: { id: 'C00FAKECHAN3' } } });
    expect(gesture.heard && 'message' in gesture.inbound).toBe(false);
  });

  test('a button on the home page has neither message nor chat', () => {
    const gesture = read(pressedOurs('block_actions.view.button.json'));
    expect(gesture).toMatchObject({ inbound: { kind: 'pressed', wish, speaker: { account: 'U123' } } });
    expect(gesture.heard && 'chat' in gesture.inbound).toBe(false);
  });

  test('a press without a trigger is still told apart, by its time, person and message', () => {
    const { trigger_id: _, ...body } = pressedOurs('block_actions.org-wide-install.json');
    expect(read(body)).toMatchObject({ inbound: { key: 'press:1643113877.645417:W111:1643113871.000700' } });
  });

  test('a submitted form gives back its wish, its place and its answers', () => {
    const body = sample('view_submission.json');
    const memory = formMemory(wish, { chat: { id: 'C1', kind: 'group' }, message: '1.2' });
    const view = { ...(body['view'] as object), private_metadata: memory };
    expect(read({ ...body, view })).toMatchObject({
      inbound: {
        kind: 'submitted',
        key: expect.stringMatching(/^view:V0AB2P1M2HX:1769220166\.YVocmHYs:[0-9a-f]{16}$/) as string,
        wish,
        fields: { message: 'Hello!', category: 'feature', email: 'user@example.com' },
        chat: { id: 'C1', kind: 'group' },
        message: '1.2',
      },
      way: { view: { inputs: ['message', 'category', 'email'] } },
    });
  });

  test('a file with a mention is heard, and so is a reply that is also shown in the channel', () => {
    for (const name of ['event.message.file_share.json', 'event.message.thread_broadcast.json']) {
      const body = sample(name);
      const event = { ...(body['event'] as object), text: '<@U00FAKEBOT01> Hi there!' };
      expect(read({ ...body, event })).toMatchObject({ inbound: { kind: 'said', text: 'Hi there!' } });
    }
  });

  test('the shortcut on a message carries its words as title', () => {
    const body = { ...sample('shortcut.message_action.json'), callback_id: 'request_from_message' };
    expect(read(body)).toMatchObject({
      inbound: { kind: 'pressed', wish: { intent: 'request.start', input: { title: '@W222 test' } } },
    });
  });

  test('opening the home page is told apart from opening the direct chat', () => {
    const body = sample('event.app_home_opened.json');
    const event = { ...(body['event'] as object), tab: 'home' };
    expect(read({ ...body, event })).toMatchObject({ inbound: { kind: 'arrived', at: 'home' } });
  });
});
