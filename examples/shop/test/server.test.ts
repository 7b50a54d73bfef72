/** The program: what it says when it starts, and how it ends. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { Client } from './client.js';
import { run, startShop } from './support.js';

test('a taken port gives one clear sentence and code 1', async () => {
  const shop = await startShop();
  const { port } = new URL(shop.address);
  const { code, errors } = await run({ PORT: port }).ending;
  await shop.stop();
  assert.equal(code, 1);
  assert.equal(
    errors,
    `Port ${port} is taken. Stop what uses it, or choose another: PORT=${Number(port) + 1} npm start\n`,
  );
});

test('what is not a port gives one clear sentence and code 1', async () => {
  for (const port of ['http', '70000', '-1', '80.5']) {
    const { code, errors } = await run({ PORT: port }).ending;
    assert.equal(code, 1);
    assert.equal(errors, `PORT must be a number from 0 to 65535, not "${port}".\n`);
  }
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} ends it with code 0 and not a word, though a connection is open`, async () => {
    const shop = await startShop();
    const { hostname, port } = new URL(shop.address);
    const idle = connect(Number(port), hostname);
    await once(idle, 'connect');
    const open = connect(Number(port), hostname);
    open.write('POST /add-item HTTP/1.1\r\nHost: shop\r\nContent-Length: 100\r\n\r\nitem-id='); // and never the rest
    await once(open, 'connect');
    for (const connection of [idle, open]) connection.on('error', () => undefined); // the server hangs up on both
    assert.deepEqual(await shop.stop(signal), { code: 0, errors: '' });
    idle.destroy();
    open.destroy();
  });

test('open live streams come to their end when the shop is stopped', async () => {
  const shop = await startShop();
  const streams = await Promise.all(
    ['/live?list', '/live?product=telescope', '/admin/live'].map((path) => new Client(shop.address).get(path)),
  );
  const bodies = streams.map((stream) => stream.text()); // fails where a connection is cut
  assert.deepEqual(await shop.stop(), { code: 0, errors: '' });
  for (const body of await Promise.all(bodies)) assert.match(body, /id="cart-count"/);
});

test('what is not an origin, or one that leaves the counter open, gives one clear sentence and code 1', async () => {
  const needed = 'SHOP_ORIGIN must be an origin, such as https://shop.example, and no more; not ';
  for (const [origin, sentence] of [
    ['shop.example', `${needed}"shop.example".`],
    ['https://shop.example/', `${needed}"https://shop.example/".`],
    [
      'https://shop.example',
      'With SHOP_ORIGIN the shop is open to the world, and so is /admin: set SHOP_ADMIN_PASSWORD too.',
    ],
  ] as const) {
    const { code, errors } = await run({ PORT: '0', SHOP_ORIGIN: origin, SHOP_ADMIN_PASSWORD: '' }).ending;
    assert.equal(code, 1);
    assert.equal(errors, `${sentence}\n`);
  }
});
