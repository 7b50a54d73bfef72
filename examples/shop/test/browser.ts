import { launch, type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../../scripts/chromium.mjs';

export function launchBrowser(): Promise<Browser> {
  return launch(chromiumLaunchOptions());
}

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** What the page complained of: script errors, refusals of the Content-Security-Policy, failed requests. */
  readonly complaints: string[];
}

/** A visitor with a cart of their own, on a page in which Datastar has started and every element is defined. */
export async function visit(
  browser: Browser,
  address: string | URL,
  { width = 1280, height = 900, scheme = 'light' } = {},
): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('datastar-ready', () => document.documentElement.setAttribute('data-test-ready', ''));
  });
  await page.goto(String(address));
  await page.waitForSelector('[data-test-ready]:not(:has(:not(:defined)))');
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent.trim());

export const attributeOf = (page: Page, selector: string, name: string): Promise<string | null> =>
  page.$eval(selector, (element, name) => element.getAttribute(name), name);

/** Resolves as soon as the text is there; puppeteer looks again in every frame. */
export async function seeText(page: Page, selector: string, text: string | RegExp): Promise<void> {
  await page.waitForFunction(
    (selector, source) => new RegExp(source).test(document.querySelector(selector)?.textContent ?? ''),
    {},
    selector,
    typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source,
  );
}

export async function seeAttribute(page: Page, selector: string, name: string, value: string): Promise<void> {
  await page.waitForSelector(`${selector}[${name}="${value}"]`);
}
