/** Whole lists of blocks and views: kinds, totals, and ids that must not repeat. */
import limits from '../../../fixtures/slack/block-limits.json' with { type: 'json' };
import {
  type Breach,
  bool,
  both,
  breach,
  byType,
  type Check,
  isObject,
  type Json,
  length,
  list,
  oneOf,
  shape,
  text,
} from './checks.ts';
import { actionElement, anyText, contextElement, inputElement, plain } from './elements.ts';

export type Surface = 'message' | 'modal' | 'home';

const blocksPerMessage = 50;
/** Undocumented: about 13,200 characters over all blocks are refused. https://github.com/slackapi/bolt-js/issues/2509 */
const charactersPerMessage = 13_200;
const viewBytes = 250_000;

/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
const imageTitle = 2000;
const fileId: Check = (value, pointer) =>
  typeof value === 'string' && /^F[A-Z0-9]{8,}$/.test(value)
    ? []
    : breach(pointer, 'input must match regex pattern: ^[F][A-Z0-9]{8,}$');

const id = { block_id: text(limits.block_id.max_length) };
const style = shape({}, { bold: bool, italic: bool, strike: bool, code: bool });
const richPart = shape({ elements: list(byType({ text: shape({ text: text() }, { style }) }), 1000) });
const rich = byType({ rich_text_section: richPart, rich_text_quote: richPart, rich_text_preformatted: richPart });
const section = both(
  shape(
    {},
    {
      ...id,
      text: anyText(limits.section.text.max_length),
      fields: list(anyText(limits.section.fields.item_max_length), limits.section.fields.max_items),
      accessory: actionElement,
      expand: bool,
    },
  ),
  (value, pointer) =>
    isObject(value) && value['text'] === undefined && value['fields'] === undefined
      ? breach(pointer, 'needs text or fields')
      : [],
);

const common = {
  section,
  divider: shape({}, id),
  header: shape({ text: plain(limits.header.text.max_length) }, id),
  context: shape({ elements: list(contextElement, limits.context.elements.max_items) }, id),
  actions: shape({ elements: both(list(actionElement, limits.actions.elements.max_items), uniqueIn('action_id')) }, id),
  rich_text: shape({ elements: list(rich, 100) }, id),
  image: shape(
    { slack_file: shape({ id: fileId }), alt_text: text(limits.image.alt_text.max_length) },
    { ...id, title: plain(imageTitle) },
  ),
};
const input = shape(
  { label: plain(limits.input.label.max_length), element: inputElement },
  { ...id, optional: bool, hint: plain(limits.input.hint.max_length), dispatch_action: bool },
);

const kinds: Readonly<Record<Surface, Check>> = {
  message: byType(common),
  modal: byType({ ...common, input }),
  home: byType({ ...common, input }),
};

export function checkBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): readonly Breach[] {
  const max = surface === 'message' ? blocksPerMessage : limits.view.blocks.max_items;
  const found = both(list(kinds[surface], max), uniqueIn('block_id'), actionsDiffer)(blocks, pointer);
  if (found.length > 0 || surface !== 'message') return found;
  return wordsIn(blocks) > charactersPerMessage ? breach(pointer, 'msg_blocks_too_long') : [];
}

export function checkView(view: unknown): readonly Breach[] {
  if (!isObject(view)) return breach('/view', 'must be an object');
  const surface = view['type'] === 'home' ? 'home' : 'modal';
  const blocks: Check = (value, pointer) => checkBlocks(value, surface, pointer);
  const memory = {
    callback_id: text(limits.view.callback_id.max_length),
    private_metadata: text(limits.view.private_metadata.max_length, 0),
    external_id: text(limits.view.callback_id.max_length),
  };
  const modal = {
    submit: plain(limits.view.submit.max_length),
    close: plain(limits.view.close.max_length),
    clear_on_close: bool,
    notify_on_close: bool,
  };
  const check = byType({
    modal: shape({ blocks, title: plain(limits.view.title.max_length) }, { ...memory, ...modal }),
    home: shape({ blocks }, memory),
  });
  const unsubmittable = surface === 'modal' && hasInput(view) && view['submit'] === undefined;
  return [
    ...check(view, '/view'),
    ...(unsubmittable ? breach('/view', 'missing required field: submit') : []),
    ...(JSON.stringify(view).length > viewBytes ? breach('/view', 'view_too_large') : []),
  ];
}

export const checkMetadata: Check = shape({
  event_type: text(255),
  event_payload: (value, pointer) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, inner]) =>
          oneOf('string', 'number', 'boolean')(typeof inner, `${pointer}/${key}`),
        )
      : breach(pointer, 'must be an object'),
});

function hasInput(view: Json): boolean {
  return Array.isArray(view['blocks']) && view['blocks'].some((block) => isObject(block) && block['type'] === 'input');
}

function uniqueIn(member: string): Check {
  return (value, pointer) => {
    const ids = (Array.isArray(value) ? value : []).flatMap((item) => (isObject(item) ? (item[member] ?? []) : []));
    return new Set(ids).size === ids.length ? [] : breach(pointer, `${member} must be unique`);
  };
}

/** Ours alone: buttons of one message that share an action id could not be told apart. */
const actionsDiffer: Check = (value, pointer) => {
  const elements = (Array.isArray(value) ? value : []).flatMap((block): unknown[] => {
    if (!isObject(block)) return [];
    const found = block['type'] === 'actions' ? block['elements'] : block['accessory'];
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  });
  return uniqueIn('action_id')(elements, pointer);
};

function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + wordsIn(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? length(inner) : wordsIn(inner)),
    0,
  );
}
