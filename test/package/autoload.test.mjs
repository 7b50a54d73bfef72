/** `autoload.js` as it is built, over HTTP: what it asks for, and when. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { lit } from '../support/lit.mjs';
import { names } from './project.mjs';
import { html, openSite } from './site.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** @param {string} body */
async function open(body) {
  const { page } = await site.visit();
  const map = JSON.stringify({ imports: lit });
  const head = `<script type="importmap">${map}</script><script type="module" src="/dist/autoload.js"></script>`;
  await page.goto(site.address(html(head, body)));
  return {
    /** Puts elements in, as a patch does. @param {string} added */
    add: (added) => page.evaluate((added) => document.body.insertAdjacentHTML('beforeend', added), added),
    defined: () => page.waitForSelector('body:not(:has(:not(:defined)))'),
    /** The files of the kit that were asked for so far. */
    files: () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.startsWith('/dist/')),
      ),
  };
}

it('asks for one file an element, for what they share once, and for nothing that is not there', async () => {
  const { add, defined, files } = await open('<p>None</p>');
  const none = await files();
  assert.doesNotMatch(none.join(), /components/);

  await add('<ds-cart-badge count="1"></ds-cart-badge>'.repeat(3));
  await defined();
  const one = (await files()).slice(none.length);
  assert.deepEqual(
    one.filter((path) => !path.startsWith('/dist/shared/')),
    ['/dist/components/cart-badge.js'],
  );

  await add('<ds-starfield></ds-starfield>'.repeat(3));
  await defined();
  const all = await files();
  assert.deepEqual(all.slice(none.length + one.length), ['/dist/components/starfield.js']);
  assert.equal(new Set(all).size, all.length);
});

it('knows every element that there is', async () => {
  const { defined } = await open(names.map((name) => `<ds-${name}></ds-${name}>`).join(''));
  await defined();
});
