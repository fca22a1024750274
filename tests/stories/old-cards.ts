/** Presses on cards that are gone, copied or forwarded: a gesture signed by the platform, of a person who is really there, with a wish from anywhere. */
import { createHmac } from 'node:crypto';
import type { Wish } from '../../src/bot/cards/card.ts';
import { wishToValue } from '../../src/bot/platforms/feishu/wish-code.ts';
import { actionId, buttonValue } from '../../src/bot/platforms/slack/wish-codec.ts';
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import type { Someone, World } from '../support/world.ts';

/** Where a card can be copied at all: the playground looks every wish up in the message it kept. */
export const wherePressesTravel = { platforms: ['slack', 'feishu'] } as const;

/** Signs a body as Slack does. */
export function slackHeaders(body: string, secret: string, at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

async function onSlack(fake: SlackFake, botUrl: string, account: string, wish: Wish): Promise<string> {
  const before = fake.told(account).length;
  const channel = `D${account.slice(1)}`;
  const payload = {
    type: 'block_actions',
    user: { id: account, name: account.toLowerCase() },
    channel: { id: channel },
    container: { type: 'message', message_ts: '1000000000.000001', channel_id: channel },
    actions: [
      { type: 'button', action_id: actionId(wish, 0), value: buttonValue(wish), action_ts: `${Math.random()}` },
    ],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const signed = slackHeaders(body, fake.settings['SLACK_SIGNING_SECRET'] ?? '');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signed };
  await fetch(`${botUrl}/slack/events`, { method: 'POST', headers, body });
  return fake.told(account).slice(before).join('\n');
}

async function onFeishu(fake: FakeFeishu, account: string, wish: Wish): Promise<string> {
  const event = {
    operator: { tenant_key: 'faketenant000000', open_id: account },
    token: 'c-copied',
    action: { tag: 'button', value: wishToValue(wish) },
    host: 'im_message',
    context: { open_message_id: 'om_copied', open_chat_id: 'oc_elsewhere' },
  };
  const { body } = await fake.courier.carry('/feishu/cards', fake.courier.seal('card.action.trigger', event));
  return (body as { toast?: { content?: string } }).toast?.content ?? '';
}

/** Answers what the person was told. */
export async function pressesOldCard(world: World, by: Someone, wish: Wish): Promise<string> {
  const { chat } = world;
  return world.after(() => {
    if (chat instanceof SlackFake) return onSlack(chat, world.botUrl, by.account, wish);
    if (chat instanceof FakeFeishu) return onFeishu(chat, by.account, wish);
    throw new Error(`a press cannot be copied on ${chat.name}`);
  });
}
