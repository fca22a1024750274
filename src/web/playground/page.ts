/** The whole page: top bar, conversations, conversation, side panel. Everything that changes later is repainted by the stream. */
import { raw } from 'hono/html';
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import type { KeptMessage } from '../../bot/ports/chat-memory.ts';
import { drawComposer } from './composer.ts';
import { icon, mark } from './mark.ts';
import { drawPanel, type Happened } from './panel.ts';
import { drawSidebar } from './sidebar.ts';
import { drawSwitcher } from './switcher.ts';
import { drawTimeline } from './timeline.ts';
import { drawTour } from './tour.ts';
import { href, type View } from './view.ts';
import { pageWords } from './words.ts';

export type PageFacts = {
  readonly view: View;
  readonly messages: readonly KeptMessage[];
  readonly happened: Happened;
  readonly now: Date;
  /** Words to put into the composer at first. */
  readonly say: string;
  /** The browser's code, fetched all at once. */
  readonly modules: readonly string[];
};

function drawTop(view: View): Html {
  const { words, firm, locale, open } = view;
  const other = locale === 'zh-CN' ? 'en-US' : 'zh-CN';
  return html`<header class="top"><a class="brand" href="${href(view, {})}">${mark()}<span class="brand-words"><h1 class="brand-name">${words.product}</h1><span class="brand-note">${firm.name} · ${words.playground}</span></span></a>
<div class="top-tools"><button type="button" class="tool" data-tour-show hidden>${icon('compass')}<span>${words.tour.show}</span></button><a class="tool" href="${href(view, { in: open.chat, lang: other })}" hreflang="${other}" lang="${other}">${icon('globe')}<span>${pageWords[other].language}</span></a><button type="button" class="tool panel-toggle" data-panel-toggle aria-controls="pane-panel" aria-expanded="true" aria-label="${words.hidePanel}" data-hide="${words.hidePanel}" data-show="${words.showPanel}">${icon('panel')}</button>${drawSwitcher(view)}</div></header>`;
}

/** Only at phone width: the three panes as tabs at the bottom. */
function drawTabbar({ words }: View): Html {
  const panes = [
    ['chats', 'chat', words.chats],
    ['talk', 'room', words.talk],
    ['panel', 'activity', words.tab.events],
  ] as const;
  return html`<nav class="tabbar" aria-label="${words.playground}">${panes.map(
    ([pane, sign, name]) =>
      html`<button type="button" data-pane-to="${pane}" aria-controls="pane-${pane}" aria-pressed="${pane === 'talk' ? 'true' : 'false'}">${icon(sign)}<span>${name}</span><span class="dot" hidden></span></button>`,
  )}</nav>`;
}

function drawTalk({ view, messages, happened, say }: PageFacts): Html {
  const { open } = view;
  return html`<div class="talk pane" id="pane-talk" tabindex="-1"><section class="tour" id="tour" aria-label="${view.words.tour.title}" data-part="tour" hidden>${drawTour(view, happened)}</section>
<header class="talk-head"><h2>${open.name}</h2><p>${open.note}</p></header>
<div class="timeline ${open.kind}" id="timeline" role="region" aria-label="${view.words.talk}" tabindex="0">${drawTimeline(view, messages)}</div><div class="below"><button type="button" class="button" id="below" hidden>${icon('down')}${view.words.newBelow}</button></div>${drawComposer(view, say)}</div>`;
}

/** Nothing can be pressed before the browser's code listens (`inert`): no press is ever silent. */
export function drawPage(facts: PageFacts): Html {
  const { view, happened, now, modules } = facts;
  const { words, locale, persona, open } = view;
  return html`${raw('<!doctype html>')}
<html lang="${locale}" data-as="${persona.account}" data-chat="${open.chat}" data-kind="${open.kind}" data-zone="${view.reader.zone}" data-now="${now.getTime()}" data-query="${href(view, { in: open.chat }, '').slice(1)}" data-lost="${words.lost}" data-failed="${words.offline}" data-close="${words.close}" data-pane="talk">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content"><title>${persona.name} · ${words.product}</title><meta name="description" content="${words.description}"><meta name="color-scheme" content="light dark"><link rel="icon" href="/playground/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="/playground/style.css">${modules.map((path) => html`<link rel="modulepreload" href="${path}">`)}<script type="module" src="/playground/client/main.js"></script></head>
<body><a class="skip" href="#pane-talk">${words.skip}</a>${drawTop(view)}<noscript><p class="needs-script">${words.needsScript}</p></noscript>
<main class="panes" inert>${drawSidebar(view)}${drawTalk(facts)}${drawPanel(view, happened, now)}</main>${drawTabbar(view)}
<p class="vh" id="spoken" aria-live="polite"></p><div class="toasts" id="toasts" popover="manual" role="status"></div><dialog class="sheet" id="sheet"></dialog></body></html>`;
}
