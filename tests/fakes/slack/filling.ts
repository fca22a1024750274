/** A person filling a modal, and what the client of Slack checks before it sends anything. */
import { isObject, type Json, length } from './checker/checks.ts';
import { inputsOf, objects, type SeenInput, textOf } from './seeing.ts';
import type { View } from './workspace.ts';

/** Types the values into the view, by label. Throws for a label or an option that is not there. */
export function type(view: View, values: Readonly<Record<string, string | number>>): void {
  const inputs = inputsOf(view);
  for (const [label, value] of Object.entries(values)) {
    const input = inputs.find((one) => one.label === label);
    if (!input) throw new Error(`the form has no field “${label}”, only ${inputs.map((one) => one.label).join(', ')}`);
    put(view, input, stateFor(input, value));
  }
  for (const input of inputs) if (!view.values[input.block]) put(view, input, firstState(input));
}

/** What the client refuses to send, by field label. */
export function clientProblems(view: View): Readonly<Record<string, string>> {
  const found = inputsOf(view).flatMap((input) => {
    const problem = problemOf(input, view.values[input.block]?.[actionOf(input)]);
    return problem === undefined ? [] : [[input.label, problem] as const];
  });
  return Object.fromEntries(found);
}

function problemOf({ required, element }: SeenInput, state: Json | undefined): string | undefined {
  const typed = state?.['value'] ?? state?.['selected_date'];
  const value = isObject(state?.['selected_option']) ? 'chosen' : typeof typed === 'string' ? typed : '';
  if (value === '') return required ? 'Please complete this required field.' : undefined;
  if (element['type'] === 'plain_text_input') {
    return length(value) > Number(element['max_length'] ?? 3000) ? 'Too many characters.' : undefined;
  }
  if (element['type'] !== 'number_input') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return 'Please enter a number.';
  const low = number < Number(element['min_value'] ?? number);
  const high = number > Number(element['max_value'] ?? number);
  return low || high ? 'The number is out of range.' : undefined;
}

function stateFor({ element, label }: SeenInput, value: string | number): Json {
  switch (element['type']) {
    case 'datepicker':
      return { type: 'datepicker', selected_date: String(value) };
    case 'static_select':
    case 'radio_buttons': {
      const options = [
        ...objects(element['options']),
        ...objects(element['option_groups']).flatMap((group) => objects(group['options'])),
      ];
      const option = options.find((one) => textOf(one['text']) === String(value));
      if (!option)
        throw new Error(
          `“${label}” has no option “${value}”, only ${options.map((one) => textOf(one['text'])).join(', ')}`,
        );
      return { type: element['type'], selected_option: option };
    }
    default:
      return { type: element['type'], value: String(value) };
  }
}

/** An untouched input sends its first value, or null. */
function firstState({ element }: SeenInput): Json {
  const { type: kind, initial_value: value = null, initial_date: day = null, initial_option: option = null } = element;
  if (kind === 'datepicker') return { type: kind, selected_date: day };
  if (kind === 'static_select' || kind === 'radio_buttons') return { type: kind, selected_option: option };
  return { type: kind, value };
}

function put(view: View, input: SeenInput, state: Json): void {
  view.values[input.block] = { [actionOf(input)]: state };
}

function actionOf({ element }: SeenInput): string {
  return String(element['action_id']);
}
