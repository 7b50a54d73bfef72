/** A visitor of a page with real scripts, in a real browser, and what they do and see there. */
import { launch, type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';

export function launchBrowser(): Promise<Browser> {
  return launch(chromiumLaunchOptions());
}

/** Which of the page's scripts run: the kit's elements, the client, both, or no JavaScript at all. */
export type Scripts = 'both' | 'kit' | 'datastar' | 'none';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: string;
  readonly motion?: 'no-preference' | 'reduce';
  readonly scripts?: Scripts;
}

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** What the pages complained of: script errors, refusals of the Content-Security-Policy, failed requests. */
  readonly complaints: string[];
  /** Another tab of the same visitor. */
  openTab(path: string): Promise<Page>;
  /** The cookie by which the server knows the visitor. */
  session(): Promise<string>;
}

const blocked: Record<Scripts, string> = { both: '', kit: '/datastar.js', datastar: '/ds-elements.js', none: '' };
const readiness: Record<Scripts, string> = {
  both: '[data-test-ready]:not(:has(:not(:defined)))',
  kit: 'html:not(:has(:not(:defined)))',
  datastar: '[data-test-ready]',
  none: 'html',
};

/** A visitor with a session of their own, on a page in which every script that should run has started. */
export async function visit(browser: Browser, address: string | URL, look: Look = {}): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const complaints: string[] = [];
  const openTab = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await prepare(page, look, complaints);
    await open(page, new URL(path, address), look.scripts);
    return page;
  };
  return {
    page: await openTab(''),
    complaints,
    openTab,
    async session() {
      return (await context.cookies()).find(({ name }) => name === 'session')?.value ?? '';
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Goes to a page and waits until its scripts have started. */
export async function open(page: Page, address: string | URL, scripts: Scripts = 'both'): Promise<void> {
  await page.goto(String(address));
  await page.waitForSelector(readiness[scripts]);
}

async function prepare(page: Page, look: Look, complaints: string[]): Promise<void> {
  const { width = 1280, height = 900, scheme = 'light', motion = 'no-preference', scripts = 'both' } = look;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    // On a slow machine the face comes too late for this page (`font-display: optional`): it is there for the next one.
    if (/woff2 was preloaded .* but not used/.test(text)) return;
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(text);
  });
  page.setDefaultTimeout(15_000);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: motion },
  ]);
  await page.setJavaScriptEnabled(scripts !== 'none');
  await page.evaluateOnNewDocument('globalThis.__name = (it) => it'); // tsx calls it wherever a function gets a name
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('datastar-ready', () => document.documentElement.setAttribute('data-test-ready', ''));
  });
  if (blocked[scripts] === '') return;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (new URL(request.url()).pathname === blocked[scripts] ? request.abort() : request.continue());
  });
}

/** What the page asks the server for from now on, as `GET /path`. */
export function recordRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol !== 'data:') requests.push(`${request.method()} ${pathname}`);
  });
  return requests;
}

export interface Post {
  readonly path: string;
  readonly fields: URLSearchParams;
}

/** The forms that the page sends from now on, by script or without. */
export async function recordPosts(page: Page): Promise<Post[]> {
  const posts: Post[] = [];
  const network = await page.createCDPSession();
  network.on('Network.requestWillBeSent', ({ request: { method, url, postDataEntries = [] } }) => {
    if (method !== 'POST') return;
    const body = postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64').toString()).join('');
    posts.push({ path: new URL(url).pathname, fields: new URLSearchParams(body) });
  });
  await network.send('Network.enable');
  return posts;
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

/** The number that a form of the page would send for a field. */
export const sentBy = (page: Page, form: string, field: string): Promise<FormDataEntryValue | null> =>
  page.$eval(form, (form, field) => new FormData(form as HTMLFormElement).get(field), field);

/** Types into a stepper in place of what is there. */
export async function typeInto(page: Page, stepper: string, text: string): Promise<void> {
  const input = await page.waitForSelector(`${stepper} >>> input`);
  await input?.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

export async function seeQuantity(page: Page, stepper: string, value: number): Promise<void> {
  await page.waitForFunction(
    (selector, value) => (document.querySelector(selector) as { value?: unknown } | null)?.value === value,
    {},
    stepper,
    value,
  );
}

/** As when its window is minimised. */
export async function showWindow(page: Page, isShown: boolean): Promise<void> {
  const session = await page.createCDPSession();
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', {
    windowId,
    bounds: { windowState: isShown ? 'normal' : 'minimized' },
  });
  await page.waitForFunction(
    (state) => document.visibilityState === state,
    { polling: 50 },
    isShown ? 'visible' : 'hidden',
  );
}

/** Lets nothing through that these patterns name. @returns lets it through again */
export async function block(page: Page, ...urls: string[]): Promise<() => Promise<void>> {
  const network = await page.createCDPSession();
  await network.send('Network.enable');
  await network.send('Network.setBlockedURLs', { urls });
  return () => network.send('Network.setBlockedURLs', { urls: [] });
}
