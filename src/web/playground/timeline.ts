/** The messages of a conversation as the person who looks sees them. */
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import { cut } from '../../bot/platforms/playground/limits.ts';
import { momentText } from '../../bot/platforms/playground/lines.ts';
import { drawMessage, type Ink, summaryOf } from '../../bot/platforms/playground/render.ts';
import type { KeptMessage } from '../../bot/ports/chat-memory.ts';
import { chartsOf } from './charts.ts';
import { icon, mark } from './mark.ts';
import { findPersona } from './people.ts';
import { avatar } from './switcher.ts';
import { hearerIn, type View } from './view.ts';

type Voice = { readonly look: 'bot' | 'mine' | 'other'; readonly name: string; readonly face: Html };

function voiceOf(view: View, { author }: KeptMessage): Voice {
  const { persona, words, firm, locale } = view;
  if (author === undefined) return { look: 'bot', name: words.product, face: mark() };
  const name = findPersona(firm, author, locale).name;
  return { look: author === persona.account ? 'mine' : 'other', name, face: avatar(author, name) };
}

export function dayOf(at: Date, view: View): string {
  return momentText(at, 'date', view.reader);
}

function drawing(view: View, kept: KeptMessage): Html {
  const ink: Ink = { ...hearerIn(view, kept.chat), id: `f-${kept.id}`, chartAt: chartsOf(view, kept) };
  return kept.message ? drawMessage(kept.message, ink) : html`<p class="bubble words">${cut(kept.text ?? '')}</p>`;
}

export type Drawn = { readonly privately?: boolean };

export function drawKept(view: View, kept: KeptMessage, { privately = false }: Drawn = {}): Html {
  const { words, reader } = view;
  const voice = voiceOf(view, kept);
  const time = momentText(kept.at, 'time', reader);
  const edited = kept.edited > 0 ? html` <span class="edited">${words.edited}</span>` : '';
  const only = privately
    ? html`<p class="only"><span>${words.onlyYou}</span><button type="button" class="quiet" data-dismiss aria-label="${words.dismiss}">${icon('close')}</button></p>`
    : '';
  const { locale } = hearerIn(view, kept.chat);
  const foreign = kept.message && locale !== view.locale ? html` lang="${locale}"` : '';
  return html`<article class="message ${voice.look}${privately ? ' private' : ''}" id="m-${kept.id}" data-message="${kept.id}" data-in="${kept.chat}" data-edited="${kept.edited}" data-day="${dayOf(kept.at, view)}">${voice.face}<div class="message-body"><p class="by"><span class="name">${voice.name}</span> <time datetime="${kept.at.toISOString()}">${time}</time>${edited}</p>${only}<div${foreign}>${drawing(view, kept)}</div></div></article>`;
}

/** What a screen reader hears when it arrives. */
export function spoken(view: View, kept: KeptMessage): string {
  const words = kept.message ? summaryOf(kept.message, hearerIn(view, kept.chat)) : cut(kept.text ?? '', 300);
  return `${voiceOf(view, kept).name}: ${words}`;
}

/** In the order of the words. */
const FIRST_STEP_ICONS = ['person', 'activity', 'clock'] as const;

export function drawEmpty(view: View): Html {
  const { words, open, persona, firm } = view;
  if (open.kind === 'home') return html`<div class="empty" data-empty>${icon('home')}<p>${words.emptyHome}</p></div>`;
  if (open.kind === 'room') return html`<div class="empty" data-empty>${icon('room')}<p>${words.emptyRoom}</p></div>`;
  return html`<div class="empty" data-empty>${mark()}<p class="empty-title">${words.emptyDirect(persona.name)}</p><p>${words.emptyDirectHint(firm.name, persona.name)}</p><ul class="first-steps">${words.firstSteps.map(
    (step, index) => html`<li>${icon(FIRST_STEP_ICONS[index] ?? 'compass')}${step}</li>`,
  )}</ul></div>`;
}

/** A new day of the product's calendar gets a line of its own: in the playground days pass quickly. */
export function drawTimeline(view: View, messages: readonly KeptMessage[]): Html {
  if (messages.length === 0) return drawEmpty(view);
  return html`${messages.map((kept, index) => {
    const before = messages[index - 1];
    const day = dayOf(kept.at, view);
    const line = !before || dayOf(before.at, view) !== day ? html`<p class="day"><span>${day}</span></p>` : '';
    return html`${line}${drawKept(view, kept)}`;
  })}`;
}
