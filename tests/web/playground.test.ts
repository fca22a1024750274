/** The playground in a real Chromium: on a desk and in a hand, in both languages, by mouse and by keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type StageSet, stage } from './stage/index.ts';
import { type Visitor, visit } from './visitor.ts';

let browser: Browser;
let set: StageSet;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  set = await stage();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await set.close();
});

const open = (address: string, screen: Parameters<typeof visit>[2]): Promise<Visitor> =>
  visit(browser, `${set.url}${address}`, screen);
const pressed = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true });

async function ask(page: Page, words = '申请 市场调研'): Promise<void> {
  await page.fill('#say', words);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sheet[open]');
}

async function submit(page: Page): Promise<void> {
  await page.fill('#sheet textarea', '要进入华东市场');
  await page.click('#sheet [type=submit]');
  await page.waitForSelector('#timeline .card');
}

describe.each([1280, 390] as const)('at %i px', (width) => {
  test('somebody asks, is told what is missing, mends it, and their card appears', async () => {
    const { page, complaints } = await open('/?as=wang', { width });
    await ask(page);
    await page.click('#sheet [type=submit]');
    const wrong = page.locator('#sheet [aria-invalid=true]');
    await wrong.waitFor();
    const described = (await wrong.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described.split(' ').at(-1)}`).textContent()).toBe('请填写业务背景');
    expect(await page.locator('#sheet [aria-invalid=true]:focus').count()).toBe(1);
    expect(await page.inputValue('#sheet [name=title]')).toBe('市场调研');
    await submit(page);
    expect(await page.locator('#sheet').getAttribute('open')).toBeNull();
    expect(await page.locator('#timeline .card .chip').textContent()).toBe('REQ-1 · 待接手');
    expect(await page.locator('#timeline .mine').count()).toBe(1);
    await expect.poll(() => page.locator('#spoken').textContent()).toContain('REQ-1 市场调研');
    expect(complaints).toEqual([]);
  });

  test('the whole story is played by following the guide, and the desk’s card shows the truth meanwhile', async () => {
    const { page, complaints } = await open('/', { width });
    await page.click('#tour-go');
    await page.waitForURL(/say=/);
    await page.keyboard.press('Enter');
    await submit(page);
    const watcher = await open('/?as=wang', { width });
    for (const label of ['接手', '同意', '完成']) {
      await expect.poll(() => page.locator('#tour-go').count()).toBe(1);
      await page.click('#tour-go');
      await pressed(page, label).click();
      await pressed(page, label).waitFor({ state: 'detached' });
      await page.locator('#tour-go').waitFor();
    }
    await expect.poll(() => watcher.page.locator('#timeline .chip').textContent()).toBe('REQ-1 · 已完成');
    await page.click('#tour-go');
    await page.getByRole('radio', { name: '很满意', exact: true }).check();
    await page.click('#timeline [type=submit]');
    await page.getByText('谢谢您的评价。').waitFor();
    expect([...complaints, ...watcher.complaints]).toEqual([]);
  });

  test('the page is free of barriers, in light and dark, in Chinese and English, also with a form open', async () => {
    const other = width === 390;
    for (const [address, scheme] of [
      ['/?as=wang', other ? 'dark' : 'light'],
      ['/?as=zhao', other ? 'light' : 'dark'],
    ] as const) {
      const { page, barriers } = await open(address, { width, scheme });
      await page.fill('#say', '帮助');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#timeline .card');
      await page.click('.who');
      expect(await barriers()).toEqual([]);
      await page.keyboard.press('Escape');
      await ask(page);
      await page.click('#sheet [type=submit]');
      await page.waitForSelector('#sheet [aria-invalid]');
      expect(await barriers()).toEqual([]);
    }
  }, 60_000);

  test('nothing is wider than the screen', async () => {
    const { page } = await open('/?as=wang', { width });
    await page.fill('#say', `${'长'.repeat(400)}${'x'.repeat(400)}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#timeline .bot');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate('timeline.scrollWidth - timeline.clientWidth')).toBe(0);
  });
});

test('in the hand every button can be hit with a thumb, and the panes are one tap away', async () => {
  const { page, barriers } = await open('/?as=wang', { width: 390 });
  for (const pane of ['talk', 'chats', 'panel']) {
    await page.click(`[data-pane-to=${pane}]`);
    expect(await page.locator(`#pane-${pane}`).isVisible()).toBe(true);
    if (pane !== 'talk') expect(await barriers()).toEqual([]);
    const small = await page.evaluate(`[...document.querySelectorAll('button, a, textarea, input, select')]
      .filter((element) => !element.matches('.skip'))
      .map((element) => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
      .map(({ name }) => name)`);
    expect(small).toEqual([]);
  }
});

test('the page follows the person’s language, and the visitor may choose another', async () => {
  const { page } = await open('/?as=zhao', { width: 1280 });
  expect(await page.locator('html').getAttribute('lang')).toBe('en-US');
  await page.click('a[hreflang=zh-CN]');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.click('.who');
  await page.click('.people a:has-text("Ann Baker")');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.locator('.who .persona-name').textContent()).toBe('Ann Baker');
});

test('another person’s news shows as a mark, until somebody has looked', async () => {
  const { page } = await open('/?as=li', { width: 1280 });
  const other = await open('/?as=wang', { width: 1280 });
  await ask(other.page);
  await submit(other.page);
  const room = page.locator('.sidebar a[data-chat=strategy]');
  await room.locator('.dot').waitFor();
  await room.click();
  await page.waitForSelector('#timeline .card');
  await expect.poll(() => page.locator('.sidebar a[data-chat=strategy] .dot').isVisible()).toBe(false);
});

test('the clock goes to the firm’s weekly moment in the person’s zone', async () => {
  const { page } = await open('/?as=wang', { width: 1280 });
  await page.click('[data-travel=ask]');
  await expect.poll(() => page.locator('[data-clock=time]').textContent()).toBe('16:00');
  expect(set.time.now().toISOString()).toBe('2026-11-27T08:00:00.000Z');
  await page.click('[data-travel=morning]');
  await expect.poll(() => set.time.now().toISOString()).toBe('2026-11-30T01:00:00.000Z');
});

test('everything of the main path is done with the keyboard alone', async () => {
  const { page, complaints } = await open('/?as=wang', { width: 1280 });
  await page.keyboard.press('Tab');
  expect(await page.locator('.skip:focus').count()).toBe(1);
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached`);
  };
  await tabTo('#say');
  await page.keyboard.type('申请 市场调研');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sheet[open]');
  expect(await page.locator('#sheet [name=title]:focus').count()).toBe(1);
  await tabTo('#sheet textarea');
  await page.keyboard.type('要进入华东市场');
  await tabTo('#sheet [type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#timeline .card');
  expect(await page.locator('#say:focus').count()).toBe(1);
  await page.goto(`${set.url}/?as=li&in=strategy`);
  await tabTo('#timeline [data-slot="0"]');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#timeline .chip').textContent()).toBe('REQ-1 · 审批中');
  await tabTo('#tab-events');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#panel-records').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test('what could not be committed says so, keeps the words, and is one gesture when sent again', async () => {
  const { page } = await open('/?as=wang', { width: 1280 });
  set.script.broken = true;
  await page.fill('#say', '我的');
  await page.keyboard.press('Enter');
  await page.getByText('什么都没有改动').waitFor();
  expect(await page.inputValue('#say')).toBe('我的');
  set.script.broken = false;
  await page.keyboard.press('Enter');
  await expect.poll(() => page.inputValue('#say')).toBe('');
  expect(await page.locator('#timeline .mine').count()).toBe(1);
});

test('a page whose line was cut catches up with what it missed', async () => {
  const { page } = await open('/?as=li&in=strategy', { width: 1280 });
  await page.waitForSelector('html[data-live=on]');
  set.cut();
  const missed = { type: 'line', text: ['断线时的消息'] } as const;
  await set.platform.post({ type: 'chat', chat: 'strategy' }, missed, { id: 'x', attempt: 1, since: new Date(0) });
  const shown = page.locator('#timeline').getByText('断线时的消息');
  await shown.waitFor();
  expect(await shown.count()).toBe(1);
});
