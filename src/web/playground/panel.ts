/** The side panel "what just happened": the public views in humane words, and the clock above them. */
import { type Html, html } from '../../bot/platforms/playground/html.ts';
import { momentText } from '../../bot/platforms/playground/lines.ts';
import type { AgendaRow, AuditRow, InboxRow, PostRow, RecordRow, Windows } from '../../bot/ports/windows.ts';
import { drawClock } from './clock.ts';
import {
  agendaStateWords,
  agendaWords,
  eventWords,
  failedWords,
  kindWords,
  postStateWords,
  recordStateWords,
  whyNotWords,
} from './happening-words.ts';
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

const chip = (state: string, words: string): Html =>
  html`<span class="state state-${state.replaceAll(/[^a-z-]/g, '')}">${words}</span>`;

const number = (text: string | null): Html | string =>
  text === null ? '' : html` <span class="number">${text}</span>`;

/** `{who}` becomes the name; where the sentence has none, the name stands below it: everything has somebody behind it. */
function sentence(view: View, words: string, who: string, at: Date, record: string | null): Html {
  const [before = '', after] = words.split('{who}');
  const text = after === undefined ? before : html`${before}<strong>${who}</strong>${after}`;
  const by = after === undefined ? html`<span>${who}</span>` : '';
  return html`<p>${text}${number(record)}</p><p class="row-foot">${when(at, view)}${by}</p>`;
}

function drawEvents(view: View, { audit, inbox }: Happened): readonly Html[] {
  const { locale } = view;
  const steps = audit.map(({ at, actor, event, record, onBehalfOf }) => {
    const who = nameIn(view, actor) + (onBehalfOf === null ? '' : ` (${nameIn(view, onBehalfOf)})`);
    return { at, row: html`<li>${sentence(view, eventWords(locale, event), who, at, record)}</li>` };
  });
  // What was refused stands in the audit already.
  const failed = inbox
    .filter(({ outcome, platform }) => outcome === 'ignored' && platform !== 'clock')
    .map(({ receivedAt: at, actor }) => ({
      at,
      row: html`<li class="soft">${sentence(view, failedWords(locale), nameIn(view, actor), at, null)}</li>`,
    }));
  return [...steps, ...failed].sort((one, other) => other.at.getTime() - one.at.getTime()).map(({ row }) => row);
}

function drawRecords(view: View, { records }: Happened): readonly Html[] {
  const { locale } = view;
  return records.map(
    ({ number: id, kind, state, title, owner, client, updatedAt }) =>
      html`<li><p class="row-head"><span class="number">${id}</span> <span class="kind">${kindWords(locale, kind)}</span>${chip(state, recordStateWords(locale, kind, state))}</p><p class="row-title">${title}</p><p class="row-foot">${owner === null ? '' : html`<span>${nameIn(view, owner)}</span>`}${client === null ? '' : html`<span>${nameIn(view, client)}</span>`}${when(updatedAt, view)}</p></li>`,
  );
}

function drawPosts(view: View, { posts }: Happened): readonly Html[] {
  return posts.map(
    ({ place, record, state, attempts, createdAt }) =>
      html`<li><p class="row-head"><span>${view.words.postedTo(placeIn(view, place))}</span>${number(record)}${chip(state, postStateWords(view.locale, state))}${attempts > 1 ? html` <span class="kind">×${attempts}</span>` : ''}</p>${when(createdAt, view)}</li>`,
  );
}

function drawAgenda(view: View, { agenda }: Happened): readonly Html[] {
  const { locale } = view;
  return agenda.map(
    ({ kind, record, person, dueAt, state, reason }) =>
      html`<li${state === 'due' ? '' : html` class="soft"`}><p class="row-head"><span>${agendaWords(locale, kind)}</span>${number(record)}${chip(state, agendaStateWords(locale, state))}</p><p class="row-foot">${person === null ? '' : html`<span>${nameIn(view, person)}</span>`}${when(dueAt, view)}${reason === null ? '' : html`<span>${whyNotWords(locale, reason)}</span>`}</p></li>`,
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
