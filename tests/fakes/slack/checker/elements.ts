/** The texts and elements inside blocks, as far as a bot of ours may use them. https://docs.slack.dev/reference/block-kit */
import limits from '../../../fixtures/slack/block-limits.json' with { type: 'json' };
import {
  bool,
  both,
  breach,
  byType,
  type Check,
  integer,
  isObject,
  list,
  numeric,
  oneOf,
  shape,
  text,
} from './checks.ts';

/** Ours alone: the bot has no reason to ping anyone, so markup that does can only come from somebody's words. */
const pingsNobody: Check = (value, pointer) =>
  typeof value === 'string' && /<[!@#](?!date\^)/.test(value) ? breach(pointer, 'pings somebody') : [];

const plainText = (max: number): Check => shape({ text: text(max) }, { emoji: bool });
const mrkdwn = (max: number): Check => shape({ text: both(text(max), pingsNobody) }, { verbatim: bool });

export const plain = (max: number): Check => byType({ plain_text: plainText(max) });
export const anyText = (max: number): Check => byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

const actionId = text(limits.action_id.max_length);
const option = shape(
  { text: plain(limits.option.text.max_length), value: text(limits.option.value.max_length) },
  { description: plain(limits.option.description.max_length) },
);
const groups = list(
  shape({
    label: plain(limits.option_group.label.max_length),
    options: list(option, limits.option_group.options.max_items),
  }),
  limits.select.option_groups.max_items,
);
const placeholder = plain(limits.select.placeholder.max_length);

const confirm = shape(
  {
    title: plain(limits.confirmation.title.max_length),
    text: plain(limits.confirmation.text.max_length),
    confirm: plain(limits.confirmation.confirm.max_length),
    deny: plain(limits.confirmation.deny.max_length),
  },
  { style: oneOf('primary', 'danger') },
);

const button = shape(
  { action_id: actionId, text: plain(limits.button.text.max_length) },
  {
    value: text(limits.button.value.max_length),
    url: text(limits.button.url.max_length),
    style: oneOf('primary', 'danger'),
    accessibility_label: text(limits.button.accessibility_label.max_length),
    confirm,
  },
);

/** Either options or groups, and the first choice among them. */
const choices: Check = (value, pointer) => {
  if (!isObject(value)) return [];
  const { options, option_groups: grouped, initial_option: first } = value;
  if ((options === undefined) === (grouped === undefined)) return breach(pointer, 'needs options or option_groups');
  const known = JSON.stringify(options ?? grouped).includes(JSON.stringify(first ?? ''));
  return first === undefined || known ? [] : breach(pointer, 'initial_option must be one of options');
};

const staticSelect = both(
  shape(
    { action_id: actionId },
    {
      options: list(option, limits.select.options.max_items),
      option_groups: groups,
      initial_option: option,
      placeholder,
      confirm,
      focus_on_load: bool,
    },
  ),
  choices,
);
const radios = both(
  shape(
    { action_id: actionId, options: list(option, limits.radio_buttons.options.max_items) },
    { initial_option: option, confirm, focus_on_load: bool },
  ),
  choices,
);

const day: Check = (value, pointer) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : breach(pointer, 'must be formatted as a date');
const datepicker = shape({ action_id: actionId }, { initial_date: day, placeholder, confirm, focus_on_load: bool });

const longest = limits.plain_text_input.max_length.max;
const textInput = both(
  shape(
    { action_id: actionId },
    {
      multiline: bool,
      initial_value: text(longest),
      min_length: integer(0, longest),
      max_length: integer(1, longest),
      placeholder,
      focus_on_load: bool,
    },
  ),
  (value, pointer) => {
    if (!isObject(value) || typeof value['max_length'] !== 'number') return [];
    const { initial_value: first, max_length: max } = value;
    return first === undefined ? [] : text(max)(first, `${pointer}/initial_value`);
  },
);

const numberInput = both(
  shape(
    { action_id: actionId, is_decimal_allowed: bool },
    { initial_value: numeric, min_value: numeric, max_value: numeric, placeholder, focus_on_load: bool },
  ),
  (value, pointer) => {
    if (!isObject(value) || value['initial_value'] === undefined) return [];
    const first = Number(value['initial_value']);
    const low = Number(value['min_value'] ?? first);
    const high = Number(value['max_value'] ?? first);
    return first >= low && first <= high
      ? []
      : breach(pointer, 'initial_value must lie between min_value and max_value');
  },
);

export const actionElement = byType({ button, static_select: staticSelect, radio_buttons: radios, datepicker });
export const inputElement = byType({
  plain_text_input: textInput,
  number_input: numberInput,
  datepicker,
  static_select: staticSelect,
  radio_buttons: radios,
});
export const contextElement = anyText(limits.text.max_length);
