/** Rules of single elements of a card. Answers sentences about what is wrong. */
import { checkChart } from './chart-lint.ts';
import { isJson, type Json, list, str, show } from './workspace.ts';

export function checkElement(element: Json, tag: string, inForm: boolean): readonly string[] {
  switch (tag) {
    case 'markdown':
      return str(element.content) === '' ? ['markdown without content'] : [];
    case 'column_set':
      return list(element.columns).every((column) => isJson(column) && column.tag === 'column')
        ? []
        : ['a column_set holds only columns'];
    case 'column':
      return checkColumn(element);
    case 'form':
      return submits(element) ? [] : ['there is no submit button in the form container, at least one'];
    case 'collapsible_panel':
      return checkPanel(element);
    case 'button':
      return checkButton(element, inForm);
    case 'input':
      return checkInput(element);
    case 'select_static':
    case 'multi_select_static':
      return checkOptions(element);
    case 'date_picker':
      return checkPicker(element, 'initial_date', /^\d{4}-\d{2}-\d{2}$/);
    case 'picker_time':
      return checkPicker(element, 'initial_time', /^\d{2}:\d{2}$/);
    case 'picker_datetime':
      return checkPicker(element, 'initial_datetime', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    case 'checker':
      return isJson(element.button_area) && list(element.button_area.buttons).length > 3 ? ['more than 3 buttons'] : [];
    case 'table':
      return checkTable(element);
    case 'chart':
      return checkChart(element);
    default:
      return [];
  }
}

/** Whether a submit button stands anywhere inside. */
function submits(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(submits);
  if (!isJson(node)) return false;
  return node.form_action_type === 'submit' || Object.values(node).some(submits);
}

function checkColumn({ weight, width }: Json): readonly string[] {
  const wrong: string[] = [];
  if (weight !== undefined && !(Number.isInteger(weight) && Number(weight) >= 1 && Number(weight) <= 5)) {
    wrong.push('weight is 1 to 5');
  }
  if (width !== undefined && !/^(auto|weighted|\d+px)$/.test(str(width))) wrong.push(`width ${show(width)}`);
  return wrong;
}

function checkPanel({ header }: Json): readonly string[] {
  if (!isJson(header)) return ['a panel needs a header'];
  const values = header.padding === undefined ? 1 : str(header.padding).split(' ').length;
  return values === 1 || values === 4 ? [] : ['header.padding has 1 or 4 values'];
}

const buttonTypes = new Set(
  'default primary danger text primary_text danger_text primary_filled danger_filled laser'.split(' '),
);

function checkButton(button: Json, inForm: boolean): readonly string[] {
  const wrong: string[] = [];
  const label = isJson(button.text) ? str(button.text.content) : '';
  if (label === '') wrong.push('a button without words');
  if (Array.from(label).length > 100) wrong.push('a label over 100 characters');
  if (button.type !== undefined && !buttonTypes.has(str(button.type))) wrong.push(`button type ${show(button.type)}`);
  const acts = list(button.behaviors).length > 0;
  const formAction = button.form_action_type;
  if (formAction !== undefined && formAction !== 'submit' && formAction !== 'reset') wrong.push('form_action_type');
  if (inForm && formAction === undefined) wrong.push('a button in a form submits or resets');
  if (inForm && acts) wrong.push('a button in a form has no behaviors');
  if (!inForm && formAction !== undefined) wrong.push('form_action_type outside a form');
  if (!inForm && !acts) wrong.push('a button that does nothing');
  return wrong;
}

function checkInput(input: Json): readonly string[] {
  const wrong: string[] = [];
  const most = input.max_length ?? 1000;
  if (!Number.isInteger(most) || Number(most) < 1 || Number(most) > 1000) wrong.push('max_length is 1 to 1000');
  if (Array.from(str(input.default_value)).length > Number(most)) wrong.push('default_value over max_length');
  if (placeholderOf(input).length > 100) wrong.push('a placeholder over 100 characters');
  const type = input.input_type ?? 'text';
  if (!['text', 'multiline_text', 'password'].includes(show(type))) wrong.push(`input_type ${show(type)}`);
  return wrong;
}

function placeholderOf(element: Json): string {
  return isJson(element.placeholder) ? str(element.placeholder.content) : '';
}

function checkOptions(select: Json): readonly string[] {
  const values = list(select.options).map((option) => (isJson(option) ? option.value : undefined));
  const wrong: string[] = [];
  if (values.some((value) => typeof value !== 'string' || value === '')) wrong.push('an option without a value');
  if (new Set(values).size < values.length) wrong.push('two options with one value');
  const { initial_option: chosen } = select;
  if (chosen !== undefined && !values.includes(chosen)) wrong.push('initial_option is none of the options');
  return wrong;
}

function checkPicker(picker: Json, property: string, shape: RegExp): readonly string[] {
  const initial = picker[property];
  if (initial === undefined) return placeholderOf(picker) === '' ? ['a picker needs a placeholder or a value'] : [];
  return shape.test(str(initial)) ? [] : [`${property} ${show(initial)}`];
}

function checkTable(table: Json): readonly string[] {
  const columns = list(table.columns).map((column) => (isJson(column) ? column.name : undefined));
  const wrong: string[] = [];
  if (columns.length === 0 || columns.length > 50) wrong.push('1 to 50 columns');
  const keys = list(table.rows).flatMap((row) => (isJson(row) ? Object.keys(row) : []));
  const strange = keys.find((key) => !columns.includes(key));
  if (strange !== undefined) wrong.push(`a row with ${strange}, which is no column`);
  const size = table.page_size ?? 5;
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > 10) wrong.push('page_size is 1 to 10');
  return wrong;
}
