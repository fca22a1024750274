/** The pictures of charts that stand in a conversation. Each has an address of its own, so that it is drawn once for each browser. */
import type { Hono } from 'hono';
import type { Block, Chart, Message } from '../../bot/cards/card.ts';
import { chartKey } from '../../bot/charts/key.ts';
import { type ChartAt, type ChartSize, chartSizes } from '../../bot/platforms/playground/chart.ts';
import { mayEnter } from '../../bot/platforms/playground/chats.ts';
import { HISTORY } from '../../bot/platforms/playground/limits.ts';
import type { KeptMessage } from '../../bot/ports/chat-memory.ts';
import type { PageNeeds } from './needs.ts';
import type { View } from './view.ts';

/** On the surface of a card, as `--surface` of the page's style has it. */
const inLight = { scheme: 'light', ground: '#fffefb' } as const;
const inDark = { scheme: 'dark', ground: '#1a211e' } as const;

const route = '/playground/chart.svg';

/** For the charts of one message, as this person may see them. */
export function chartsOf({ persona }: View, { id, chat }: KeptMessage): ChartAt {
  return (key, scheme, size) => {
    const query = new URLSearchParams({ as: persona.account, in: chat, message: id, key, scheme, size });
    return `${route}?${query.toString()}`;
  };
}

function chartsIn(message: Message): readonly Chart[] {
  const blocks: readonly Block[] =
    message.type === 'card' ? message.card.blocks : message.type === 'form' ? (message.form.intro ?? []) : [];
  return blocks.flatMap((block) => (block.type === 'chart' ? [block.chart] : []));
}

export function serveCharts(app: Hono, { memory }: PageNeeds): void {
  app.get(route, async (context) => {
    const { as = '', in: chat = '', message: id, key, scheme, size = 'wide' } = context.req.query();
    const kept = mayEnter(as, chat) ? (await memory.list(chat, HISTORY)).find((one) => one.id === id) : undefined;
    const chart = kept?.message && chartsIn(kept.message).find((one) => chartKey(one) === key);
    if (!chart || !isSize(size)) return context.text('no such chart', 404);
    // Loaded with the first chart only: a bot without charts does not pay for the drawing.
    const { drawSvg } = await import('../../bot/charts/svg.ts');
    const svg = drawSvg(chart, { ...chartSizes[size], ...(scheme === 'dark' ? inDark : inLight) });
    if (svg === undefined) return context.text('nothing to draw', 404);
    // The key names what is drawn: another drawing has another address.
    const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'private, max-age=31536000, immutable' };
    return context.body(svg, 200, headers);
  });
}

function isSize(size: string): size is ChartSize {
  return Object.hasOwn(chartSizes, size);
}
