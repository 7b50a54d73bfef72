/** The purchase form, with every script that its page has. */
import assert from 'node:assert/strict';
import { attributeOf, seeAttribute, seeQuantity, seeText, sentBy, textOf } from '../support/visitor.js';
import {
  added,
  badge,
  behaviour,
  buy,
  countAfterReload,
  enter,
  error,
  recordActions,
  send,
  unknownItem,
} from './stage.js';

behaviour('purchase', 'One answer changes the form and the badge far away', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await page.click('#quantity >>> [part=increment]');
  await page.click('#quantity >>> [part=increment]');
  const actions = recordActions(page);
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', added(3));
  await seeAttribute(page, badge, 'count', '3');
  await seeQuantity(page, '#quantity', 1);
  assert.equal(await sentBy(page, '#purchase-item', 'quantity'), '1');
  assert.deepEqual(actions(), ['POST /add-item']);

  await buy(page, 4); // on the page as the answer left it
  await seeAttribute(page, badge, 'count', '7');
  await seeQuantity(page, '#quantity', 1);
  assert.deepEqual(actions(), ['POST /add-item', 'POST /add-item']);
});

behaviour('purchase-by-post', 'The count survives a reload, and is this visitor’s own', async () => {
  await using visitor = await enter();
  await using other = await enter();
  await buy(visitor.page, 2);
  await buy(other.page, 3);
  assert.equal(await countAfterReload(visitor.page), '2');
  await buy(visitor.page, 1);
  assert.equal(await countAfterReload(visitor.page), '3');
});

behaviour('refusal', 'A bad quantity gets its message at the field and changes nothing', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  for (const sent of [[''], ['0'], ['-1'], ['100'], ['1.5'], ['abc'], ['１２'], ['1e1'], ['1', '2']]) {
    const actions = recordActions(page);
    await send(page, ...sent);
    const shown = await page.waitForSelector(`${error} >>> [part=error]`);
    const message = await shown?.evaluate((element) => element.textContent.trim());
    assert.equal(message, await attributeOf(page, '#quantity', 'error'), `of ${sent.join()}`);
    assert.equal(await textOf(page, '#purchase-message'), '');
    assert.equal(await attributeOf(page, badge, 'count'), '0');
    assert.deepEqual(actions(), ['POST /add-item']);
    const isNumber = sent.length === 1 && /^-?\d+(\.\d+)?$/.test(sent[0] ?? '');
    if (isNumber) assert.equal(await attributeOf(page, '#quantity', 'value'), sent[0], 'what was sent stays');
  }
  await buy(page, 2);
  assert.equal((await attributeOf(page, '#quantity', 'error')) ?? '', '', 'a good one takes the message away');
  assert.equal(await countAfterReload(page), '2');
});

behaviour('digits', 'Plain digits are a number, and nothing else that could be read as one', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await send(page, 'abc');
  const message = await attributeOf(page, error, 'error');
  for (const sent of ['5.0', '1.50', '-0', '-1.5', '00000', '005', '100.0', '123456789.123456789']) {
    await send(page, sent);
    assert.equal(await attributeOf(page, '#quantity', 'error'), message, sent);
    assert.equal(await attributeOf(page, '#quantity', 'value'), sent, 'a number stays, to be mended');
  }
  const others = ['+5', '+0', '+100', '--1', '5.', '.5', '5,0', '5 5', '1_0', '0x5', '1e1', 'NaN', 'inf', '٥', '１２'];
  for (const sent of [...others, '1234567890', '1.1234567890']) {
    await send(page, sent);
    assert.equal(await attributeOf(page, '#quantity', 'error'), message, sent);
    assert.equal(await attributeOf(page, '#quantity', 'value'), '', `${sent} is none`);
  }
  await send(page, ' 7 ');
  await seeText(page, '#purchase-message', added(7));
  await send(page, '05');
  await seeText(page, '#purchase-message', added(5));
  assert.equal(await countAfterReload(page), '12');
});

behaviour('refusal', 'Without a quantity one is taken, and the message says so', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await send(page);
  await seeText(page, '#purchase-message', `No quantity was given, so we took one. ${added(1)}`);
  await seeAttribute(page, badge, 'count', '1');
});

behaviour('refusal', 'An unknown item is told at the form', async () => {
  await using visitor = await enter();
  const { page } = visitor;
  await page.$eval('#purchase-item [name=item-id]', (input) => input.setAttribute('value', 'moon'));
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', unknownItem);
  assert.equal(await countAfterReload(page), '0');
});
