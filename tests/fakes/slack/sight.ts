/** Which buttons a person can press now. */
import { buttonsOf, isSaid, type SeenButton } from './seeing.ts';
import type { Message, View, Workspace } from './workspace.ts';

/** Where a button was found. */
export type Spot = {
  readonly button: SeenButton;
  readonly in: { readonly view: View } | { readonly message: Message; readonly ephemeral: boolean };
};

/** Every button in sight, nearest first: the open modal, then messages from the newest, then the home page. */
export function spots(slack: Workspace, account: string, message?: string): readonly Spot[] {
  const channels = slack.channelsOf(account);
  const own = slack.ephemerals.filter((one) => one.for === account).map((one) => ({ message: one, ephemeral: true }));
  const common = slack.messages
    .filter((one) => one.author === undefined && channels.has(one.channel))
    .map((one) => ({ message: one, ephemeral: false }));
  const messages = [...own, ...common]
    .filter((one) => message === undefined || one.message.ts === message)
    .toSorted((a, b) => serial(b.message) - serial(a.message))
    .flatMap((place) => buttonsOf(place.message.blocks).map((button) => ({ button, in: place })));
  if (message !== undefined) return messages;
  const modal = slack.stacks.get(account)?.findLast((view) => !isSaid(view.json));
  return [...inView(modal), ...messages, ...inView(slack.homes.get(account))];
}

function inView(view: View | undefined): readonly Spot[] {
  return view ? buttonsOf(view.json['blocks']).map((button) => ({ button, in: { view } })) : [];
}

function serial({ ts }: Message): number {
  return Number(ts.split('.')[1]);
}
