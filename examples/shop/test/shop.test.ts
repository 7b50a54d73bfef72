/** The shop as people use it: a real browser, the real client, the built elements, a real server. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { attributeOf, launchBrowser, seeAttribute, seeText, textOf, visit } from './browser.js';
import { run, startShop, type Shop } from './support.js';

const addButton = '#purchase-item button[type=submit]';
const field = '#quantity >>> input';
const badge = '#cart-count ds-cart-badge';

let browser: Browser;
let shop: Shop;
before(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), startShop()]);
});
after(async () => {
  await browser.close();
  await shop.stop();
});

const visitProduct = (size?: { width: number; height: number }): ReturnType<typeof visit> =>
  visit(browser, new URL('/product/red-lamp', shop.address), size);

/** The number the stepper holds, as the form would send it. */
const quantityIn = (page: Page): Promise<FormDataEntryValue | null> =>
  page.$eval('#purchase-item', (form) => new FormData(form as HTMLFormElement).get('quantity'));

async function typeQuantity(page: Page, text: string): Promise<void> {
  const input = await page.waitForSelector(field);
  await input?.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** As a page would post that had lost its checks: what the server makes of it is what counts. */
async function liftChecks(page: Page): Promise<void> {
  await page.$eval('#purchase-item', (form) => ((form as HTMLFormElement).noValidate = true));
}

describe('adding to the cart', () => {
  test('one response changes the form and the badge far away, and puts the quantity back to one', async () => {
    await using visitor = await visitProduct();
    const { page, complaints } = visitor;
    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'POST') answers.push(new URL(response.url()).pathname);
    });

    await page.click('#quantity >>> [part=increment]');
    await page.click('#quantity >>> [part=increment]');
    assert.equal(await quantityIn(page), '3');
    await page.click(addButton);

    await seeText(page, '#purchase-message', '3 × Red lamp added to your cart.');
    await seeAttribute(page, badge, 'count', '3');
    assert.equal(await quantityIn(page), '1');
    assert.deepEqual(answers, ['/add-item']);
    assert.deepEqual(complaints, [], 'and the strict Content-Security-Policy had nothing against it');
  });

  test('a screen reader hears the new count', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await page.click(addButton);
    const region = await page.waitForSelector(`${badge} >>> [role=status]`);
    assert.ok(region);
    await page.waitForFunction((region) => region.textContent.includes('Items in cart: 1'), {}, region);
  });

  test('twice in a row, each time from one again, and the count adds up on every page', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    for (const [typed, count] of [
      ['4', '4'],
      ['5', '9'],
    ] as const) {
      await typeQuantity(page, typed);
      await page.click(addButton);
      await seeAttribute(page, badge, 'count', count);
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#quantity')?.value === (1 as unknown));
    }
    await page.goto(shop.address);
    await seeAttribute(page, badge, 'count', '9');
  });

  test('buys once, however often Enter is pressed while the order is on its way', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await typeQuantity(page, '5');
    await Promise.all(Array.from({ length: 6 }, () => page.keyboard.press('Enter')));
    await seeText(page, '#purchase-message', '5 × Red lamp');
    await page.reload();
    const bought = Number(await attributeOf(page, badge, 'count'));
    assert.equal(bought % 5, 0); // one that comes after the answer is another order, of one
    assert.ok(bought <= 5, `${bought} bought`);
  });

  test('works with nothing but a keyboard', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    const stops: string[] = [];
    do {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || ''));
    } while (stops.at(-1) !== 'quantity' && stops.length < 20);
    assert.equal(stops.at(-1), 'quantity', `Tab went to ${stops.join(', ')}`);

    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await seeText(page, '#purchase-message', '3 × Red lamp');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'quantity', 'the focus stays');
  });

  test('without a quantity counts as one, and the message says so', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await page.$eval('#quantity', (stepper) => stepper.removeAttribute('name'));
    await page.click(addButton);
    await seeText(page, '#purchase-message', 'No quantity was given, so we took one. 1 × Red lamp');
    await seeAttribute(page, badge, 'count', '1');
  });
});

describe('a quantity that cannot be', () => {
  test('is caught in the page before anything is sent', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    let posts = 0;
    page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
    await typeQuantity(page, '1000');
    await page.click(addButton);
    await page.waitForSelector('#quantity:state(user-invalid)');
    assert.equal(posts, 0);
    assert.equal(await quantityIn(page), '1000', 'what was typed stays');
  });

  for (const [kind, typed, message] of [
    ['empty', '', 'Enter how many you want'],
    ['zero', '0', 'Enter at least 1'],
    ['negative', '-2', 'Enter at least 1'],
    ['fractional', '1.5', 'We sell them whole'],
    ['huge', '5000', 'We pack at most 99'],
    ['not a number', 'a few', 'Enter how many you want'], // a number field submits nothing for it, like the native one
  ] as const)
    test(`(${kind}) gets the server’s message at the field and changes nothing`, async () => {
      await using visitor = await visitProduct();
      const { page, complaints } = visitor;
      await liftChecks(page);
      await typeQuantity(page, typed);
      await page.click(addButton);
      const shown = await page.waitForSelector('#quantity[error]:not([error=""]) >>> [part=error]');
      assert.match((await shown?.evaluate((element) => element.textContent)) ?? '', new RegExp(message));
      assert.equal(await attributeOf(page, badge, 'count'), '0');
      assert.equal(await textOf(page, '#purchase-message'), '');
      assert.deepEqual(complaints, []);

      await typeQuantity(page, '2');
      await page.click(addButton);
      await seeText(page, '#purchase-message', '2 × Red lamp');
      assert.equal(await attributeOf(page, '#quantity', 'error'), '', 'a good one takes the message away');
    });

  test('moves nothing on the page, and neither does a success', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    const top = (selector: string): Promise<number> =>
      page.$eval(selector, (element) => element.getBoundingClientRect().top + scrollY);
    const places = (): Promise<number[]> => Promise.all([addButton, '#quantity', '.product ul'].map(top));
    const start = await places();
    await liftChecks(page);
    await typeQuantity(page, '5000');
    await page.click(addButton);
    await page.waitForSelector('#quantity[error]:not([error=""])');
    assert.deepEqual(await places(), start);
    await typeQuantity(page, '2');
    await page.click(addButton);
    await seeText(page, '#purchase-message', '2 × Red lamp');
    assert.deepEqual(await places(), start);
  });
});

test('an item that is no longer sold is told at the form', async () => {
  await using visitor = await visitProduct();
  const { page } = visitor;
  await page.$eval('#item-id', (input) => input.setAttribute('value', 'moon'));
  await page.click(addButton);
  await seeText(page, '#purchase-message', 'We have no such thing in the shop');
  assert.equal(await attributeOf(page, badge, 'count'), '0');
});

describe('the sky', () => {
  test('flies from where the mouse is', async () => {
    await using visitor = await visit(browser, shop.address);
    const { page } = visitor;
    const box = await (await page.$('#sky'))?.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.75);
    await seeAttribute(page, 'ds-starfield', 'center-x', '25');
    await seeAttribute(page, 'ds-starfield', 'center-y', '75');
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.1);
    await seeAttribute(page, 'ds-starfield', 'center-x', '80');
    await seeAttribute(page, 'ds-starfield', 'center-y', '10');
  });

  test('flies as fast as the slider says, down to standing still', async () => {
    await using visitor = await visit(browser, shop.address);
    const { page } = visitor;
    await page.focus('#sky input[type=range]');
    await page.keyboard.press('ArrowRight');
    await seeAttribute(page, 'ds-starfield', 'speed', '7');
    await page.keyboard.press('Home');
    await seeAttribute(page, 'ds-starfield', 'speed', '0');
  });
});

describe('when something goes wrong', () => {
  test('a server that refuses is reported on the page', async () => {
    await using visitor = await visitProduct();
    const { page } = visitor;
    await page.$eval('#item-id', (input) => input.setAttribute('value', 'x'.repeat(20_000)));
    await page.click(addButton);
    await seeText(page, '#server-trouble', 'The server could not do that.');
  });

  test('a server that is gone is reported, and the order goes through once it is back', async () => {
    const first = await startShop();
    await using visitor = await visit(browser, new URL('/product/telescope', first.address));
    const { page } = visitor;
    await first.stop();
    await page.click(addButton);
    await seeText(page, '#server-trouble', 'The server did not answer. Trying again…');

    const second = run({ PORT: new URL(first.address).port });
    await second.address;
    await seeText(page, '#purchase-message', '1 × Garden telescope added');
    await seeText(page, '#server-trouble', /^$/);
    second.process.kill();
    await second.ending;
  });
});

test('a browser without JavaScript buys by plain forms', async () => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(String(new URL('/product/red-lamp', shop.address)));
  const order = async (quantity: string): Promise<number | undefined> => {
    await page.click('#plain-quantity', { count: 3 });
    await page.keyboard.type(quantity);
    const [response] = await Promise.all([page.waitForNavigation(), page.click(addButton)]);
    return response?.status();
  };
  assert.equal(await order('many'), 422);
  assert.match(await textOf(page, '#plain-error'), /not a number/);
  assert.equal(await order('2'), 200);
  assert.match(page.url(), /\/product\/red-lamp\?added=2$/);
  assert.equal(await textOf(page, '#purchase-message'), '2 × Red lamp added to your cart.');
  assert.equal(await textOf(page, 'nav noscript'), 'Items in cart: 2');
  await context.close();
});

describe('the page', () => {
  const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  for (const scheme of ['light', 'dark'])
    for (const path of ['/', '/product/planisphere', '/product/moon'])
      test(`${path} is accessible in ${scheme} mode, as far as axe can tell`, async () => {
        await using visitor = await visit(browser, new URL(path, shop.address), { scheme });
        const { page } = visitor;
        await page.evaluate(await axeSource);
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        assert.deepEqual(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
          [],
        );
      });

  for (const [direction, size] of [
    ['ltr', '100%'],
    ['rtl', '100%'],
    ['ltr', '200%'],
  ] as const)
    test(`fits a narrow phone (${direction}, text at ${size})`, async () => {
      await using visitor = await visitProduct({ width: 320, height: 640 });
      const { page } = visitor;
      await page.evaluate(
        (direction, size) => {
          document.documentElement.dir = direction;
          document.documentElement.style.fontSize = size;
        },
        direction,
        size,
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0);
    });

  test('does not move while it loads', async () => {
    await using visitor = await visitProduct({ width: 390, height: 844 });
    const { page } = visitor;
    await page.evaluateOnNewDocument(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) performance.mark('moved', { detail: entry.toJSON() as unknown });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload({ waitUntil: 'networkidle0' });
    const moves = await page.evaluate(() =>
      performance.getEntriesByName('moved').map((entry): unknown => (entry as PerformanceMark).detail),
    );
    assert.deepEqual(moves, []);
  });
});
