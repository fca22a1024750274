/** The main story in a real Chromium on the real bot: on a desk and in a hand, in both languages, by following the guide. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { World } from '../support/world.ts';
import { exampleFirm, type Visitor, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Words = {
  readonly language: 'zh-CN' | 'en-US';
  readonly service: string;
  readonly missing: string;
  readonly done: string;
  readonly answered: string;
  readonly over: string;
};

const chinese: Words = {
  language: 'zh-CN',
  service: '市场调研',
  missing: '请填写此项。',
  done: '已完成',
  answered: '已评价',
  over: '走完了',
};
const english: Words = {
  language: 'en-US',
  service: 'Market research',
  missing: 'Please fill this in.',
  done: 'Done',
  answered: 'Answered',
  over: 'full circle',
};

/** Asks with the words the guide writes, is told what is missing, mends it, and sends. Answers where the asker's own page is. */
async function asks({ page }: Visitor, words: Words): Promise<string> {
  await page.click('#tour-go');
  await page.waitForURL(/say=/);
  await page.press('#say', 'Enter');
  await page.fill('#timeline form input[type=number]', '150000');
  await page.click('#timeline form [type=submit]');
  const wrong = page.locator('#timeline form [aria-invalid=true]:focus');
  await wrong.waitFor();
  const described = (await wrong.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`#${described.split(' ').at(-1)}`).textContent()).toBe(words.missing);
  expect(await page.inputValue('#timeline form [name=_title]')).toBe(words.service);
  expect(await page.inputValue('#timeline form input[type=number]')).toBe('150000');
  await page.fill('#timeline form textarea', 'Hangzhou');
  await page.click('#timeline form [type=submit]');
  await page.locator('#timeline .chip', { hasText: 'REQ-1' }).waitFor();
  return page.url().replace(/&say=[^&]*/, '');
}

/** Becomes whoever the guide names, and presses what it names. */
async function follows({ page, button }: Visitor): Promise<void> {
  await page.click('#tour-go');
  await page.waitForSelector('html[data-live=on]');
  const said = await page.locator('.tour-say').innerText();
  const label = /“([^“”]+)”[^“”]*$/.exec(said)?.[1] ?? '';
  const before = await page.locator('.tour-say').innerText();
  await button(label).click();
  await expect.poll(() => page.locator('.tour-say').innerText(), { timeout: 15_000 }).not.toBe(before);
  // The next one acts elsewhere: the guide shows the way there.
  await page.locator('#tour-go').waitFor();
}

describe.each([
  [1280, chinese],
  [390, english],
] as const)('at %i px', (width, words) => {
  test(`a newcomer plays the whole story, and the requester’s own page shows the truth meanwhile (${words.language})`, async () => {
    const world = await World.begin({ platform: 'playground', firm: exampleFirm });
    const newcomer = await visit(browser, world.botUrl, { width, language: words.language });
    const { page } = newcomer;
    expect(await page.locator('html').getAttribute('lang')).toBe(words.language);
    const requester = await visit(browser, await asks(newcomer, words), { width });
    for (const step of ['taken', 'approved by the head', 'approved by the management', 'done']) {
      await follows(newcomer);
      expect(await page.evaluate('document.documentElement.scrollWidth'), step).toBe(width);
    }
    await expect.poll(() => requester.page.locator('.chip').first().innerText()).toBe(`REQ-1 · ${words.done}`);

    await page.click('#tour-go');
    const dimensions = page.locator('#timeline fieldset');
    await dimensions.first().waitFor();
    for (const dimension of await dimensions.all()) await dimension.getByRole('radio').last().check();
    await page.click('#timeline [type=submit]');
    await page.locator('#timeline .chip', { hasText: words.answered }).waitFor();
    await page.locator('.tour-say', { hasText: words.over }).waitFor();
    expect([...newcomer.complaints, ...requester.complaints]).toEqual([]);
    await Promise.all(browser.contexts().map((context) => context.close()));
    await world.end();
  }, 60_000);
});
