/** The HTML ink for the questions of a form: a label, a hint, a place for the answer and one for what is wrong with it. */
import type { Field } from '../../cards/card.ts';
import { type Html, html } from './html.ts';
import type { Reader } from './lines.ts';
import { inkWords } from './words.ts';

export type FieldContext = {
  readonly reader: Reader;
  /** Unique on the page. */
  readonly id: string;
  readonly problem?: string | undefined;
};

/** Hint and problem are read out with the input; an empty problem is hidden and costs nothing. */
function described(field: Field, id: string): string {
  return field.hint === undefined ? `${id}-problem` : `${id}-hint ${id}-problem`;
}

function attributes(field: Field, { id, problem }: FieldContext): Html {
  return html`id="${id}" name="${field.id}" aria-describedby="${described(field, id)}"${field.required ? html` required` : ''}${problem ? html` aria-invalid="true"` : ''}`;
}

type Choice = Field & { readonly type: 'choice' | 'scale' };

function drawSelect(field: Choice, context: FieldContext): Html {
  const { choose } = inkWords[context.reader.locale];
  return html`<select ${attributes(field, context)}><option value="">${choose}</option>${field.options.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === field.value ? html` selected` : ''}>${label}</option>`,
  )}</select>`;
}

function drawScale(field: Choice, { id }: FieldContext): Html {
  return html`<div class="scale">${field.options.map(
    ({ value, label }) =>
      html`<label class="grade"><input type="radio" name="${field.id}" value="${value}"${value === field.value ? html` checked` : ''}${field.required ? html` required` : ''} aria-describedby="${described(field, id)}"><span>${label}</span></label>`,
  )}</div>`;
}

function bounds(field: Field & { readonly type: 'number' }): Html {
  const { min, max } = field;
  return html`${min === undefined ? '' : html` min="${min}"`}${max === undefined ? '' : html` max="${max}"`}`;
}

function drawInput(field: Field, context: FieldContext): Html {
  const shared = attributes(field, context);
  switch (field.type) {
    case 'text':
      return html`<input type="text" ${shared} maxlength="${field.maxLength}" value="${field.value ?? ''}" autocomplete="off">`;
    case 'long-text':
      // The line break after the tag is eaten by the browser, so a first empty line of the words survives.
      return html`<textarea ${shared} rows="4" maxlength="${field.maxLength}">
${field.value ?? ''}</textarea>`;
    case 'number':
      return html`<input type="number" inputmode="decimal" step="any" ${shared}${bounds(field)} value="${field.value ?? ''}">`;
    case 'date':
      return html`<input type="date" ${shared} value="${field.value ?? ''}">`;
    case 'choice':
    case 'scale':
      return drawSelect(field, context);
  }
}

export function drawField(field: Field, context: FieldContext): Html {
  const { id, problem, reader } = context;
  const mark = field.required
    ? html` <span class="required" aria-hidden="true">*</span><span class="vh"> (${inkWords[reader.locale].required})</span>`
    : '';
  const hint = field.hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${field.hint}</p>`;
  const wrong = html`<p class="problem" id="${id}-problem"${problem ? '' : html` hidden`}>${problem ?? ''}</p>`;
  if (field.type === 'scale') {
    return html`<fieldset class="field" data-field="${field.id}"><legend>${field.label}${mark}</legend>${hint}${drawScale(field, context)}${wrong}</fieldset>`;
  }
  return html`<div class="field" data-field="${field.id}"><label for="${id}">${field.label}${mark}</label>${hint}${drawInput(field, context)}${wrong}</div>`;
}
