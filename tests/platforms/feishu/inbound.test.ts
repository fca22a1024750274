/** Every recorded event becomes what the engine hears, or is knowingly ignored. */
import { expect, test } from 'vitest';
import { DirectChats } from '../../../src/bot/platforms/feishu/direct-chats.ts';
import { read } from '../../../src/bot/platforms/feishu/inbound/read.ts';
import { wishToName, wishToValue } from '../../../src/bot/platforms/feishu/wish-code.ts';
import { fixture } from './bench.ts';

const bot = 'ou_bot0000000000000000000000000000';
const tom = 'ou_84aad35d084aa403a838cf73ee18467a';
const message = 'om_5ce6d572455d361153b7cb51da133945';
const chat = 'oc_5ce6d572455d361153b7cb51da133945';
const card = 'om_574d639e4a44e4dd646eaf628e200000';
const cardChat = 'oc_e4d2605ca917e695f54f11aaf5600000';
const reader = () => ({ bot, directs: new DirectChats(10) });
const hear = (name: string) => read(fixture(name), reader());

test('words in a direct chat are heard', () => {
  expect(hear('own-event-receive-p2p-text')).toEqual({
    kind: 'event',
    inbound: {
      kind: 'said',
      key: message,
      speaker: { account: tom },
      text: '我的显示器坏了',
      chat: { id: chat, kind: 'direct' },
      answers: 'post',
    },
  });
});

test('a mention in a group is heard without our name and with the names of others; half a placeholder is left alone', () => {
  expect(hear('own-event-receive-group-bot-mention')).toMatchObject({
    inbound: { kind: 'said', text: '帮我请 @Tom 看看 foo@_user_1x', chat: { id: chat, kind: 'group' } },
  });
});

test('rich text is flattened line by line', () => {
  expect(hear('own-event-receive-post-markdown')).toMatchObject({ inbound: { text: '报修\n三楼打印机 链接' } });
});

test.each([
  'own-event-receive-at-all-no-mentions',
  'own-event-receive-external-sender',
  'own-event-receive-file',
  'own-event-receive-from-bot',
  'own-event-receive-group-12-mentions',
  'own-event-receive-image',
  'own-event-receive-recalled-empty-content',
  'own-event-receive-thread-reply',
])('%s is not for us', (name) => {
  expect(hear(name)).toMatchObject({ kind: 'ignored' });
});

test('twelve mentions are told apart, the tenth is not the first followed by a zero', () => {
  const one = { ...reader(), bot: 'ou_00000000000000000000000000000001' };
  expect(read(fixture('own-event-receive-group-12-mentions'), one)).toMatchObject({
    inbound: { text: '@P2 @P3 @P4 @P5 @P6 @P7 @P8 @P9 @P10 @P11 @P12 hi' },
  });
});

test('a group mention that comes before we know our own id is asked for again', () => {
  const early = { ...reader(), bot: undefined };
  expect(read(fixture('own-event-receive-group-bot-mention'), early)).toEqual({ kind: 'too-early' });
});

const wish = { intent: 'request.approve', input: { number: 'REQ-7', round: 2 } };

function press(action: Record<string, unknown>) {
  const sample = fixture('own-callback-button-value-object') as { event: Record<string, unknown> };
  return read({ ...sample, event: { ...sample.event, action: { tag: 'button', ...action } } }, reader());
}

test('a pressed button says what it wishes, as an object or as text', () => {
  const heard = {
    kind: 'callback',
    inbound: {
      kind: 'pressed',
      key: '5f000000000000000000000000000001',
      speaker: { account: tom },
      wish,
      chat: { id: cardChat, kind: 'group' },
      message: card,
    },
  };
  expect(press({ value: wishToValue(wish) })).toEqual(heard);
  expect(press({ value: JSON.stringify(wishToValue(wish)) })).toEqual(heard);
  expect(press({ value: wishToValue(wish), options: [], checked: false, form_value: {} })).toEqual(heard);
});

const answers = {
  text__title: ' 显示器损坏 ',
  text__details: '',
  text__tags: [],
  number__budget: '100,000',
  number__people: '１２',
  number__days: 'about three',
  date__due: '2026-12-01 +0800',
  date__start: '',
  text__quoted: '2024-04-01 +0800',
};

test('a submitted form carries its wish in the name of the button; empty answers are left out, numbers are numbers', () => {
  const heard = {
    kind: 'callback',
    inbound: {
      kind: 'submitted',
      wish,
      fields: {
        title: '显示器损坏',
        budget: 100000,
        people: 12,
        days: 'about three',
        due: '2026-12-01',
        quoted: '2024-04-01 +0800',
      },
    },
  };
  expect(press({ name: wishToName(wish, 0), form_value: answers })).toMatchObject(heard);
  expect(press({ name: wishToName(wish, 0), value: {}, form_value: answers })).toMatchObject(heard);
  expect(press({ name: 'other', value: wishToValue(wish), form_value: answers })).toMatchObject(heard);
});

test('a form with nothing filled is still a submitted form', () => {
  expect(press({ name: wishToName(wish, 0), form_value: {} })).toMatchObject({
    inbound: { kind: 'submitted', fields: {} },
  });
  expect(press({ name: wishToName(wish, 0) })).toMatchObject({ inbound: { kind: 'submitted', fields: {} } });
});

test.each([
  'own-callback-button-value-object',
  'own-callback-button-value-string',
  'own-callback-checker-standalone',
  'own-callback-date_picker-standalone',
  'own-callback-external-tenant-operator-no-user_id',
  'own-callback-form-submit-all-empty',
  'own-callback-form-submit-no-value',
  'own-callback-form-submit-with-value',
  'own-callback-input-standalone',
  'own-callback-multi_select_static-standalone',
  'own-callback-overflow',
  'own-callback-picker_datetime-standalone-india',
  'own-callback-sdk-zero-values-present',
  'own-callback-select_person-standalone',
  'own-callback-select_static-standalone',
  'own-callback-top-notice-host',
  'own-callback-OLD-card.action.trigger_v1',
])('%s is of a card that is not ours', (name) => {
  expect(hear(name)).toMatchObject({ kind: 'ignored' });
});

const event = (type: string, content: unknown) => ({ header: { event_id: 'e1', event_type: type }, event: content });

test('a menu entry is the word it is named after, said in the direct chat', () => {
  const content = { operator: { operator_id: { open_id: tom } }, event_key: 'my', timestamp: 1795395154 };
  expect(read(event('application.bot.menu_v6', content), reader())).toEqual({
    kind: 'event',
    inbound: {
      kind: 'said',
      key: 'e1',
      speaker: { account: tom },
      text: 'my',
      chat: { id: tom, kind: 'direct' },
      answers: 'post',
    },
  });
});

test('whoever opens the direct chat has arrived, and the chat is known as direct from then on', () => {
  const directs = new DirectChats(10);
  const content = { chat_id: cardChat, operator_id: { open_id: tom } };
  expect(read(event('im.chat.access_event.bot_p2p_chat_entered_v1', content), { bot, directs })).toMatchObject({
    inbound: { kind: 'arrived', at: 'direct', chat: { id: cardChat, kind: 'direct' } },
  });
  expect(directs.has(cardChat)).toBe(true);
});

test('an id that could change the path of a later call is malformed', () => {
  const content = { chat_id: 'oc_x/../../y', operator_id: { open_id: tom } };
  expect(read(event('im.chat.access_event.bot_p2p_chat_entered_v1', content), reader())).toEqual({ kind: 'malformed' });
});

test.each([
  [{}],
  [{ type: 'event_callback', token: 't', event: { type: 'p2p_chat_create' } }],
  [event('contact.user.created_v3', {})],
])('what we did not ask for is ignored: %j', (envelope) => {
  expect(read(envelope, reader())).toMatchObject({ kind: 'ignored' });
});

test('only the newest direct chats are remembered', () => {
  const directs = new DirectChats(2);
  for (const id of ['oc_1', 'oc_2', 'oc_1', 'oc_3']) directs.remember(id);
  expect(['oc_1', 'oc_2', 'oc_3'].map((id) => directs.has(id))).toEqual([true, false, true]);
});
