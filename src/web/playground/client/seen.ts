/** Which conversations hold something their person has not looked at. Kept in this browser only: it is nobody else's business. */
import { fact } from './wire.ts';

type Newest = Readonly<Record<string, string>>;

const keyOf = (owner: string, chat: string): string => `steward:seen:${owner}:${chat}`;

function look(owner: string, chat: string, newest: string | undefined): boolean {
  return newest !== undefined && localStorage.getItem(keyOf(owner, chat)) !== newest;
}

export function markUnread(newest: Newest): void {
  const mine = newest[fact('chat')];
  if (mine !== undefined && document.visibilityState === 'visible') {
    localStorage.setItem(keyOf(fact('as'), fact('chat')), mine);
  }
  for (const link of document.querySelectorAll<HTMLElement>('a[data-chat][data-owner]')) {
    const { owner = '', chat = '' } = link.dataset;
    const dot = link.querySelector<HTMLElement>('.dot');
    if (dot) dot.hidden = !look(owner, chat, newest[chat]);
  }
  const waiting = document.querySelector('.sidebar .dot:not([hidden])') !== null;
  const tab = document.querySelector<HTMLElement>('[data-pane-to="chats"] .dot');
  if (tab) tab.hidden = !waiting;
  // Somebody else's news: a hint on the switch itself.
  document
    .querySelector('.who')
    ?.classList.toggle('news', document.querySelector('.people .dot:not([hidden])') !== null);
}
