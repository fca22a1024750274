/** The list of the person's conversations. */
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import type { Conversation } from './conversations.ts';
import { icon, mark } from './mark.ts';
import { href, type View } from './view.ts';

function sign(kind: Conversation['kind']): Html {
  if (kind === 'direct') return mark();
  return html`<span class="sign">${icon(kind === 'home' ? 'home' : 'room')}</span>`;
}

function entry(view: View, { chat, kind, name, note }: Conversation): Html {
  const current = chat === view.open.chat ? html` aria-current="page"` : '';
  return html`<li><a class="conversation" href="${href(view, { in: chat })}" data-owner="${view.persona.account}" data-chat="${chat}"${current}>${sign(kind)}<span class="persona-words"><span class="persona-name">${name}</span><span class="persona-note">${note}</span></span><span class="dot" hidden><span class="vh">${view.words.unread}</span></span></a></li>`;
}

export function drawSidebar(view: View): Html {
  const { words, conversations } = view;
  return html`<nav class="sidebar pane" id="pane-chats" aria-label="${words.conversations}"><h2>${words.conversations}</h2><ul>${conversations.map((each) => entry(view, each))}</ul></nav>`;
}
