/** A form as a modal of Slack. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Field, Form } from '../../../cards/card.ts';
import {
  groupsPerSelect,
  headerLength,
  inputLabelLength,
  inputLength,
  blocksPerView,
  optionsPerGroup,
  optionTextLength,
  optionValueLength,
  radioButtons,
  viewNameLength,
  viewTitleLength,
} from '../limits.ts';
import { formMemory, type Origin } from '../wish-codec.ts';
import { blocksOf, buttonRows, chunks, numbering, section } from './blocks.ts';
import { fitted } from './fit.ts';
import { cut, harmless, label, length } from './text.ts';

/** One question, one action: the block carries the field's id. */
const answerActionId = 'answer';

/** https://docs.slack.dev/reference/views/modal-views. `close` is left out: Slack then says Cancel in the reader's own language. */
export function modalOf(form: Form, origin: Origin): ModalView {
  const numbers = numbering();
  const title: readonly KnownBlock[] =
    length(harmless(form.title)) > viewTitleLength ? [{ type: 'header', text: label(form.title, headerLength) }] : [];
  const intro = (form.intro ?? []).flatMap((block) => blocksOf(block, numbers));
  const blocks = [...title, ...intro, ...form.fields.map(input), ...buttonRows(form.others ?? [], numbers)];
  return {
    type: 'modal',
    callback_id: cut(form.submit.wish.intent, viewNameLength),
    private_metadata: formMemory(form.submit.wish, origin),
    title: label(form.title, viewTitleLength),
    submit: label(form.submit.label, viewTitleLength),
    // A view must show something, even a question that needs nothing but a yes.
    blocks: [...fitted(blocks.length > 0 ? blocks : section([harmless(form.summary).trim() || '·']), blocksPerView)],
  };
}

function input(field: Field): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: label(field.label, inputLabelLength),
    optional: !field.required,
    element: element(field),
    ...(field.hint?.trim() && { hint: label(field.hint, inputLabelLength) }),
  };
}

function element(field: Field): InputBlock['element'] {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return text(field);
    case 'number':
      return number(field);
    case 'date':
      return {
        type: 'datepicker',
        action_id: answerActionId,
        ...(isDay(field.value) && { initial_date: field.value }),
      };
    case 'choice':
    case 'scale':
      return choice(field);
  }
}

function text(field: Extract<Field, { type: 'text' | 'long-text' }>): InputBlock['element'] {
  const max = Math.max(1, Math.min(field.maxLength, inputLength));
  const initial = cut(harmless(field.value ?? ''), max);
  return {
    type: 'plain_text_input',
    action_id: answerActionId,
    multiline: field.type === 'long-text',
    max_length: max,
    ...(initial !== '' && { initial_value: initial }),
  };
}

/** Slack refuses a view whose first value lies outside its own bounds. */
function number(field: Extract<Field, { type: 'number' }>): InputBlock['element'] {
  const { min, max, value } = field;
  const possible = value !== undefined && value >= (min ?? value) && value <= (max ?? value);
  return {
    type: 'number_input',
    action_id: answerActionId,
    is_decimal_allowed: true,
    ...(min !== undefined && { min_value: String(min) }),
    ...(max !== undefined && { max_value: String(max) }),
    ...(possible && { initial_value: String(value) }),
  };
}

/** Few grades stand as radio buttons; more than one group's worth of options is split into groups. */
function choice(field: Extract<Field, { type: 'choice' | 'scale' }>): InputBlock['element'] {
  const options = field.options.slice(0, optionsPerGroup * groupsPerSelect).map(option);
  const first = options[field.options.findIndex(({ value }) => value === field.value)];
  const initial = first ? { initial_option: first } : {};
  if (options.length === 0) return { type: 'plain_text_input', action_id: answerActionId };
  if (field.type === 'scale' && options.length <= radioButtons) {
    return { type: 'radio_buttons', action_id: answerActionId, options, ...initial };
  }
  if (options.length <= optionsPerGroup) {
    return { type: 'static_select', action_id: answerActionId, options, ...initial };
  }
  const groups = chunks(options, optionsPerGroup).map((some, index) => ({
    label: label(`${index * optionsPerGroup + 1}–${index * optionsPerGroup + some.length}`, optionTextLength),
    options: [...some],
  }));
  return { type: 'static_select', action_id: answerActionId, option_groups: groups, ...initial };
}

function option({ value, label: words }: { readonly value: string; readonly label: string }): PlainTextOption {
  const carried = value.replaceAll('\u0000', '').toWellFormed();
  return { text: label(words, optionTextLength), value: cut(carried, optionValueLength) || '·' };
}

function isDay(value: string | undefined): value is string {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
