/** Details that come when somebody asks: one component re-rendered, and two places by one answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, recordRequests, seeText, Stage, textOf } from './browser.js';

const stage = new Stage();

test('details take the place of their placeholder, by one request and on the same page', async () => {
  await using visitor = await stage.visit('/product/red-lamp');
  const { page, complaints } = visitor;
  const address = page.url();
  const requests = recordRequests(page);
  await page.click('#info-component button');
  await seeText(page, '#info-component h2', 'Red lamp');
  assert.match(await textOf(page, '#info-component'), /640 nm, dimmable to almost nothing/);
  assert.equal(await page.$('#info-component button'), null, 'the placeholder is gone');
  assert.equal(page.url(), address);
  assert.deepEqual(requests, ['GET /product/red-lamp/info']);
  assert.deepEqual(complaints, []);
});

test('an alert comes for a product that has no details', async () => {
  await using visitor = await stage.visit('/product/meteorite');
  const { page } = visitor;
  await page.click('#info-component button');
  await seeText(page, '#info-component [role=alert]', 'No figures for this one');
  assert.equal(await page.$('#info-component li'), null);
});

test('one answer changes two places of the page', async () => {
  await using visitor = await stage.visit('/');
  const { page, complaints } = visitor;
  assert.equal(await textOf(page, '#alert'), '');
  const requests = recordRequests(page);
  await page.click('#info-details button');
  await Promise.all([seeText(page, '#info-details', /The Moon is \d+% lit/), seeText(page, '#alert', /night: \w+/)]);
  assert.equal(await attributeOf(page, '#alert', 'role'), 'alert');
  assert.deepEqual(requests, ['GET /info']);
  assert.deepEqual(complaints, []);
});
