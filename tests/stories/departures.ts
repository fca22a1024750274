/** What a chat's own directory tells the bot when somebody's account is gone. */
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { SlackFake } from '../fakes/slack/slack-fake.ts';
import type { World } from '../support/world.ts';
import { slackHeaders } from './old-cards.ts';

/** https://docs.slack.dev/reference/events/user_change */
async function onSlack(fake: SlackFake, botUrl: string, account: string, id: string): Promise<void> {
  const event = {
    type: 'user_change',
    user: { id: account, deleted: true, name: 'gone' },
    event_ts: '1764050000.000100',
  };
  const body = JSON.stringify({ type: 'event_callback', event_id: id, event });
  const headers = {
    'content-type': 'application/json',
    ...slackHeaders(body, fake.settings['SLACK_SIGNING_SECRET'] ?? ''),
  };
  await fetch(`${botUrl}/slack/events`, { method: 'POST', headers, body });
}

/** https://open.feishu.cn/document/server-docs/contact-v3/user/events/deleted */
function feishuEvent(fake: FakeFeishu, account: string): () => Promise<unknown> {
  const object = { open_id: account, user_id: 'b6c1', status: { is_resigned: true } };
  const sealed = fake.courier.seal('contact.user.deleted_v3', { object });
  return () => fake.courier.carry('/feishu/events', sealed);
}

export async function leavesTheDirectory(world: World, account: string): Promise<void> {
  const { chat, botUrl } = world;
  const id = `Ev${Math.random().toString(36).slice(2).toUpperCase()}`;
  const tell = chat instanceof FakeFeishu ? feishuEvent(chat, account) : undefined;
  await world.after(async () => {
    for (let times = 0; times < (world.deliver === 'twice' ? 2 : 1); times += 1) {
      if (chat instanceof SlackFake) await onSlack(chat, botUrl, account, id);
      await tell?.();
    }
    return 200;
  });
}
