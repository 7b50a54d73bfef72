/** Checking out: what is asked for, what is said when it is missing, and who may see the order. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client, customer } from './client.js';
import { startShop, type Shop } from './support.js';
import { dump, rowsOf } from './tables.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

type Field = keyof typeof customer;

async function withCart(): Promise<Client> {
  const client = new Client(shop.address);
  await client.post('/add-item', { 'item-id': 'planisphere', quantity: '2' });
  return client;
}

const errorAt = (html: string, field: Field): string | undefined =>
  new RegExp(`id="checkout-${field}-error"[^>]*>([^<]*)<`).exec(html)?.[1]?.trim();

const inputOf = (html: string, field: Field): string =>
  new RegExp(`<input[^>]*\\sid="checkout-${field}"[^>]*>`).exec(html)?.[0] ?? '';

describe('a plain checkout', () => {
  test('is redirected to its confirmation, with the address, the lines and the sum on it', async () => {
    const client = await withCart();
    const response = await client.post('/checkout', customer);
    assert.equal(response.status, 303);
    const location = response.headers.get('location') ?? '';
    assert.match(location, /^\/order\/\d+$/);
    const confirmation = await client.get(location);
    assert.equal(confirmation.status, 200);
    const page = await confirmation.text();
    for (const text of [...Object.values(customer), '2 × Planisphere', '€29.00'])
      assert.ok(page.includes(text), `${text} is on it`);
    assert.equal(await client.inCart(), 0);
  });

  test('takes what it sells from the shelf', async () => {
    const stock = (): number =>
      rowsOf<{ id: string; stock: number }>(shop.file, 'product').find(({ id }) => id === 'planisphere')?.stock ?? NaN;
    const before = stock();
    await (await withCart()).post('/checkout', customer);
    assert.equal(stock(), before - 2);
  });

  test('with an empty cart is sent back to the cart, and orders nothing', async () => {
    const client = new Client(shop.address);
    assert.equal((await client.get('/checkout')).headers.get('location'), '/cart');
    const before = dump(shop.file);
    const response = await client.post('/checkout', customer);
    assert.equal(response.status, 409);
    assert.match(await response.text(), /id="checkout-message"[^>]*>[^<]*\w/);
    assert.deepEqual(dump(shop.file), before);
  });
});

test('an order is for the session that placed it; to every other it is not there', async () => {
  const client = await withCart();
  const path = (await client.post('/checkout', customer)).headers.get('location') ?? '';
  const other = new Client(shop.address);
  await other.get('/');
  const response = await other.get(path);
  assert.equal(response.status, 404);
  const page = await response.text();
  for (const text of Object.values(customer)) assert.ok(!page.includes(text), text);
  assert.equal((await client.get(path)).status, 200);
});

const wrong: [field: Field, value: string, why: string][] = [
  ...(Object.keys(customer) as Field[]).flatMap((field): [Field, string, string][] => [
    [field, '', 'empty'],
    [field, '   ', 'blank'],
    [field, 'x'.repeat(101), 'too long'],
    [field, 'Mira\u0007', 'with a bell in it'],
    [field, 'Mira\r\nBcc: all@example.org', 'of two lines'],
  ]),
  ['email', 'mira', 'without an @'],
  ['email', 'mira@hill', 'without a dot'],
  ['email', 'mira@@example.org', 'with two @'],
  ['email', 'mira @example.org', 'with a blank'],
  ['email', 'mira@example..org', 'with two dots'],
];

for (const [field, value, why] of wrong)
  describe(`a checkout whose ${field} is ${why}`, () => {
    const entered = { ...customer, [field]: value };

    const check = (html: string): void => {
      for (const other of Object.keys(customer) as Field[]) {
        const input = inputOf(html, other);
        if (other === field) {
          assert.match(errorAt(html, field) ?? '', /\w/);
          assert.match(input, /\saria-invalid="true"/);
          assert.match(input, new RegExp(`\\saria-describedby="checkout-${field}-error"`));
        } else {
          assert.equal(errorAt(html, other), '', other);
          assert.doesNotMatch(input, /aria-invalid/);
          assert.ok(input.includes(`value="${customer[other]}"`), `${other} keeps what was entered`);
        }
      }
    };

    test('gets the page with 422, the message at the field and all that was entered', async () => {
      const client = await withCart();
      const before = dump(shop.file);
      const response = await client.post('/checkout', entered);
      assert.equal(response.status, 422);
      const page = await response.text();
      assert.match(page, /<!doctype html>/);
      check(page);
      if (!/\p{Cc}/u.test(value)) assert.ok(inputOf(page, field).includes(`value="${value.trim()}"`));
      assert.deepEqual(dump(shop.file), before);
    });

    test('gets the form with 200 from Datastar', async () => {
      const client = await withCart();
      const before = dump(shop.file);
      const response = await client.post('/checkout', entered, { isDatastar: true });
      assert.equal(response.status, 200);
      const stream = await response.text();
      assert.match(stream, /^event: datastar-patch-elements\ndata: elements <form\n/);
      assert.match(stream, /id="checkout-form"/);
      check(stream);
      assert.deepEqual(dump(shop.file), before);
    });
  });

test('a checkout keeps its key over a mistake, so that the order still counts once', async () => {
  const client = await withCart();
  const key = 'a key of my own';
  const page = await (await client.post('/checkout', { ...customer, city: '', 'Idempotency-Key': key })).text();
  assert.ok(page.includes(`name="Idempotency-Key" value="${key}"`));
});

test('a checkout by Datastar goes on to the confirmation', async () => {
  const client = await withCart();
  const response = await client.post('/checkout', customer, { isDatastar: true });
  assert.equal(response.status, 200);
  const path = /location\.assign\('(\/order\/\d+)'\)/.exec(await response.text())?.[1] ?? '';
  assert.equal((await client.get(path)).status, 200);
});
