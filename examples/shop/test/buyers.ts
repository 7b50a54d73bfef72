/** Visitors who buy without end, remember what they were answered, and ask again for what they were not. */
import { randomUUID } from 'node:crypto';
import { Client, customer } from './client.js';

/** How many of each product. */
export type Lines = ReadonlyMap<string, number>;

export interface Addition {
  readonly is: 'addition';
  readonly key: string;
  readonly product: string;
  readonly quantity: number;
}

interface OrderRequest {
  readonly is: 'order';
  readonly key: string;
}

interface Removal {
  readonly is: 'removal';
  readonly product: string;
}

type Deed = Addition | OrderRequest | Removal;

export interface PlacedOrder {
  readonly id: number;
  readonly key: string;
  readonly lines: Lines;
}

export const plenty = ['planisphere', 'red-lamp', 'night-flask'] as const;
/** Of this there is so little that all of them come too late for it some day. */
export const scarce = 'orrery';

const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

export class Buyer {
  readonly client: Client;
  /** What the shop has confirmed. */
  readonly additions: Addition[] = [];
  readonly orders: PlacedOrder[] = [];
  readonly removed = new Map<string, number>();
  /** What must be in the cart after all that was confirmed. */
  readonly cart = new Map<string, number>();
  /** Asked for, and not answered yet. */
  pending: Deed | undefined;
  isWaiting = false;
  readonly counts = { requests: 0, answered: 0, repeated: 0, refused: 0 };
  #orderKey = randomUUID();
  #cameTooLate = false;

  constructor(address: string) {
    this.client = new Client(address);
  }

  get session(): string {
    return this.client.cookie.replace('session=', '');
  }

  set session(id: string) {
    this.client.cookie = `session=${id}`;
  }

  /** Gets the cookie: by it the shop knows who asks again. */
  async enter(): Promise<void> {
    await (await this.client.get('/')).text();
  }

  /** @returns whether there was an answer */
  buyOnce(): Promise<boolean> {
    return this.#ask(this.#next());
  }

  /** Goes on until a request stays without an answer. */
  async buy(): Promise<void> {
    while (await this.buyOnce());
  }

  /** @returns whether there was an answer, or nothing to ask */
  async askAgain(): Promise<boolean> {
    if (!this.pending) return true;
    this.counts.repeated++;
    return this.#ask(this.pending);
  }

  async #ask(deed: Deed): Promise<boolean> {
    this.pending = deed;
    this.counts.requests++;
    this.isWaiting = true;
    const response = await this.#send(deed).catch(() => undefined);
    this.isWaiting = false;
    if (!response) return false;
    await response.arrayBuffer().catch(() => undefined); // the status is an answer, even when the page is cut off
    this.counts.answered++;
    this.pending = undefined;
    this.#note(deed, response);
    return true;
  }

  #send(deed: Deed): Promise<Response> {
    if (deed.is === 'removal') return this.client.post(`/cart/${deed.product}/remove`, {});
    if (deed.is === 'order') return this.client.post('/checkout', { 'Idempotency-Key': deed.key, ...customer });
    const { key, product, quantity } = deed;
    return this.client.post('/add-item', { 'Idempotency-Key': key, 'item-id': product, quantity: String(quantity) });
  }

  #note(deed: Deed, { status, headers }: Response): void {
    if (status === 409 && deed.is !== 'removal') {
      this.counts.refused++;
      this.#cameTooLate = deed.is === 'order';
      return;
    }
    if (status !== 303) throw new Error(`A buyer's ${deed.is} was answered with ${status}`);
    if (deed.is === 'addition') {
      this.additions.push(deed);
      this.cart.set(deed.product, (this.cart.get(deed.product) ?? 0) + deed.quantity);
    } else if (deed.is === 'removal') {
      const { product } = deed;
      this.removed.set(product, (this.removed.get(product) ?? 0) + (this.cart.get(product) ?? 0));
      this.cart.delete(product);
      this.#cameTooLate = false;
    } else {
      const id = Number(/^\/order\/(\d+)$/.exec(headers.get('location') ?? '')?.[1]);
      this.orders.push({ id, key: deed.key, lines: new Map(this.cart) });
      this.cart.clear();
      this.#orderKey = randomUUID();
    }
  }

  /** Like the form in the page, an order that was refused is sent with the same key again. */
  #next(): Deed {
    if (this.#cameTooLate) return { is: 'removal', product: scarce };
    if (this.cart.size > 0 && Math.random() < 0.5) return { is: 'order', key: this.#orderKey };
    const product = oneOf([...plenty, ...plenty, scarce]);
    return { is: 'addition', key: randomUUID(), product, quantity: product === scarce ? 1 : oneOf([1, 2, 3]) };
  }
}
