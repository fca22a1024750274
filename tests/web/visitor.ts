/** A person with a browser: opens the page, notes every complaint of the browser, and can ask axe for its opinion. */
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';

/** The firm that a newcomer meets on the page. */
export const exampleFirm = fileURLToPath(new URL('../../config/steward.yaml', import.meta.url));

export type Screen = {
  readonly width: 390 | 1280;
  readonly scheme?: 'light' | 'dark';
  /** What the browser asks for. */
  readonly language?: string;
};

export type Visitor = {
  readonly page: Page;
  /** Console errors and warnings, uncaught exceptions, breaches of the content policy. */
  readonly complaints: readonly string[];
  /** Rules of WCAG 2.2 AA and good practice that the page, or a part of it, breaks now, with the elements. */
  readonly barriers: (part?: string) => Promise<readonly string[]>;
  readonly button: (label: string) => Locator;
  readonly says: (words: string) => Promise<void>;
};

export async function visit(browser: Browser, url: string, screen: Screen): Promise<Visitor> {
  const { width, scheme = 'light', language = 'zh-CN' } = screen;
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 800 },
    colorScheme: scheme,
    locale: language,
    // Colours are judged when they stand still.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  await page.waitForSelector('html[data-live=on]');
  return {
    page,
    complaints,
    barriers: async (part = 'html') => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    },
    button: (label) => page.getByRole('button', { name: label, exact: true }).last(),
    says: async (words) => {
      await page.fill('#say', words);
      await page.press('#say', 'Enter');
    },
  };
}

/** From the words to the sent form, at the first of the example firm's services. */
export async function requests({ page, says }: Visitor, title: string): Promise<void> {
  await says(`申请 ${title}`);
  await page.locator('#timeline .card', { hasText: title }).getByRole('button', { name: '市场调研' }).click();
  await page.fill('#sheet textarea', '要进入华东市场');
  await page.click('#sheet [type=submit]');
  await page.locator('#timeline .card', { hasText: `${title}REQ-` }).waitFor();
}
