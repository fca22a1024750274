/** The page in a real Chromium on the real bot: barriers, keyboard, lost connections, other people’s news, the clock. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { World } from '../support/world.ts';
import { lineTo } from './line.ts';
import { exampleFirm, requests, type Visitor, visit } from './visitor.ts';

let browser: Browser;
let world: World;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), World.begin({ platform: 'playground', firm: exampleFirm })]);
});
afterAll(async () => {
  await browser.close();
  await world.end();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const open = (address: string, screen: Parameters<typeof visit>[2] = { width: 1280 }): Promise<Visitor> =>
  visit(browser, world.botUrl + address, screen);

const asked = async (visitor: Visitor): Promise<void> => {
  await visitor.says('申请 税务');
  await visitor.button('市场调研').click();
  await visitor.page.waitForSelector('#sheet[open]');
};

test('a page for a desk is free of barriers, with the people and with a wrong form open', async () => {
  const visitor = await open('/?as=wang', { width: 1280 });
  await visitor.page.click('.who');
  expect(await visitor.barriers('.top')).toEqual([]);
  await visitor.page.keyboard.press('Escape');
  await asked(visitor);
  await visitor.page.click('#sheet [type=submit]');
  await visitor.page.waitForSelector('#sheet [aria-invalid]');
  expect(await visitor.barriers()).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

test('a page for a hand is free of barriers in the dark, and every button can be hit with a thumb', async () => {
  const visitor = await open('/?as=emily', { width: 390, scheme: 'dark' });
  const { page, barriers } = visitor;
  await visitor.says('help');
  await page.waitForSelector('#timeline .card');
  for (const pane of ['chats', 'panel', 'talk']) {
    await page.click(`[data-pane-to=${pane}]`);
    expect(await page.locator(`#pane-${pane}`).isVisible()).toBe(true);
    expect(await barriers(`#pane-${pane}`)).toEqual([]);
    const small = await page.evaluate(`[...document.querySelectorAll('button, a, textarea, input, select')]
      .filter((element) => !element.matches('.skip'))
      .map((element) => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
      .map(({ name }) => name)`);
    expect(small).toEqual([]);
  }
});

test('forty thousand characters and long words make nothing wider than the screen', async () => {
  const { page, says } = await open('/?as=gao', { width: 390 });
  await says(`申请 ${'Supercalifragilistic'.repeat(20)} ${'长'.repeat(39_000)}`);
  await page.waitForSelector('#timeline .card');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await page.evaluate('timeline.scrollWidth - timeline.clientWidth')).toBe(0);
});

test('a newcomer is met in the language of their browser, people in their own; a chosen one is kept', async () => {
  const { page } = await open('/', { width: 1280, language: 'en-GB' });
  const language = () => page.locator('html').getAttribute('lang');
  expect([await language(), await page.locator('.who .persona-name').innerText()]).toEqual(['en-US', 'Emily Carter']);
  await page.goto(`${world.botUrl}/?as=emily`);
  await page.click('a[hreflang=zh-CN]');
  await page.click('.who');
  await page.click('.people a:has-text("Ann Miller")');
  expect([await language(), await page.locator('.who .persona-name').innerText()]).toEqual(['zh-CN', 'Ann Miller']);
});

test('another person’s news shows as a mark until somebody has looked, and on their open home page at once', async () => {
  const head = await open('/?as=li');
  const home = await open('/?as=li&in=home:li');
  await requests(await open('/?as=chen'), '渠道研究');
  const room = head.page.locator('.sidebar a[data-chat=room-strategy]');
  await room.locator('.dot').waitFor();
  await home.page.locator('#timeline .item', { hasText: '渠道研究' }).waitFor();
  await room.click();
  await head.page.locator('#timeline .card', { hasText: '渠道研究' }).waitFor();
  await expect.poll(() => room.locator('.dot').isVisible()).toBe(false);
});

test('a request is declined with a reason only, and the requester reads it where they are', async () => {
  const requester = await open('/?as=tang');
  await requests(requester, '竞品研究');
  const { page, button } = await open('/?as=li&in=room-strategy');
  await button('不受理').click();
  await page.click('#sheet [type=submit]');
  await page.getByText('请填写原因。').waitFor();
  await page.fill('#sheet textarea', '目前没有人手');
  await page.click('#sheet [type=submit]');
  await requester.page.locator('#timeline .card', { hasText: '目前没有人手' }).waitFor();
});

test('a stranger is met politely, and the administrator finds them in the list', async () => {
  const stranger = await open('/?as=stranger');
  await stranger.says('你好');
  await stranger.page.locator('#timeline .card', { hasText: '我还不认识您' }).waitFor();
  await stranger.page.locator('#panel-events', { hasText: '陌生人 第一次来' }).waitFor();
  const admin = await open('/?as=sun');
  await admin.button('我的').click();
  await admin.page.locator('#timeline .item', { hasText: '陌生人' }).waitFor();
});

test('everything of the first step is done with the keyboard alone, and the focus never gets lost', async () => {
  const { page, complaints } = await open('/?as=zhou');
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached`);
  };
  await tabTo('.skip');
  await tabTo('#say');
  await page.keyboard.type('申请 需求访谈');
  await page.keyboard.press('Enter');
  await page.locator('#timeline .card button').first().waitFor();
  await page.focus('#timeline');
  await tabTo('#timeline [data-slot="0"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#sheet [name=_title]:focus');
  await tabTo('#sheet textarea');
  await page.keyboard.type('要进入华东市场');
  await tabTo('#sheet [type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('#timeline .card', { hasText: '需求访谈REQ-' }).waitFor();
  expect(await page.evaluate('document.activeElement.dataset.slot')).toBe('0');
  await tabTo('#tab-events');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#panel-records').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test('words whose answer got lost are kept, said once when sent again, and still there after a reload', async () => {
  const { page, says } = await open('/?as=he');
  await page.route('**/playground/say*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await says('我的');
  await page.getByText('没能送达').waitFor();
  expect(await page.inputValue('#say')).toBe('我的');
  await page.unroute('**/playground/say*');
  await page.press('#say', 'Enter');
  await expect.poll(() => page.inputValue('#say')).toBe('');
  for (const look of ['live', 'after a reload']) {
    await page.locator('#timeline .card', { hasText: '我的事项' }).waitFor();
    expect(await page.locator('#timeline .mine').count(), look).toBe(1);
    await page.reload();
  }
});

test('a page whose line was cut catches up with what it missed', async () => {
  const line = await lineTo(world.botUrl);
  const { page } = await visit(browser, `${line.url}/?as=li&in=room-strategy`, { width: 1280 });
  line.cut();
  await requests(await open('/?as=marcus&lang=zh-CN'), '断线时的申请');
  const missed = page.locator('#timeline .card', { hasText: '断线时的申请' });
  await missed.waitFor();
  expect(await missed.count()).toBe(1);
  await line.close();
});

// Last, because time is everybody's.
test('the clock goes to the weekly moment, the form comes by itself, and the head reads the digest', async () => {
  const { page, button } = await open('/?as=wang');
  await page.click('[data-travel=ask]');
  await expect.poll(() => page.locator('[data-clock=time]').textContent(), { timeout: 20_000 }).toBe('16:00');
  await page.locator('#timeline form textarea').first().fill('完成了访谈提纲');
  await page.selectOption('#timeline form select', { label: '正常' });
  await button('提交').click();
  await page.locator('#timeline .chip', { hasText: '已提交' }).waitFor();
  await page.click('[data-travel=morning]');
  await expect.poll(() => page.locator('[data-clock=time]').textContent(), { timeout: 20_000 }).toBe('09:00');
  await page.locator('[data-clock=day]', { hasText: '星期一' }).waitFor();
  await page.click('[data-travel=hour]');
  await expect.poll(() => page.locator('[data-clock=time]').textContent(), { timeout: 20_000 }).toBe('10:00');
  const head = await open('/?as=li');
  await head.page.locator('#timeline .card', { hasText: '周报汇总' }).getByText('完成了访谈提纲').waitFor();
});
