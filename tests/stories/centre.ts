/** The approval centre in a story: what stands there, and presses after which the bot has sent all that is due. */
import type { ApprovalCentre, PressOptions } from '../fakes/feishu/approval-centre.ts';
import type { TaskInHand, Verdict } from '../fakes/feishu/approval-lists.ts';
import { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { cast, type Name } from '../support/cast.ts';
import type { World } from '../support/world.ts';

export const account = (name: Name): string => cast[name].accounts.feishu;

export function feishuOf(world: World): FakeFeishu {
  const chat = world.chatOn('feishu');
  if (!(chat instanceof FakeFeishu)) throw new Error('this story needs Feishu');
  return chat;
}

export function centreOf(world: World): {
  readonly centre: ApprovalCentre;
  readonly pending: (name: Name, approval: string) => TaskInHand;
  readonly presses: (name: Name, task: TaskInHand, verdict: Verdict, options?: PressOptions) => Promise<number>;
  readonly told: (name: Name) => string | undefined;
} {
  const { centre } = feishuOf(world);
  return {
    centre,
    pending: (name, approval) => centre.pending(account(name), approval),
    presses: (name, task, verdict, options) =>
      world.after(() => centre.presses(account(name), task, verdict, { deliver: world.deliver, ...options })),
    told: (name) => feishuOf(world).told(account(name)).at(-1),
  };
}

export const stateOf = async (world: World, number: string): Promise<unknown> =>
  (await world.rows<{ state: string }>('SELECT state FROM v_records WHERE number = $1', [number]))[0]?.state;
