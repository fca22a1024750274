/** A person with a browser: opens the page, notes every complaint of the browser, and can ask axe for its opinion. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

export type Screen = { readonly width: 390 | 1280; readonly scheme?: 'light' | 'dark' };

export type Visitor = {
  readonly page: Page;
  /** Console errors and warnings, uncaught exceptions, breaches of the content policy. */
  readonly complaints: readonly string[];
  /** Rules of WCAG 2.2 AA and good practice that the page breaks now, with the elements. */
  readonly barriers: () => Promise<readonly string[]>;
};

export async function visit(browser: Browser, url: string, { width, scheme = 'light' }: Screen): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 800 },
    colorScheme: scheme,
    // Colours are judged when they stand still.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  const barriers = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  };
  return { page, complaints, barriers };
}
