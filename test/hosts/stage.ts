/** The host under test, a browser, and a name for each thing that a host should do. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import {
  block,
  launchBrowser,
  open,
  recordRequests,
  seeText,
  typeInto,
  visit,
  type Scripts,
  type Visit,
} from '../support/visitor.js';

/** The address of its page; `scripts/hosts.mjs` starts the host and passes it. */
const address = process.env.HOST_ADDRESS ?? '';
export const browser = launchBrowser();
void browser.then(
  (browser) => browser.on('targetcreated', (target) => void target.page().then(listen)), // long before it goes anywhere
);
after(async () => (await browser).close());

/** Every host has these, except for those that its `host.json` says it lacks, and why. */
const usual = [
  'sky',
  'first-paint',
  'stepper',
  'purchase',
  'purchase-by-post',
  'refusal',
  'digits',
  'unknown-item',
  'csrf',
  'escaping',
  'limit',
  'info',
  'info-by-link',
  'live',
] as const;
/** Only those hosts have these that name them there, under `also`. */
const special = ['purchase-by-signals', 'total'] as const;
type Behaviour = (typeof usual)[number] | (typeof special)[number];

const lacks = namesIn(process.env.HOST_LACKS, usual);
const also = namesIn(process.env.HOST_ALSO, special);

function namesIn(list: string | undefined, known: readonly string[]): string[] {
  const names = list?.split(',').filter(Boolean) ?? [];
  for (const name of names) assert.ok(known.includes(name), `host.json says ${name}; there are ${known.join(', ')}`);
  return names;
}

export function behaviour(name: Behaviour, sentence: string, check: () => Promise<void>): void {
  const isUsual: readonly string[] = usual;
  if (isUsual.includes(name) ? !lacks.includes(name) : also.includes(name)) test(sentence, { timeout: 90_000 }, check);
}

const source = fetch(address).then((answer) => answer.text());
/** A page with htmx, or with no library, has no Datastar to wait for. */
const having = source.then((html): Scripts => (html.includes('datastar') ? 'both' : 'kit'));
/** Whether a script of the page sends the form, and not the browser. */
export const hasClient = source.then((html) => /\b(datastar|htmx)\.js\b/.test(html));
for (const known of [having, hasClient]) known.catch(() => undefined); // each test says so
const visits: Visit[] = [];

/** A visitor with a cart of their own, on the page of the host, with its scripts or without any. */
export async function enter(scripts: 'all' | 'none' = 'all'): Promise<Visit> {
  const look = { scripts: scripts === 'all' ? await having : scripts };
  const visitor = await visit(await browser, address, look);
  visits.push(visitor);
  return visitor;
}

/** Opens the page of the host in a tab as it is, and waits for nothing. */
export async function openIn(page: Page): Promise<void> {
  await page.goto(address);
}

/** Chromium writes such a line for each failed request; only the line's location says which. */
const notLoaded = 'Failed to load resource: ';
const missed: string[] = [];
function listen(page: Page | null): void {
  page?.on('console', (message) => {
    if (message.text().startsWith(notLoaded)) missed.push(`${message.text()} ${message.location().url}`);
  });
}

/** Complaints that the tests provoke, by what they have refused or block, and the lines that htmx writes about it. */
const provoked = [
  /status of 4\d\d .*\/(add-item|product\/[^/]+\/info)$/,
  /net::\w+ .*\/(add-item|datastar\.js|htmx\.js|sse\.js|ds-elements\.css)$/,
  /^Response Status Error Code 403 from |^htmx:(afterRequest|sendError), /,
];

/** What the consoles of all pages so far complained of, except for that. */
export const complaints = (): string[] =>
  [...missed, ...visits.flatMap(({ complaints }) => complaints.filter((line) => !line.startsWith(notLoaded)))].filter(
    (line) => !provoked.some((own) => own.test(line)),
  );

export const badge = '#cart-count ds-cart-badge';
export const error = '#quantity[error]:not([error=""])';

/**
 * The requests of the page from now on, without those of the stream, which may begin anew at any time, of the sum that follows
 * the typing, and of the files of a new page.
 */
export function recordActions(page: Page): () => string[] {
  const requests = recordRequests(page);
  return () => requests.filter((request) => !/\/(live|total|[\w-]+\.(css|js))$/.test(request));
}

/** Puts so many into the cart, by the form of the page. */
export async function buy(page: Page, quantity: number): Promise<void> {
  await typeInto(page, '#quantity', String(quantity));
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', added(quantity));
}

/** What a browser says of a form that another site sends. */
export const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };

/** What a host says of a thing that it does not sell. */
export const unknownItem = 'We have no such thing in the shop.';

export const added = (quantity: number): string => `${quantity} × Garden telescope added to your cart.`;

/**
 * Sends the form with these quantities in place of the stepper's own, past all checks of the page, to see what the server
 * makes of them.
 */
export async function send(page: Page, ...quantities: string[]): Promise<void> {
  await page.$eval(
    '#purchase-item',
    (form, quantities) => {
      form.removeAttribute('data-attr:novalidate'); // it would bring the checks back
      (form as HTMLFormElement).noValidate = true;
      const stepper = form.querySelector('#quantity');
      stepper?.removeAttribute('name');
      stepper?.setAttribute('data-test-old', ''); // no answer has it
      for (const value of quantities) {
        const input = document.createElement('input');
        form.append(Object.assign(input, { type: 'hidden', name: 'quantity', value }));
      }
    },
    quantities,
  );
  await page.click('#add-to-cart');
  await page.waitForSelector('#quantity:not([data-test-old])[name=quantity]');
  assert.equal(await page.$('#purchase-item input[name=quantity]'), null, 'nothing else in the form has that name');
}

/** What the server itself says is in the cart. */
export async function countAfterReload(page: Page): Promise<string | null> {
  await open(page, address, page.isJavaScriptEnabled() ? await having : 'none');
  return page.$eval(badge, (badge) => badge.getAttribute('count'));
}

/** The client of the page does not come: what is left are its elements and plain forms. */
export async function reloadWithoutClient(page: Page): Promise<void> {
  await block(page, '*/datastar.js', '*/htmx.js', '*/sse.js');
  await page.reload();
  await page.waitForSelector('#quantity:defined');
}

/** Presses the button, and waits for the page that the form leads to. @returns the statuses on the way there */
export async function submitPlainly(page: Page): Promise<number[]> {
  const [answer] = await Promise.all([page.waitForNavigation(), page.click('#add-to-cart')]);
  assert.ok(answer, 'a page came');
  const hops = answer.request().redirectChain();
  return [...hops.map((hop) => hop.response()?.status() ?? 0), answer.status()];
}
