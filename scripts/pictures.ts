/**
 * Draws the pictures of the READMEs: the playground as it is, and the very payloads of one approval card in a plain look of each chat.
 * Starts Steward with the example firm on an embedded database of its own, on a fixed day.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { drawMessage as drawFeishu } from '../src/bot/platforms/feishu/render/message.ts';
import { drawn as drawSlack } from '../src/bot/platforms/slack/render/message.ts';
import type { Log } from '../src/bot/ports/log.ts';
import { readSettings } from '../src/bot/runtime/config.ts';
import { type Part, stopInOrder } from '../src/bot/runtime/shutdown.ts';
import { startSteward } from '../src/steward.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { feishuPreview } from './pictures/feishu-preview.ts';
import { Played } from './pictures/played.ts';
import { slackPreview } from './pictures/slack-preview.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = (name: string): string => join(root, 'docs/images', `${name}.png`);

/** Wednesday, ten in the morning in Shanghai. */
const DAY = new Date('2026-11-25T02:00:00Z');

const told = (fields: object, message: string): void => console.error(message, fields);
const log: Log = {
  ...{ debug: () => undefined, info: () => undefined, warn: told, error: told },
  child: () => log,
};

type Asked = {
  readonly as: string;
  readonly words: string;
  readonly title: string;
  readonly service: string;
  readonly fields: Readonly<Record<string, string>>;
};

const inChinese: Asked = {
  as: 'chen',
  words: '申请',
  title: '新能源车市场研究',
  service: '市场调研',
  fields: {
    background: '客户计划明年进入华东市场，需要了解竞争格局、渠道与定价。',
    due: '2026-12-18',
    budget: '180000',
    region: '华东 East China',
    _client: 'xinhai',
  },
};

const inEnglish: Asked = {
  as: 'emily',
  words: 'request',
  title: 'E-bike market entry',
  service: 'Market research',
  fields: {
    background: 'Northwind wants to sell e-bikes in three cities: competitors, channels and prices.',
    due: '2026-12-18',
    budget: '240000',
    _client: 'northwind',
  },
};

/** Asked, taken, and approved by the head of the department: the management is next. */
async function play(played: Played, { as, words, title, service, fields }: Asked): Promise<void> {
  await played.says(as, `${words} ${title}`);
  await played.presses(as, title, service);
  await played.fills(as, title, { _title: title, ...fields });
  await played.presses('li', title, '接手');
  await played.presses('li', title, '同意');
}

type Shot = {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly language: string;
  /** What is scrolled to the top; else the newest is in sight. */
  readonly look?: string;
};

async function photograph(browser: Browser, url: string, shot: Shot): Promise<void> {
  const { name, address, width, height, language, look } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url + address);
  await page.waitForSelector('html[data-live=on]');
  if (look !== undefined) {
    const message = page.locator('.message', { hasText: look }).last();
    await message.evaluate((it: { readonly scrollIntoView: () => void }) => it.scrollIntoView());
  }
  await page.screenshot({ path: file(name) });
  await context.close();
}

async function preview(browser: Browser, name: string, markup: string): Promise<void> {
  const context = await browser.newContext({ deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.setContent(markup);
  await page.locator('body').screenshot({ path: file(name) });
  await context.close();
}

const dataDir = mkdtempSync(join(tmpdir(), 'steward-pictures-'));
const parts: Part[] = [];
const browser = await openBrowser();
try {
  const environment = { PORT: '0', DATA_DIR: dataDir, STEWARD_CONFIG: join(root, 'config/steward.yaml') };
  const { port, engine } = await startSteward(readSettings(environment, { root }), log, parts);
  await engine.travel(DAY);
  const url = `http://127.0.0.1:${port}`;
  const played = new Played(url, () => engine.travel(engine.now()));
  const desk = { width: 1280, height: 800 };
  const hand = { width: 390, height: 844 };
  const shoot = (shot: Shot): Promise<void> => photograph(browser, url, shot);

  await play(played, inChinese);
  await shoot({ name: 'playground-desktop', address: '/?as=xu', ...desk, language: 'zh-CN' });
  await shoot({ name: 'playground-phone', address: '/?as=chen', ...hand, language: 'zh-CN', look: '下一步' });
  const forFeishu = (await played.sees('xu', inChinese.title, '同意')).message;
  await preview(browser, 'card-approval-feishu', feishuPreview(drawFeishu(forFeishu), 'zh-CN'));

  // Half past nine in London, while Shanghai is still at work.
  await engine.travel(new Date('2026-11-25T09:30:00Z'));
  await play(played, inEnglish);
  await shoot({ name: 'playground-desktop-en', address: '/?as=emily', ...desk, language: 'en-US', look: 'Asked by' });
  const forSlack = (await played.sees('zhao', inEnglish.title, 'Approve')).message;
  await preview(browser, 'card-approval-slack', slackPreview(drawSlack(forSlack).blocks, 'en-US'));
} finally {
  await browser.close();
  await stopInOrder(parts, log);
  rmSync(dataDir, { recursive: true, force: true });
}
