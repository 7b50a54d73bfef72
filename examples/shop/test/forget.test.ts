/** A shop that runs for years keeps its orders, and not every cart that somebody left behind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hub } from '../live/hub.js';
import { openStore } from '../store/store.js';
import { customer } from './client.js';
import { databaseFile } from './support.js';

const day = 24 * 60 * 60 * 1000;

test('what nobody has touched for a year is forgotten while the shop runs; orders stay', (t) => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.UTC(2030, 0) });
  const store = openStore(databaseFile(), new Hub());
  t.after(() => store.close());
  const { carts, favourites, orders } = store;
  const inCart = (): string[] => carts.lines('me').map(({ product }) => product);
  store.forgetOldThings();

  carts.add('another', 'key', { product: 'red-lamp', quantity: 1 });
  const order = Number(orders.place('another', 'key', customer));
  carts.add('me', 'left', { product: 'red-lamp', quantity: 1 });
  carts.add('me', 'changed', { product: 'blanket', quantity: 1 });
  favourites.set('me', 'red-lamp', true);

  t.mock.timers.tick(364 * day);
  carts.setQuantity('me', 'blanket', 2, '');
  assert.deepEqual(inCart(), ['red-lamp', 'blanket']);
  assert.equal(favourites.of('me').size, 1);

  t.mock.timers.tick(2 * day);
  assert.deepEqual(inCart(), ['blanket'], 'a line that was changed since stays');
  assert.equal(carts.addition('me', 'left'), undefined);
  assert.equal(favourites.of('me').size, 0);

  t.mock.timers.tick(366 * day);
  assert.deepEqual(inCart(), []);
  assert.equal(orders.find('another', order)?.id, order);
});
