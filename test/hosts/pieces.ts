/** What else the page of a host brings in: details when asked for, and a number that others change. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { attributeOf, seeText } from '../support/visitor.js';
import { badge, behaviour, enter } from './stage.js';

const details = ['80 mm lens, 640 mm focal length', 'Two eyepieces: 26× and 64×', 'Ash tripod, 4.2 kg in all'];

/** Presses what stands in place of the details. */
async function askForInfo(page: Page): Promise<void> {
  await page.click('#info-component :is(a, button)');
}

const detailsOn = (page: Page): Promise<string[]> =>
  page.$$eval('#info-component li', (items) => items.map(({ textContent }) => textContent.trim()));

behaviour('info', 'The details come in place of what asked for them', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  const before = page.url();
  await askForInfo(page);
  await page.waitForSelector('#info-component li');
  assert.deepEqual(await detailsOn(page), details);
  assert.equal((await page.$$('#info-component')).length, 1);
  assert.equal(page.url(), before, 'by a patch, not by another page');
});

behaviour('info', 'Where there are no details an alert says so, in the same place', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  const before = page.url();
  // As if the page were that of the meteorite; before any client has read it.
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const element of document.querySelectorAll('#info-component *'))
        for (const { name, value } of element.attributes)
          if (value.includes('/telescope/')) element.setAttribute(name, value.replace('/telescope/', '/meteorite/'));
    });
  });
  await page.reload();
  await page.waitForSelector('[data-test-ready], html:not(:has([data-signals]))');
  await askForInfo(page);
  const alert = await page.waitForSelector('#info-component [role=alert]');
  assert.match((await alert?.evaluate(({ textContent }) => textContent)) ?? '', /\w/);
  assert.equal((await page.$$('#info-component')).length, 1);
  assert.equal(page.url(), before, 'by a patch, not by another page');
});

behaviour('info-by-link', 'Without scripts the details come with the whole page', async () => {
  await using visitor = await enter('none');
  const { page } = visitor;
  const [answer] = await Promise.all([page.waitForNavigation(), askForInfo(page)]);
  assert.equal(answer?.status(), 200);
  assert.deepEqual(await detailsOn(page), details);
  assert.ok(await page.$('#purchase-item ds-quantity-stepper'));
  assert.equal(await attributeOf(page, badge, 'count'), '0');
  await page.goto(new URL('/product/meteorite/info', page.url()).href);
  assert.ok(await page.$('#info-component [role=alert]'), 'an alert where there are none');
  const unknown = await page.goto(new URL('/product/moon/info', page.url()).href);
  assert.equal(unknown?.status(), 404);
});

const alone = 'You are the only one looking at this';
/** In milliseconds. On a machine that does nothing else a host should need one second. */
const soon = 10_000;

behaviour('live', 'People see each other come and leave, as it happens', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await seeText(page, '#viewers', alone); // those of earlier visits have gone
  const other = await enter();
  for (const tab of [page, other.page]) tab.setDefaultTimeout(soon);
  await Promise.all([page, other.page].map((tab) => seeText(tab, '#viewers', '2 people look at this')));
  {
    await using third = await enter();
    await Promise.all([page, other.page, third.page].map((tab) => seeText(tab, '#viewers', '3 people look at this')));
  }
  await Promise.all([page, other.page].map((tab) => seeText(tab, '#viewers', '2 people look at this')));
  await other[Symbol.asyncDispose]();
  await seeText(page, '#viewers', alone);
});
