/** The HTML ink: Card, Form and Line as markup. Pure and without page chrome, so that any page can hang the pictures up. */
import type { Block, Button, Card, Form, Message, Step } from '../../cards/card.ts';
import { buttonsOf, buttonsOfForm } from './buttons.ts';
import { type ChartAt, drawChart } from './chart.ts';
import { drawField } from './fields.ts';
import { type Html, html } from './html.ts';
import { cut } from './limits.ts';
import { drawLine, plainLine, type Reader } from './lines.ts';
import { inkWords } from './words.ts';

export type Ink = Reader & {
  /** Makes the ids inside this drawing unique on the page. */
  readonly id: string;
  /** By field id; what the person must mend. */
  readonly problems?: Readonly<Record<string, string>>;
  /** None: charts are shown in words. */
  readonly chartAt?: ChartAt;
};

/** `slot` is the button's number in its message; the wish itself never travels to the browser. */
function drawButton(button: Button, slot: number, type: 'button' | 'submit' = 'button'): Html {
  return html`<button type="${type}" class="button ${button.look}" data-slot="${slot}">${button.label}</button>`;
}

function drawStep(step: Step, ink: Ink): Html {
  const current = step.state === 'now' ? html` aria-current="step"` : '';
  return html`<li class="step ${step.state}"${current}><span class="step-dot" aria-hidden="true"></span><span>${step.label}<span class="vh">: ${inkWords[ink.locale].step[step.state]}</span></span></li>`;
}

type Slots = ReadonlyMap<Button, number>;

/** The same numbers by which the door looks a pressed button up. */
const slotsOf = (buttons: readonly Button[]): Slots => new Map(buttons.map((button, slot) => [button, slot] as const));

function drawBlock(block: Block, slots: Slots, ink: Ink): Html {
  const press = (button: Button): Html => drawButton(button, slots.get(button) ?? 0);
  switch (block.type) {
    case 'paragraph':
      return html`<p class="words">${drawLine(block.text, ink)}</p>`;
    case 'quote':
      return html`<blockquote class="words">${cut(block.text)}</blockquote>`;
    case 'aside':
      return html`<p class="words aside">${drawLine(block.text, ink)}</p>`;
    case 'heading':
      return html`<h4>${cut(block.text)}</h4>`;
    case 'divider':
      return html`<hr>`;
    case 'facts':
      return html`<dl class="facts">${block.facts.map(
        ({ label, value }) => html`<div><dt>${label}</dt><dd class="words">${drawLine(value, ink)}</dd></div>`,
      )}</dl>`;
    case 'chart':
      return drawChart(block.chart, ink.chartAt);
    case 'steps':
      return html`<ol class="steps" aria-label="${inkWords[ink.locale].steps}">${block.steps.map((step) => drawStep(step, ink))}</ol>`;
    case 'item':
      return html`<div class="item"><div class="item-words"><p class="words">${drawLine(block.text, ink)}</p>${
        block.aside ? html`<p class="words aside">${drawLine(block.aside, ink)}</p>` : ''
      }</div>${block.button ? press(block.button) : ''}</div>`;
    case 'buttons':
      return html`<div class="buttons">${block.buttons.map(press)}</div>`;
  }
}

function drawHead(title: string, subtitle?: string): Html {
  const chip = subtitle === undefined ? '' : html`<p class="chip">${cut(subtitle)}</p>`;
  return html`<header class="card-head"><h3>${cut(title)}</h3>${chip}</header>`;
}

export function drawCard(card: Card, ink: Ink): Html {
  const slots = slotsOf(buttonsOf({ type: 'card', card }));
  return html`<div class="card tone-${card.tone}">${drawHead(card.title, card.subtitle)}${card.blocks.map((block) => drawBlock(block, slots, ink))}</div>`;
}

/** Everything a form says is checked by the rules, in the reader's language; so the browser's own bubbles are off. */
export function drawForm(form: Form, ink: Ink): Html {
  const slots = slotsOf(buttonsOfForm(form));
  const press = (button: Button): Html => drawButton(button, slots.get(button) ?? 0);
  return html`<form class="card tone-info ask" novalidate aria-label="${cut(form.title)}" data-form>${drawHead(form.title)}${(
    form.intro ?? []
  ).map((block) =>
    drawBlock(block, slots, ink),
  )}<p class="problem form-problem" role="alert" hidden></p>${form.fields.map((field) =>
    drawField(field, { reader: ink, id: `${ink.id}-${field.id}`, problem: ink.problems?.[field.id] }),
  )}<div class="buttons">${drawButton(form.submit, 0, 'submit')}${(form.others ?? []).map(press)}</div></form>`;
}

export function drawMessage(message: Message, ink: Ink): Html {
  switch (message.type) {
    case 'line':
      return html`<p class="bubble words">${drawLine(message.text, ink)}</p>`;
    case 'card':
      return drawCard(message.card, ink);
    case 'form':
      return drawForm(message.form, ink);
  }
}

/** One sentence for a screen reader when the message arrives. */
export function summaryOf(message: Message, reader: Reader): string {
  switch (message.type) {
    case 'line':
      return plainLine(message.text, reader);
    case 'card':
      return message.card.summary;
    case 'form':
      return message.form.summary;
  }
}
