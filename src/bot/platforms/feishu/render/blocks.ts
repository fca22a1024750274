/** The blocks of a card as elements of Card JSON 2.0. */
import type { Block, Button, Fact, Step } from '../../../cards/card.ts';
import { chartElement } from './chart.ts';
import type { Element } from './elements.ts';
import { buttonRow, column, columns, grey, markdown, plainText, pressButton } from './elements.ts';
import { clean, cut, escape } from './escape.ts';
import type { Budget } from './fit.ts';
import { bold, lineToMarkdown } from './line.ts';

/** What is left out is said with an ellipsis; buttons are never left out for length's sake before texts are. */
export function drawBlocks(blocks: readonly Block[], budget: Budget): readonly Element[] {
  const texts = blocks.filter((block) => block.type !== 'buttons');
  const kept = new Set<Block>(texts.slice(0, budget.blocks));
  const drawn = new Set<Block>(blocks.filter(({ type }) => type === 'chart').slice(0, budget.charts));
  const elements = blocks.flatMap((block) =>
    block.type === 'buttons' || kept.has(block)
      ? [...(drawn.has(block) ? picture(block) : []), ...drawBlock(block, budget)]
      : [],
  );
  return texts.length > kept.size ? [...elements, markdown('…')] : elements;
}

function picture(block: Block): readonly Element[] {
  return block.type === 'chart' ? [chartElement(block.chart) ?? []].flat() : [];
}

function drawBlock(block: Block, budget: Budget): readonly Element[] {
  switch (block.type) {
    case 'paragraph':
      return text(lineToMarkdown(block.text, budget.text));
    case 'quote':
      return drawQuote(cut(clean(block.text).trim(), budget.quote));
    case 'facts':
      return drawFacts(block.facts.slice(0, budget.parts), budget);
    case 'aside':
      return aside(lineToMarkdown(block.text, budget.text));
    case 'chart':
      // Below its picture, small: for clients that draw none, and for those who hear the card.
      return aside(lineToMarkdown([block.chart.alternative], budget.text));
    case 'steps':
      return text(
        block.steps
          .slice(0, budget.parts)
          .map((step) => drawStep(step, budget))
          .join(' → '),
      );
    case 'heading':
      return text(bold(cut(block.text, budget.text)), 'heading');
    case 'item':
      return drawItem(block, budget);
    case 'divider':
      return [{ tag: 'hr' }];
    case 'buttons':
      return drawButtons(block.buttons.slice(0, budget.parts));
  }
}

/** An element without words is refused by some clients; then there is nothing to draw. */
function text(content: string, size: 'normal' | 'heading' = 'normal'): readonly Element[] {
  return content.trim() === '' ? [] : [markdown(content, size)];
}

function aside(content: string): readonly Element[] {
  return content.trim() === '' ? [] : [markdown(grey(content), 'notation')];
}

/** Somebody's words stand as plain text on grey: no markup is read there, and lines stay lines. */
function drawQuote(words: string): readonly Element[] {
  if (words === '') return [];
  const said: Element = { tag: 'div', text: plainText(words) };
  return [columns([column([said], 'weighted')], { background_style: 'grey' })];
}

const pairsUpTo = 12;

/** Two columns while there are few; a long ledger is one list, which costs one element instead of two each. */
function drawFacts(facts: readonly Fact[], budget: Budget): readonly Element[] {
  const value = (fact: Fact): string => lineToMarkdown(fact.value, budget.text);
  const label = (fact: Fact): string => escape(cut(fact.label, budget.text));
  if (facts.length > pairsUpTo) {
    return text(facts.map((fact) => `${grey(label(fact))} ${value(fact)}`).join('\n'));
  }
  const cell = (fact: Fact): Element => column([markdown(`${grey(label(fact))}\n${value(fact)}`)], 'weighted');
  return pairs(facts).map((pair) => columns(pair.map(cell), { flex_mode: 'stretch' }));
}

function pairs(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return facts.flatMap((_fact, at) => (at % 2 === 0 ? [facts.slice(at, at + 2)] : []));
}

const stepMarks = { done: '✓', now: '●', next: '○', failed: '✕' } as const;

function drawStep(step: Step, budget: Budget): string {
  const words = cut(step.label, budget.text);
  const label = step.state === 'now' ? bold(words) : escape(words);
  return `${stepMarks[step.state]} ${label}`;
}

function drawItem(item: Extract<Block, { type: 'item' }>, budget: Budget): readonly Element[] {
  const words = [
    ...text(lineToMarkdown(item.text, budget.text)),
    ...(item.aside ? aside(lineToMarkdown(item.aside, budget.text)) : []),
  ];
  if (!item.button) return words;
  return [columns([column(words, 'weighted'), column([pressButton(item.button)], 'auto')])];
}

function drawButtons(buttons: readonly Button[]): readonly Element[] {
  return buttons.length === 0 ? [] : [buttonRow(buttons.map(pressButton))];
}
