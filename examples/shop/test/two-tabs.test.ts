/** One cart on two open pages: what each is told of what the other did, and of what it did itself. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from './client.js';
import { startShop, type Shop } from './support.js';

let shop: Shop;
before(async () => (shop = await startShop()));
after(() => shop.stop());

/** A page with the cart on it, and all that its stream has brought. */
class Tab implements AsyncDisposable {
  readonly #name: string;
  readonly #client: Client;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  private constructor(name: string, client: Client, { body }: Response) {
    assert.ok(body);
    this.#name = name;
    this.#client = client;
    this.#reader = body.getReader();
  }

  static async open(name: string, client: Client): Promise<Tab> {
    const tab = new Tab(name, client, await client.get(`/live?cart&page=${name}`));
    await tab.hears(/id="cart-total"/);
    return tab;
  }

  /** What came since the last time, as soon as it is what is awaited. */
  async hears(awaited: RegExp): Promise<string> {
    while (!awaited.test(this.#text)) {
      const { value, done } = await this.#reader.read();
      assert.ok(!done, `${this.#name} heard ${this.#text} and no more`);
      this.#text += this.#decoder.decode(value, { stream: true });
    }
    const heard = this.#text;
    this.#text = '';
    return heard;
  }

  async sets(product: string, quantity: number, rev = ''): Promise<string> {
    const fields = { quantity: String(quantity), page: this.#name, rev };
    return (await this.#client.post(`/cart/${product}/quantity`, fields, { isDatastar: true })).text();
  }

  async removes(product: string): Promise<void> {
    await this.#client.post(`/cart/${product}/remove`, { page: this.#name }, { isDatastar: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader.cancel();
  }
}

async function clientWith(...products: string[]): Promise<Client> {
  const client = new Client(shop.address);
  for (const product of products) await client.post('/add-item', { 'item-id': product, quantity: '1' });
  return client;
}

const stepper = (text: string, product: string): string =>
  new RegExp(`<ds-quantity-stepper[^>]*id="cart-quantity-${product}"[^>]*>`).exec(text)?.[0] ?? '';

const revOf = (text: string, product: string): string => /\srev="([^"]+)"/.exec(stepper(text, product))?.[1] ?? 'none';

/** What a page that is loaded now would send with a change of the line. */
const loadedRev = async (client: Client, product: string): Promise<string> =>
  revOf(await (await client.get('/cart')).text(), product);

test('a change is told to the other page with its value, and to its own without', async () => {
  const client = await clientWith('red-lamp', 'blanket');
  await using mine = await Tab.open('mine', client);
  await using other = await Tab.open('other', client);
  const answer = stepper(await mine.sets('red-lamp', 4, await loadedRev(client, 'red-lamp')), 'red-lamp');
  assert.match(answer, /data-preserve-attr="value rev"/);
  const heard = stepper(await other.hears(/count="5"/), 'red-lamp');
  assert.match(heard, /value="4"/);
  assert.doesNotMatch(heard, /data-preserve-attr/);

  await other.sets('blanket', 2);
  const news = await mine.hears(/count="6"/);
  assert.match(stepper(news, 'red-lamp'), /data-preserve-attr="value rev error"/, 'what its user does there goes on');
  assert.doesNotMatch(stepper(news, 'blanket'), /data-preserve-attr/);
});

test('sums follow also where another page takes a change back', async () => {
  const client = await clientWith('red-lamp');
  await using mine = await Tab.open('mine', client);
  await using other = await Tab.open('other', client);
  await mine.sets('red-lamp', 2);
  assert.match(await mine.hears(/count="2"/), /64\.00/);
  await other.sets('red-lamp', 1);
  const back = await mine.hears(/count="1"/);
  assert.match(stepper(back, 'red-lamp'), /value="1"/);
});

test('a line that was removed here and added elsewhere comes back', async () => {
  const client = await clientWith('red-lamp', 'blanket');
  await using mine = await Tab.open('mine', client);
  await mine.removes('red-lamp');
  await mine.hears(/count="1"/);
  await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '1' });
  assert.match(stepper(await mine.hears(/count="2"/), 'red-lamp'), /value="1"/);
});

test('a change that was on its way when another page came between takes its own quantity back', async () => {
  const client = await clientWith('red-lamp');
  await using mine = await Tab.open('mine', client);
  await using other = await Tab.open('other', client);
  const loaded = await loadedRev(client, 'red-lamp');
  await other.sets('red-lamp', 3, loaded);
  await mine.hears(/count="3"/); // and shows 3, though its user has asked for 5 by then
  const late = stepper(await mine.sets('red-lamp', 5, loaded), 'red-lamp');
  assert.match(late, /value="5"/);
  assert.doesNotMatch(late, /data-preserve-attr/);
});

test('quick changes on one page never take a click back', async () => {
  const client = await clientWith('red-lamp');
  await using mine = await Tab.open('mine', client);
  const loaded = await loadedRev(client, 'red-lamp');
  const first = await mine.sets('red-lamp', 2, loaded);
  const second = await mine.sets('red-lamp', 3, loaded); // sent before the first was answered
  const third = await mine.sets('red-lamp', 4, revOf(first, 'red-lamp'));
  for (const answer of [first, second, third]) assert.match(stepper(answer, 'red-lamp'), /data-preserve-attr/);
});

test('a line leaves by a view transition where another page took it out, and nothing moves for a mere number', async () => {
  const client = await clientWith('red-lamp', 'blanket', 'orrery');
  await using mine = await Tab.open('mine', client);
  await using other = await Tab.open('other', client);
  await mine.removes('red-lamp');
  await mine.hears(/count="2"/);
  await other.sets('blanket', 2);
  assert.doesNotMatch(await mine.hears(/count="3"/), /useViewTransition/);
  await other.removes('blanket');
  assert.match(await mine.hears(/count="1"/), /useViewTransition true/);
});

test('a line that is taken out and put back is another one', async () => {
  const client = await clientWith('red-lamp');
  const revs = new Set<string>();
  for (let time = 0; time < 3; time++) {
    revs.add(await loadedRev(client, 'red-lamp'));
    await client.post('/cart/red-lamp/remove', {});
    await client.post('/add-item', { 'item-id': 'red-lamp', quantity: '1' });
  }
  assert.equal(revs.size, 3);
});
