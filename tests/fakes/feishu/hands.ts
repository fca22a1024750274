/** What people's hands can do with a card: press a button that is there, fill inputs by their labels. Refuses everything else. */
import { readCard, type SeenButton, type SeenInput } from './card-reader.ts';
import type { FakeMessage, FakePerson, Json, Workspace } from './workspace.ts';

export type Target = {
  readonly message: FakeMessage;
  readonly button: SeenButton;
  readonly inputs: readonly SeenInput[];
};

export function findButton(
  space: Workspace,
  person: FakePerson,
  label: string,
  id: string | undefined,
  inForm = false,
): Target {
  const messages = space
    .visibleTo(person.account)
    .filter((message) => message.type === 'interactive' && (id === undefined || message.id === id))
    .toReversed();
  const seen: string[] = [];
  for (const message of messages) {
    const card = readCard(message.content, person);
    if (inForm && !card.hasForm) continue;
    const button = card.buttons.find((candidate) => candidate.label === label);
    if (button?.disabled) throw new Error(`the button “${label}” is disabled`);
    if (button) return { message, button, inputs: card.inputs };
    seen.push(...card.buttons.map((candidate) => candidate.label));
    if (inForm) break;
  }
  throw new Error(`${person.name} sees no button “${label}”, only: ${seen.join(', ') || 'none'}`);
}

/** `form_value` as the client sends it: every input by name, what was not touched with what stood there. */
export function fillIn(
  inputs: readonly SeenInput[],
  values: Readonly<Record<string, string | number>>,
  person: FakePerson,
): Json {
  for (const label of Object.keys(values)) {
    if (!inputs.some((input) => input.label === label)) {
      throw new Error(`the form has no field “${label}”, only: ${inputs.map((input) => input.label).join(', ')}`);
    }
  }
  return Object.fromEntries(inputs.map((input) => [input.name, answerIn(input, values[input.label], person)]));
}

function answerIn(input: SeenInput, value: string | number | undefined, person: FakePerson): string {
  const typed = value === undefined ? input.initial : choose(input, String(value));
  // The client does not send the form: “There are required fields not filled out”.
  if (typed === '' && input.required) throw new Error(`“${input.label}” is required and empty`);
  if (Array.from(typed).length > input.maxLength)
    throw new Error(`“${input.label}” takes ${input.maxLength} characters`);
  return input.tag === 'date_picker' && typed !== '' ? `${typed} ${offsetOf(person.zone)}` : typed;
}

function choose(input: SeenInput, wanted: string): string {
  if (input.tag !== 'select_static') return wanted;
  const option = input.options.find((candidate) => candidate.label === wanted);
  if (option) return option.value;
  throw new Error(`“${input.label}” has no option “${wanted}”, only: ${input.options.map((o) => o.label).join(', ')}`);
}

/** `+0800`, as pickers add it. */
function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+0000' : name.replace('GMT', '').replace(':', '');
}
