/** Every page of the built catalog, opened as a host serves it: its stories are alive, accessible and quiet. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { alive, another, change, choose, controls, look, open, press, violations } from './browser.mjs';
import { build, serve } from './site.mjs';

build();
const site = await serve();
const stories = site.entries.filter(({ type }) => type === 'story');
const pages = site.entries.filter(({ type }) => type === 'docs');

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await puppeteer.launch(chromiumLaunchOptions());
});
after(async () => {
  await browser.close();
  site.close();
});

/**
 * Opens a story or a page of documentation, alive. Storybook's own run of axe stays off: it would meet ours.
 *
 * @param {string} id
 * @param {string} [globals]
 */
async function openEntry(id, globals = '') {
  const entry = site.entries.find((one) => one.id === id);
  assert.ok(entry, id);
  const { type, title } = entry;
  const path = `iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true;${globals}`;
  const opened = await open(browser, site.url + path);
  await alive(opened, type === 'story' ? 1 : stories.filter((story) => story.title === title).length);
  return opened;
}

describe('a story of the built catalog', () => {
  for (const { id } of stories)
    describe(id, () => {
      /** @type {Awaited<ReturnType<typeof openEntry>>} */
      let opened;
      before(async () => {
        opened = await openEntry(id);
      });
      after(() => opened.page.close());

      it('shows elements that are defined', async () => {
        const { page } = opened;
        assert.notEqual((await look(page)).length, 0);
        assert.deepEqual(
          await page.$$eval('.stage :not(:defined)', (all) => all.map(({ localName }) => localName)),
          [],
        );
      });

      it('is accessible in light and dark', async () => {
        for (const theme of ['light', 'dark']) {
          await choose(opened.page, 'theme', theme);
          assert.deepEqual(await violations(opened.page), [], theme);
        }
      });

      it('has Controls, each of which moves the same elements', async () => {
        const { page } = opened;
        const elements = await page.$$('.stage *');
        const values = Object.entries(await controls(page, id));
        assert.notEqual(values.length, 0);
        for (const [name, value] of values) {
          const earlier = await look(page);
          await change(page, id, { [name]: another(value) });
          await page.waitForFunction(
            (signal, text) => document.querySelector(`[data-signal=${signal}]`)?.textContent === text,
            {},
            name,
            JSON.stringify(another(value)),
          );
          assert.notDeepEqual(await look(page), earlier, `${name} moved nothing`);
        }
        const present = await Promise.all(elements.map((element) => element.evaluate((it) => it.isConnected)));
        assert.ok(present.every(Boolean), 'elements were replaced');
      });

      it('has said nothing to the console', () => assert.deepEqual(opened.complaints, []));
    });
});

describe('a page of documentation', () => {
  for (const { id } of pages)
    it(`${id} opens without a word, and its stories are accessible`, async () => {
      const { page, complaints } = await openEntry(id);
      if (await page.$('.stage')) assert.deepEqual(await violations(page), []);
      assert.deepEqual(complaints, []);
      await page.close();
    });

  it('keeps the signals of its stories apart, and its Controls follow the user', async () => {
    const { page } = await openEntry('elements-quantity-stepper--docs');
    const values = () => page.$$eval('ds-quantity-stepper', (all) => all.map(({ valueAsNumber }) => valueAsNumber));
    const shown = () => page.$$eval('[data-signal=value]', (all) => all.map(({ textContent }) => Number(textContent)));
    const earlier = await values();
    assert.ok(earlier.length > 2);
    const steppers = await page.$$('ds-quantity-stepper');
    for (const stepper of steppers.slice(0, 2)) await press(stepper, 'increment');
    const wanted = earlier.map((value, index) => (index < 2 ? value + 1 : value));
    assert.deepEqual(await values(), wanted);
    assert.deepEqual(await shown(), wanted);
    await page.waitForFunction(
      (value) => document.querySelector('input[id$="-value"]')?.matches(`[value="${value}"]`),
      {},
      wanted[0],
    );
    assert.deepEqual(await values(), wanted, 'the Controls came back with an old value');
    await page.close();
  });

  it('shows HTML that one can paste, for the present values', async () => {
    const { page } = await openEntry('elements-cart-badge--docs');
    const label = 'A "new" label & a \\';
    await change(page, 'elements-cart-badge--driven', { label, count: 7 });
    await (await page.waitForSelector('.docblock-code-toggle'))?.click();
    await page.waitForFunction(() => document.querySelector('pre.prismjs')?.textContent.includes('count="7"'));
    const pasted = await page.evaluate(async () => {
      const place = document.createElement('div');
      place.innerHTML = document.querySelector('pre.prismjs')?.textContent ?? '';
      const badge = place.querySelector('ds-cart-badge');
      for (const name of ['count', 'label']) badge?.removeAttribute(name); // only the signals can bring them back
      document.body.append(place);
      await new Promise((done) => setTimeout(done)); // Datastar has seen it
      return { count: badge?.getAttribute('count'), label: badge?.getAttribute('label') };
    });
    assert.deepEqual(pasted, { count: '7', label });
    await page.close();
  });
});

describe('the toolbar', () => {
  it('turns a story into another theme and direction', async () => {
    const { page, complaints } = await openEntry('elements-quantity-stepper--bound', 'theme:dark;direction:rtl');
    const styles = await page.$eval('.stage', (stage) => {
      const { colorScheme, direction } = getComputedStyle(stage);
      return { colorScheme, direction };
    });
    assert.deepEqual(styles, { colorScheme: 'dark', direction: 'rtl' });
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it("puts the elements' own rules for forced colours into effect, and takes them back", async () => {
    const { page } = await openEntry('elements-cart-badge--driven');
    // A name of its own for the forced colour, so that only the element's own rule can have brought it.
    await page.addStyleTag({ content: '.stage { --ds-badge-background: rgb(1 2 3) !important }' });
    const background = () =>
      page.$eval('ds-cart-badge', (badge) => {
        const count = badge.shadowRoot?.querySelector('[part=count]');
        return count && getComputedStyle(count).backgroundColor;
      });
    assert.equal(await background(), 'rgb(1, 2, 3)');
    await choose(page, 'colours', 'forced');
    assert.notEqual(await background(), 'rgb(1, 2, 3)');
    await choose(page, 'colours', 'own');
    assert.equal(await background(), 'rgb(1, 2, 3)');
    await page.close();
  });
});

describe("Storybook's own window", () => {
  it('opens from a folder, and its panel follows the element and moves it', async () => {
    const { page, complaints } = await open(browser, `${site.url}?path=/story/elements-quantity-stepper--bound`);
    const control = await page.waitForSelector('#control-value');
    const frame = await (await page.waitForSelector('iframe#storybook-preview-iframe'))?.contentFrame();
    assert.ok(control && frame);
    await frame.waitForFunction(() => document.querySelector('[data-signal=value]')?.textContent === '1');
    await press(await frame.$('ds-quantity-stepper'), 'increment');
    await page.waitForFunction(() => document.querySelector('#control-value')?.matches('[value="2"]'));
    await control.click({ count: 3 });
    await control.type('7');
    await frame.waitForFunction(() => {
      const stepper = /** @type {HTMLInputElement | null} */ (document.querySelector('ds-quantity-stepper'));
      return stepper?.valueAsNumber === 7;
    });
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

it('there are stories of every element, and a page for each', () => {
  const elements = readdirSync(new URL('../../components', import.meta.url));
  const files = new Set(stories.map(({ importPath }) => importPath));
  assert.deepEqual([...files].sort(), elements.map((name) => `./stories/${name}.stories.ts`).sort());
  assert.equal(pages.length, elements.length + 1);
});
