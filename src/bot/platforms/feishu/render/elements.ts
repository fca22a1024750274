/** The few elements of Card JSON 2.0 we draw with (https://open.feishu.cn/document/feishu-cards/card-json-v2-structure). */
import type { Button, Tone } from '../../../cards/card.ts';
import type { Locale } from '../../../../domain/language.ts';
import { buttonLabel } from '../limits.ts';
import { wishToName, wishToValue } from '../wish-code.ts';
import { clean, cut } from './escape.ts';

export type Element = { readonly tag: string; readonly [property: string]: unknown };

export type CardJson = {
  readonly schema: '2.0';
  readonly config: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly body: { readonly elements: readonly Element[] };
};

/** Words read as they are, no markup. `words` in several languages are chosen by the reader's client. */
export function plainText(words: string | Readonly<Record<Locale, string>>): Element {
  if (typeof words === 'string') return { tag: 'plain_text', content: clean(words) };
  return { tag: 'plain_text', content: words['zh-CN'], i18n_content: { zh_cn: words['zh-CN'], en_us: words['en-US'] } };
}

export function markdown(content: string, size: 'normal' | 'notation' | 'heading' = 'normal'): Element {
  return { tag: 'markdown', content, text_size: size };
}

export function grey(content: string): string {
  return `<font color='grey'>${content}</font>`;
}

export function red(content: string): string {
  return `<font color='red'>${content}</font>`;
}

export function column(elements: readonly Element[], width: 'auto' | 'weighted'): Element {
  return {
    tag: 'column',
    width,
    ...(width === 'weighted' ? { weight: 1 } : {}),
    vertical_align: 'center',
    elements,
  };
}

export function columns(
  children: readonly Element[],
  more: { readonly flex_mode?: 'none' | 'stretch' | 'flow' | 'bisect'; readonly background_style?: string } = {},
): Element {
  return { tag: 'column_set', horizontal_spacing: '8px', ...more, columns: children };
}

const looks = { plain: 'default', primary: 'primary_filled', danger: 'danger' } as const;

export type Labelled = Omit<Button, 'label'> & { readonly label: string | Readonly<Record<Locale, string>> };

function face(button: Labelled): { readonly text: Element; readonly type: string } {
  const label = typeof button.label === 'string' ? cut(clean(button.label), buttonLabel) || '…' : button.label;
  return { text: plainText(label), type: looks[button.look] };
}

/** A button that stands outside a form. */
export function pressButton(button: Labelled): Element {
  return { tag: 'button', ...face(button), behaviors: [{ type: 'callback', value: wishToValue(button.wish) }] };
}

/** A button that sends the form it stands in; it must not have `behaviors`. */
export function submitButton(button: Button, place: number): Element {
  return { tag: 'button', ...face(button), name: wishToName(button.wish, place), form_action_type: 'submit' };
}

export function buttonRow(buttons: readonly Element[]): Element {
  return columns(
    buttons.map((button) => column([button], 'auto')),
    { flex_mode: 'flow' },
  );
}

const templates: Readonly<Record<Tone, string>> = {
  neutral: 'default',
  info: 'blue',
  good: 'green',
  warning: 'orange',
  bad: 'red',
  muted: 'grey',
};

export type Frame = {
  readonly title?: string;
  readonly subtitle?: string;
  readonly tone: Tone;
  readonly summary: string;
  readonly elements: readonly Element[];
};

/** A whole card. `update_multi` lets everybody see a repaint; forwarded copies would only mislead. */
export function frame({ title, subtitle, tone, summary, elements }: Frame): CardJson {
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, summary: { content: clean(summary) } },
    ...(title ? { header: { title: plainText(title), ...subtitled(subtitle), template: templates[tone] } } : {}),
    body: { elements },
  };
}

function subtitled(subtitle: string | undefined): { readonly subtitle?: Element } {
  return subtitle ? { subtitle: plainText(subtitle) } : {};
}
