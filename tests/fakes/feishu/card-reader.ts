/** Reads a card as one person sees it: words in the person's language and zone, buttons, inputs. No payload leaves this file. */
import { type FakePerson, isJson, type Json, list, str } from './workspace.ts';

export type SeenButton = {
  readonly label: string;
  readonly name: string | undefined;
  /** Of the callback behaviour; absent for submit buttons. */
  readonly value: unknown;
  readonly submits: boolean;
  readonly disabled: boolean;
};

export type SeenInput = {
  readonly label: string;
  readonly name: string;
  readonly tag: string;
  readonly required: boolean;
  readonly initial: string;
  readonly maxLength: number;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly problem: string | undefined;
};

export type SeenCard = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly SeenButton[];
  readonly inputs: readonly SeenInput[];
  readonly hasForm: boolean;
};

type Reading = { lines: string[]; buttons: SeenButton[]; inputs: SeenInput[]; hasForm: boolean };

export function readCard(card: Json, reader: FakePerson): SeenCard {
  const header = isJson(card.header) ? card.header : {};
  const reading: Reading = { lines: [], buttons: [], inputs: [], hasForm: false };
  const subtitle = plain(header.subtitle, reader);
  if (subtitle) reading.lines.push(subtitle);
  if (isJson(card.body)) readAll(card.body.elements, reader, reading);
  return { title: plain(header.title, reader), ...reading };
}

function readAll(elements: unknown, reader: FakePerson, reading: Reading): void {
  for (const element of list(elements)) if (isJson(element)) readElement(element, reader, reading);
}

function readElement(element: Json, reader: FakePerson, reading: Reading): void {
  switch (element.tag) {
    case 'markdown':
      return readWords(localized(element, reader), reader, reading);
    case 'div':
      return readDiv(element, reader, reading);
    case 'button':
      return void reading.buttons.push(readButton(element, reader));
    case 'input':
    case 'select_static':
    case 'date_picker':
      return void reading.inputs.push(readInput(element, reader, reading.lines.at(-1) ?? ''));
    case 'form':
      reading.hasForm = true;
      break;
    default:
  }
  readAll(element.columns, reader, reading);
  readAll(element.elements, reader, reading);
}

const problemMark = '✕ ';

/** A red line under an input is what is wrong with it. */
function readWords(markdown: string, reader: FakePerson, reading: Reading): void {
  const words = wordsOf(markdown, reader);
  const last = reading.inputs.at(-1);
  if (last && reading.hasForm && markdown.includes("color='red'") && words.startsWith(problemMark)) {
    reading.inputs[reading.inputs.length - 1] = { ...last, problem: words.slice(problemMark.length) };
  }
  reading.lines.push(words);
}

function readDiv(element: Json, reader: FakePerson, reading: Reading): void {
  const texts = [element.text, ...list(element.fields).map((field) => (isJson(field) ? field.text : undefined))];
  for (const text of texts) {
    if (!isJson(text)) continue;
    const content = localized(text, reader);
    reading.lines.push(text.tag === 'plain_text' ? content : wordsOf(content, reader));
  }
}

function readButton(button: Json, reader: FakePerson): SeenButton {
  const behaviour = list(button.behaviors).find((item) => isJson(item) && item.type === 'callback');
  return {
    label: plain(button.text, reader),
    name: typeof button.name === 'string' ? button.name : undefined,
    value: isJson(behaviour) ? behaviour.value : undefined,
    submits: button.form_action_type === 'submit',
    disabled: button.disabled === true,
  };
}

/** The label is the input's own, or else the first line of the words above it, without the mark of required fields. */
function readInput(input: Json, reader: FakePerson, above: string): SeenInput {
  const own = plain(input.label, reader);
  return {
    label: own || (above.split('\n')[0] ?? '').replace(/\s*\*$/, ''),
    name: str(input.name),
    tag: str(input.tag),
    required: input.required === true,
    initial: str(input.default_value ?? input.initial_option ?? input.initial_date),
    maxLength: typeof input.max_length === 'number' ? input.max_length : 1000,
    options: list(input.options)
      .filter(isJson)
      .map((option) => ({ label: plain(option.text, reader), value: str(option.value) })),
    problem: undefined,
  };
}

function plain(text: unknown, reader: FakePerson): string {
  return isJson(text) ? localized(text, reader) : '';
}

/** The client's language decides; what has no translation shows its default. */
function localized(text: Json, reader: FakePerson): string {
  const translations = isJson(text.i18n_content) ? text.i18n_content : {};
  return str(translations[clientLanguage(reader)] ?? text.content);
}

export function clientLanguage(reader: FakePerson): string {
  return reader.locale.toLowerCase().replace('-', '_');
}

/** Card markdown as words: time tags in the reader's zone, marks removed, entities decoded. */
export function wordsOf(markdown: string, reader: FakePerson): string {
  return markdown
    .replace(/<local_datetime millisecond='(\d+)' format_type='(\w+)'><\/local_datetime>/g, (_all, ms, format) =>
      localTime(Number(ms), String(format), reader.zone),
    )
    .replace(/<\/?(font|text_tag)[^>]*>/g, '')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll('&nbsp;', ' ')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
    .replaceAll('\u200a', '');
}

function localTime(ms: number, format: string, zone: string): string {
  const style: Intl.DateTimeFormatOptions = format === 'time' ? { timeStyle: 'short' } : { dateStyle: 'short' };
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...style }).format(ms);
}
