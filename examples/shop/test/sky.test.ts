/** The starfield above every page, driven by the mouse and a slider. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seeAttribute, Stage } from './browser.js';

const stage = new Stage();

describe('the sky', () => {
  test('flies from where the mouse is', async () => {
    await using visitor = await stage.visit('/');
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
    await using visitor = await stage.visit('/');
    const { page } = visitor;
    await page.focus('#sky input[type=range]');
    await page.keyboard.press('ArrowRight');
    await seeAttribute(page, 'ds-starfield', 'speed', '7');
    await page.keyboard.press('Home');
    await seeAttribute(page, 'ds-starfield', 'speed', '0');
  });
});
