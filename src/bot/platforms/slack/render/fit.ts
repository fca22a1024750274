/** Keeps a message or view within Slack's totals: what people must press or fill stays, the words before it give way. */
import type { KnownBlock } from '@slack/types';
import { charactersPerMessage } from '../limits.ts';
import { length } from './text.ts';

/** Drops the last words, marks the place with `…`, until the rest fits. The first block (the title) and every control stay. */
export function fitted(blocks: readonly KnownBlock[], max: number): readonly KnownBlock[] {
  if (fits(blocks, max)) return blocks;
  const sizes = blocks.map(size);
  let count = blocks.length + 1;
  let characters = sizes.reduce((sum, one) => sum + one, 1);
  const dropped = new Set<number>();
  for (let index = blocks.length - 1; index > 0; index -= 1) {
    if (count <= max && characters <= charactersPerMessage) break;
    const block = blocks[index];
    if (block === undefined || isControl(block)) continue;
    dropped.add(index);
    count -= 1;
    characters -= sizes[index] ?? 0;
  }
  const gap = Math.min(...dropped, blocks.length);
  const rest = (from: number, to: number) => blocks.slice(from, to).filter((_, index) => !dropped.has(index + from));
  return [...rest(0, gap), more, ...rest(gap, blocks.length)].slice(0, max);
}

const more: KnownBlock = { type: 'context', elements: [{ type: 'plain_text', text: '…', emoji: false }] };

function fits(blocks: readonly KnownBlock[], max: number): boolean {
  return blocks.length <= max && blocks.reduce((sum, block) => sum + size(block), 0) <= charactersPerMessage;
}

function isControl(block: KnownBlock): boolean {
  return block.type === 'actions' || block.type === 'input' || (block.type === 'section' && 'accessory' in block);
}

/** Characters a person would read. Controls are not counted: they stay anyway. */
function size(block: KnownBlock): number {
  switch (block.type) {
    case 'section':
      return length(block.text?.text ?? '') + (block.fields ?? []).reduce((sum, field) => sum + length(field.text), 0);
    case 'context':
      return block.elements.reduce((sum, element) => sum + ('text' in element ? length(element.text) : 0), 0);
    case 'header':
      return length(block.text.text);
    case 'image':
      return length(block.alt_text) + length(block.title?.text ?? '');
    case 'rich_text':
      return length(JSON.stringify(block.elements));
    default:
      return 0;
  }
}
