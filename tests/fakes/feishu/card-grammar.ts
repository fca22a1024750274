/** The vocabulary of Card JSON 2.0: which elements there are and which properties each may have (unknown ones are errors in 2.0). */
const common = ['tag', 'element_id', 'margin'];
const layout = ['direction', 'padding', 'horizontal_spacing', 'vertical_spacing', 'horizontal_align', 'vertical_align'];
const picker = [
  'name',
  'placeholder',
  'width',
  'required',
  'disabled',
  'value',
  'behaviors',
  'confirm',
  'disabled_tips',
];
const select = [...picker, 'type', 'options', 'initial_option', 'initial_index'];

export const grammar: Readonly<Record<string, readonly string[]>> = {
  plain_text: ['tag', 'content', 'i18n_content', 'text_size', 'text_color', 'text_align', 'lines'],
  lark_md: ['tag', 'content', 'i18n_content', 'text_size', 'text_color', 'text_align', 'lines'],
  text_tag: ['tag', 'text', 'color', 'element_id'],
  standard_icon: ['tag', 'token', 'color'],
  custom_icon: ['tag', 'img_key'],
  markdown: [...common, 'content', 'i18n_content', 'text_align', 'text_size', 'icon'],
  div: [...common, 'text', 'fields', 'icon', 'width'],
  hr: common,
  img: [...common, 'img_key', 'alt', 'title', 'mode', 'preview', 'size', 'scale_type', 'corner_radius'],
  img_combination: [...common, 'img_list', 'combination_mode', 'corner_radius', 'combination_transparent'],
  person: [...common, 'user_id', 'size', 'show_avatar', 'show_name', 'style'],
  person_list: [...common, 'persons', 'size', 'show_avatar', 'show_name', 'lines', 'drop_invalid_user_id'],
  chart: [...common, 'chart_spec', 'aspect_ratio', 'height', 'color_theme', 'preview'],
  table: [...common, 'columns', 'rows', 'row_height', 'header_style', 'page_size', 'freeze_first_column'],
  audio: [...common, 'file_key', 'audio_id', 'fallback'],
  column_set: [...common, ...layout, 'columns', 'flex_mode', 'background_style', 'action'],
  column: [...common, ...layout, 'elements', 'width', 'weight', 'background_style', 'action'],
  form: [...common, ...layout, 'name', 'elements'],
  collapsible_panel: [...common, ...layout, 'header', 'elements', 'expanded', 'background_color', 'border'],
  interactive_container: [
    ...common,
    ...layout,
    'elements',
    'behaviors',
    'width',
    'height',
    'background_style',
    'has_border',
    'border_color',
    'corner_radius',
    'disabled',
    'disabled_tips',
    'confirm',
    'hover_tips',
  ],
  button: [
    ...common,
    'text',
    'type',
    'size',
    'width',
    'icon',
    'behaviors',
    'confirm',
    'disabled',
    'disabled_tips',
    'hover_tips',
    'name',
    'form_action_type',
    'required',
  ],
  input: [
    ...common,
    ...picker,
    'label',
    'label_position',
    'default_value',
    'i18n_default_value',
    'input_type',
    'rows',
    'auto_resize',
    'max_rows',
    'max_length',
    'show_icon',
  ],
  select_static: [...common, ...select],
  multi_select_static: [...common, ...select, 'selected_values'],
  select_person: [...common, ...select],
  multi_select_person: [...common, ...select, 'selected_values'],
  date_picker: [...common, ...picker, 'initial_date'],
  picker_time: [...common, ...picker, 'initial_time'],
  picker_datetime: [...common, ...picker, 'initial_datetime'],
  checker: [...common, ...picker, 'checked', 'text', 'overall_checkable', 'button_area', 'checked_style', 'hover_tips'],
  overflow: [...common, 'options', 'value', 'confirm', 'width', 'behaviors'],
  select_img: [...common, ...picker, 'options', 'multi_select', 'layout', 'style', 'can_preview', 'aspect_ratio'],
};

/** What people operate; inside a form each needs a name. */
export const interactive: ReadonlySet<string> = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
]);

export const containers: ReadonlySet<string> = new Set([
  'column_set',
  'form',
  'collapsible_panel',
  'interactive_container',
]);

/** Gone with 2.0: code 200861. */
export const dead: ReadonlySet<string> = new Set(['action', 'note']);

export const templates: ReadonlySet<string> = new Set(
  'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' '),
);

export const rootProperties: ReadonlySet<string> = new Set(['schema', 'config', 'card_link', 'header', 'body']);
export const configProperties: ReadonlySet<string> = new Set([
  'update_multi',
  'width_mode',
  'enable_forward',
  'summary',
  'locales',
  'use_custom_translation',
  'streaming_mode',
  'streaming_config',
  'style',
  'enable_forward_interaction',
]);
export const headerProperties: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'text_tag_list',
  'i18n_text_tag_list',
  'template',
  'icon',
  'padding',
]);
