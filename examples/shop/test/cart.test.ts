import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryCarts } from '../cart.js';

test('a cart counts all its things, and knows nothing of other carts', async () => {
  const carts = memoryCarts();
  await carts.add('mine', 'telescope', 1);
  await carts.add('mine', 'planisphere', 2);
  await carts.add('mine', 'planisphere', 3);
  await carts.add('yours', 'red-lamp', 1);
  assert.equal(await carts.count('mine'), 6);
  assert.equal(await carts.count('yours'), 1);
  assert.equal(await carts.count('nobody’s'), 0);
});

test('where there are too many carts, the one longest untouched is forgotten', async () => {
  const carts = memoryCarts(2);
  await carts.add('first', 'red-lamp', 1);
  await carts.add('second', 'red-lamp', 1);
  await carts.add('first', 'red-lamp', 1);
  await carts.add('third', 'red-lamp', 1);
  assert.deepEqual(await Promise.all(['first', 'second', 'third'].map((id) => carts.count(id))), [2, 0, 1]);
});
