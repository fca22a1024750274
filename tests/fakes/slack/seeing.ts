/** What a person reads on a picture of Slack: words, buttons and questions, no markup. */
import { isObject, type Json } from './checker/checks.ts';
import type { View } from './workspace.ts';

export type SeenButton = { readonly label: string; readonly block: string; readonly json: Json };
export type SeenInput = {
  readonly label: string;
  readonly block: string;
  readonly required: boolean;
  readonly element: Json;
};

/** Every text from top to bottom, one a line. Labels of buttons and questions are not among them. */
export function wordsOf(blocks: unknown): string {
  return objects(blocks)
    .flatMap((block) => {
      switch (block['type']) {
        case 'header':
          return [textOf(block['text'])];
        case 'section':
          return [block['text'], ...objects(block['fields'])].flatMap((one) =>
            one === undefined ? [] : [textOf(one)],
          );
        case 'image':
          return [textOf(block['title']), String(block['alt_text'])];
        case 'context':
          return [objects(block['elements']).map(textOf).join(' ')];
        case 'rich_text':
          return objects(block['elements']).map((part) => objects(part['elements']).map(textOf).join(''));
        default:
          return [];
      }
    })
    .join('\n');
}

export function buttonsOf(blocks: unknown): readonly SeenButton[] {
  return objects(blocks).flatMap((block, index) => {
    const found = block['type'] === 'actions' ? objects(block['elements']) : objects([block['accessory']]);
    const id = typeof block['block_id'] === 'string' ? block['block_id'] : `b${index}`;
    return found
      .filter((one) => one['type'] === 'button')
      .map((json) => ({ label: textOf(json['text']), block: id, json }));
  });
}

export function inputsOf(view: View): readonly SeenInput[] {
  return objects(view.json['blocks']).flatMap((block) =>
    block['type'] === 'input' && isObject(block['element'])
      ? [
          {
            label: textOf(block['label']),
            block: String(block['block_id']),
            required: block['optional'] !== true,
            element: block['element'],
          },
        ]
      : [],
  );
}

/** A modal without questions and buttons only says something. */
export function isSaid(view: Json): boolean {
  return view['submit'] === undefined && buttonsOf(view['blocks']).length === 0;
}

export function titleOf(view: Json): string {
  return textOf(view['title']);
}

export function textOf(text: unknown): string {
  if (!isObject(text) || typeof text['text'] !== 'string') return '';
  return text['type'] === 'mrkdwn' ? unmarked(text['text']) : text['text'];
}

export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Dates as their fallback, bold and code without their marks, entities undone. */
function unmarked(text: string): string {
  return text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/\*([^*\n]+)\*/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
