/** A chart on the page, in a real Chromium: drawn for every screen, in light and in dark, and read aloud in words. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/bot/cards/card.ts';
import { openDatabase } from '../../src/bot/store/database.ts';
import { chatMemory } from '../../src/bot/store/chat-memory.ts';
import { chartCard, healthCard, healthChart } from '../cards/charts.ts';
import { openBrowser } from '../support/browser.ts';
import { silent, World } from '../support/world.ts';
import { exampleFirm, visit } from './visitor.ts';

let browser: Browser;
let world: World;
let post: (chat: string, post: string, message: Message) => Promise<void>;
let close: () => Promise<void>;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), World.begin({ platform: 'playground', firm: exampleFirm })]);
  const database = openDatabase({ url: world.url, processName: 'chart-test', onIdleError: () => undefined });
  const memory = chatMemory(database, world.url, silent);
  post = async (chat, id, message) => {
    await memory.keep({ chat, post: id, message, at: world.now() });
  };
  close = () => database.close();
  await post('dm:wang', 'zh', { type: 'card', card: healthCard('zh-CN') });
  await post('dm:emily', 'en', { type: 'card', card: healthCard('en-US') });
});
afterAll(async () => {
  await close();
  await browser.close();
  await world.end();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const screens = [
  { as: 'wang', locale: 'zh-CN', width: 1280, scheme: 'light', size: [560, 300] },
  { as: 'wang', locale: 'zh-CN', width: 390, scheme: 'dark', size: [320, 270] },
  { as: 'emily', locale: 'en-US', width: 1280, scheme: 'dark', size: [560, 300] },
  { as: 'emily', locale: 'en-US', width: 390, scheme: 'light', size: [320, 270] },
] as const;

test.each(screens)(
  '$as sees the chart $width wide in the $scheme, free of barriers',
  async ({ as, locale, size, ...screen }) => {
    const visitor = await visit(browser, `${world.botUrl}/?as=${as}`, screen);
    const picture = visitor.page.getByRole('img', { name: healthChart(locale).alternative });
    await picture.waitFor();
    const shown = await visitor.page.evaluate<readonly [number, number, string]>(`(async () => {
    const image = document.querySelector('figure img');
    await image.decode();
    return [image.naturalWidth, image.naturalHeight, image.currentSrc];
  })()`);
    expect(shown.slice(0, 2)).toEqual(size);
    expect(shown[2]).toContain(`scheme=${screen.scheme}`);
    expect(await visitor.page.locator('figcaption').innerText()).toBe(healthChart(locale).title);
    expect(await visitor.page.evaluate('timeline.scrollWidth - timeline.clientWidth')).toBe(0);
    expect(await visitor.barriers('#pane-talk')).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    const folder = process.env['CHART_PICTURES'];
    if (folder !== undefined)
      await visitor.page
        .locator('.card:has(figure)')
        .screenshot({ path: `${folder}/charts-page-${as}-${screen.width}-${screen.scheme}.png` });
  },
);

const addressOf = async (as: string): Promise<URL> => {
  const html = await (await fetch(`${world.botUrl}/playground/timeline?as=${as}`)).text();
  const found = /<img src="([^"]*chart\.svg[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  return new URL(found ?? '', world.botUrl);
};

test('a picture is drawn once for each browser, and has its own letters in it', async () => {
  const answer = await fetch(await addressOf('wang'));
  expect(answer.headers.get('content-type')).toBe('image/svg+xml');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const svg = await answer.text();
  for (const word of ['正常', '有风险', '偏离', 'W41', '2026']) expect(svg).toContain(`>${word}</text>`);
});

test.each([
  ['somebody else', (address: URL) => address.searchParams.set('as', 'emily')],
  ['a drawing that is not there any more', (address: URL) => address.searchParams.set('key', 'gone')],
  ['a message without a chart', (address: URL) => address.searchParams.set('message', '0')],
  ['a size nobody drew', (address: URL) => address.searchParams.set('size', 'constructor')],
])('for %s there is no picture', async (_, change) => {
  const address = await addressOf('wang');
  change(address);
  expect((await fetch(address)).status).toBe(404);
});

test('a chart of nothing stands in words', async () => {
  const nothing = { ...healthChart('en-US'), series: [], alternative: 'Nobody has reported yet.' };
  await post('dm:li', 'nothing', { type: 'card', card: chartCard(nothing, 'Digest') });
  const html = await (await fetch(`${world.botUrl}/playground/timeline?as=li`)).text();
  expect(html).toContain('<p class="words aside">Nobody has reported yet.</p>');
});
