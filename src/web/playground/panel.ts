/** The side panel "what just happened": the public views in humane words, and the clock above them. */
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import { momentText } from '../../bot/platforms/playground/lines.ts';
import type { AgendaRow, AuditRow, InboxRow, PostRow, RecordRow, Windows } from '../../bot/ports/windows.ts';
import { drawClock } from './clock.ts';
import { eventWords, kindWords, outcomeWords, stateWords } from './happening-words.ts';
import { icon } from './mark.ts';
import { nameIn, placeIn } from './names.ts';
import type { View } from './view.ts';
import { type Tab, tabs } from './words-shape.ts';

const ROWS = 40;

export type Happened = {
  readonly inbox: readonly InboxRow[];
  readonly records: readonly RecordRow[];
  readonly posts: readonly PostRow[];
  readonly agenda: readonly AgendaRow[];
  readonly audit: readonly AuditRow[];
};

export async function lookBack(windows: Windows): Promise<Happened> {
  const [inbox, records, posts, agenda, audit] = await Promise.all([
    windows.inbox(ROWS),
    windows.records(ROWS),
    windows.posts(ROWS),
    windows.agenda(ROWS),
    windows.audit(ROWS),
  ]);
  return { inbox, records, posts, agenda, audit };
}

const when = (at: Date, view: View): Html =>
  html`<time datetime="${at.toISOString()}">${momentText(at, 'date-time', view.reader)}</time>`;

const chip = (view: View, state: string): Html =>
  html`<span class="state state-${state.replaceAll(/[^a-z-]/g, '')}">${stateWords(view.locale, state)}</span>`;

const number = (text: string | null): Html | string =>
  text === null ? '' : html` <span class="number">${text}</span>`;

function drawEvents(view: View, { audit, inbox }: Happened): readonly Html[] {
  const steps = audit.map(({ at, actor, event, record, onBehalfOf }) => ({
    at,
    row: html`<li><p><strong>${nameIn(view, actor)}</strong>${onBehalfOf === null ? '' : html` (${nameIn(view, onBehalfOf)})`} ${eventWords(view.locale, event)}${number(record)}</p>${when(at, view)}</li>`,
  }));
  const rest = inbox
    .filter(({ outcome }) => outcome !== 'done')
    .map(({ receivedAt: at, actor, intent, outcome }) => ({
      at,
      row: html`<li class="soft"><p><strong>${nameIn(view, actor)}</strong> ${intent === null ? '' : html`<code>${intent}</code> `}<span class="state">${outcomeWords(view.locale, outcome)}</span></p>${when(at, view)}</li>`,
    }));
  return [...steps, ...rest].sort((one, other) => other.at.getTime() - one.at.getTime()).map(({ row }) => row);
}

function drawRecords(view: View, { records }: Happened): readonly Html[] {
  return records.map(
    ({ number: id, kind, state, title, owner, client, updatedAt }) =>
      html`<li><p class="row-head"><span class="number">${id}</span> <span class="kind">${kindWords(view.locale, kind)}</span>${chip(view, state)}</p><p class="row-title">${title}</p><p class="row-foot">${owner === null ? '' : html`<span>${nameIn(view, owner)}</span>`}${client === null ? '' : html`<span>${nameIn(view, client)}</span>`}${when(updatedAt, view)}</p></li>`,
  );
}

function drawPosts(view: View, { posts }: Happened): readonly Html[] {
  return posts.map(
    ({ place, record, state, attempts, createdAt }) =>
      html`<li><p class="row-head"><span>→ ${placeIn(view, place)}</span>${number(record)}${chip(view, state)}${attempts > 1 ? html` <span class="kind">×${attempts}</span>` : ''}</p>${when(createdAt, view)}</li>`,
  );
}

function drawAgenda(view: View, { agenda }: Happened): readonly Html[] {
  return agenda.map(
    ({ kind, record, person, dueAt, state, reason }) =>
      html`<li${state === 'due' ? '' : html` class="soft"`}><p class="row-head"><span>${eventWords(view.locale, kind)}</span>${number(record)}${chip(view, state)}</p><p class="row-foot">${person === null ? '' : html`<span>${nameIn(view, person)}</span>`}${when(dueAt, view)}</p>${reason === null ? '' : html`<p class="row-foot">${reason}</p>`}</li>`,
  );
}

function drawAudit(view: View, { audit }: Happened): readonly Html[] {
  return audit.map(
    ({ seq, at, actor, event, record, hash }) =>
      html`<li><p class="row-head"><span class="number">#${seq}</span> <code>${event}</code>${number(record)}</p><p class="row-foot"><span>${nameIn(view, actor)}</span><code class="hash">${hash.slice(0, 10)}</code>${when(at, view)}</p></li>`,
  );
}

const rowsOf: Readonly<Record<Tab, (view: View, happened: Happened) => readonly Html[]>> = {
  events: drawEvents,
  records: drawRecords,
  posts: drawPosts,
  agenda: drawAgenda,
  audit: drawAudit,
};

/** One tab's content: what the live stream repaints. */
export function drawTab(view: View, tab: Tab, happened: Happened): Html {
  const rows = rowsOf[tab](view, happened).slice(0, ROWS);
  if (rows.length === 0) return html`<p class="nothing">${view.words.nothing[tab]}</p>`;
  return html`<ul class="rows ${tab}">${rows}</ul>`;
}

export function drawPanel(view: View, happened: Happened, now: Date): Html {
  const { words } = view;
  const button = (tab: Tab, index: number): Html =>
    html`<button type="button" role="tab" id="tab-${tab}" aria-controls="panel-${tab}" aria-selected="${index === 0 ? 'true' : 'false'}"${index === 0 ? '' : html` tabindex="-1"`}>${words.tab[tab]}</button>`;
  const sheet = (tab: Tab, index: number): Html =>
    html`<div role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" tabindex="0" data-part="${tab}"${index === 0 ? '' : html` hidden`}>${drawTab(view, tab, happened)}</div>`;
  return html`<div class="panel pane" id="pane-panel">${drawClock(view, now)}
<section class="happened" aria-labelledby="happened-title"><header><h2 id="happened-title">${icon('activity')}${words.happened}</h2><p>${words.happenedNote}</p></header>
<div role="tablist" aria-labelledby="happened-title" data-tabs>${tabs.map(button)}</div>${tabs.map(sheet)}</section></div>`;
}
