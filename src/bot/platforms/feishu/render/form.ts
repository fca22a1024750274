/** A form as a card with inputs: what is asked above each input, what is wrong below it. */
import { adapterWords } from '../../../text/adapter-words.ts';
import type { Field, Form, Wish } from '../../../cards/card.ts';
import { inputLength, placeholderLength } from '../limits.ts';
import { fieldToName } from '../wish-code.ts';
import { drawBlocks } from './blocks.ts';
import type { CardJson, Element, Labelled } from './elements.ts';
import { buttonRow, frame, grey, markdown, plainText, pressButton, red, submitButton } from './elements.ts';
import { clean, cut, escape } from './escape.ts';
import type { Budget } from './fit.ts';
import { fit } from './fit.ts';
import { bold } from './line.ts';

export type Problems = Readonly<Record<string, string>>;

/** `cancel`: the form has taken the place of a card, so a way back is offered. */
export function drawForm(
  form: Form,
  options: { readonly problems?: Problems; readonly cancel?: boolean } = {},
): CardJson {
  const draw = (budget: Budget): CardJson =>
    frame({
      title: cut(form.title, budget.text),
      tone: 'info',
      summary: cut(form.summary, budget.text),
      elements: [
        ...drawBlocks(form.intro ?? [], budget),
        {
          tag: 'form',
          name: 'form',
          elements: [
            ...form.fields.flatMap((field) => drawField(field, options.problems?.[field.id], budget)),
            submitButton(form.submit, 0),
          ],
        },
        ...drawOthers(form, options.cancel ?? false),
      ],
    });
  const last = (): CardJson =>
    frame({ title: cut(form.title, 60), tone: 'info', summary: cut(form.summary, 60), elements: [markdown('…')] });
  return fit(draw, last);
}

/**
 * Ways out stand below the form, not in it: a button in a form can only submit or reset, and submitting would ask for the required fields
 * (https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/form-container).
 */
function drawOthers(form: Form, cancel: boolean): readonly Element[] {
  const others: readonly Labelled[] = [...(form.others ?? []), ...(cancel ? [cancelOf(form.submit.wish)] : [])];
  return others.length === 0 ? [] : [buttonRow(others.map(pressButton))];
}

/** Carries what the form was about, so that the engine can draw that card again. */
function cancelOf(wish: Wish): Labelled {
  const label = { 'zh-CN': adapterWords['zh-CN'].cancel, 'en-US': adapterWords['en-US'].cancel };
  return { label, look: 'plain', wish: { intent: 'form.cancel', input: wish.input } };
}

function drawField(field: Field, problem: string | undefined, budget: Budget): readonly Element[] {
  const required = field.required ? ` ${red('&#42;')}` : '';
  const hint = field.hint ? `\n${grey(escape(cut(field.hint, budget.text)))}` : '';
  return [
    markdown(`${bold(cut(field.label, budget.text)) || escape(field.id)}${required}${hint}`),
    { ...drawInput(field, budget), required: field.required, width: 'fill' },
    ...(problem === undefined ? [] : [markdown(red(`✕ ${escape(cut(problem, budget.text))}`), 'notation')]),
  ];
}

function drawInput(field: Field, budget: Budget): Element {
  switch (field.type) {
    case 'text':
      return input(field.id, 'text', field.maxLength, field.value, budget);
    case 'long-text':
      return {
        ...input(field.id, 'text', field.maxLength, field.value, budget),
        input_type: 'multiline_text',
        rows: 3,
        auto_resize: true,
        max_rows: 10,
      };
    case 'number':
      return { ...input(field.id, 'number', 40, field.value, budget), ...range(field.min, field.max) };
    case 'date':
      return {
        tag: 'date_picker',
        name: fieldToName('date', field.id),
        placeholder: plainText('YYYY-MM-DD'),
        ...(field.value === undefined ? {} : { initial_date: field.value }),
      };
    case 'choice':
    case 'scale':
      return select(field, budget);
  }
}

function input(
  id: string,
  kind: 'text' | 'number',
  length: number,
  value: string | number | undefined,
  budget: Budget,
): Element {
  const most = Math.max(1, Math.min(length, inputLength));
  return {
    tag: 'input',
    name: fieldToName(kind, id),
    max_length: most,
    ...(value === undefined ? {} : { default_value: cut(clean(String(value)), Math.min(most, budget.text)) }),
  };
}

/** Bounds need no language: `≥ 0`, `1 – 5`. */
function range(min: number | undefined, max: number | undefined): { readonly placeholder?: Element } {
  if (min === undefined && max === undefined) return {};
  const words = min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min} – ${max}`;
  return { placeholder: plainText(cut(words, placeholderLength)) };
}

function select(field: Extract<Field, { type: 'choice' | 'scale' }>, budget: Budget): Element {
  const options = field.options.slice(0, budget.parts);
  const chosen = options.some((option) => option.value === field.value) ? field.value : undefined;
  return {
    tag: 'select_static',
    name: fieldToName('text', field.id),
    options: options.map((option) => ({ text: plainText(cut(option.label, budget.text)), value: option.value })),
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}
