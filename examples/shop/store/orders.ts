import type { Hub } from '../live/hub.js';
import type { Sql } from './database.js';
import { Refusal } from './refusal.js';

export interface Address {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

export interface OrderLine {
  readonly product: string;
  readonly name: string;
  readonly cents: number;
  readonly quantity: number;
}

export interface Order extends Address {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly placedAt: number;
  readonly lines: readonly OrderLine[];
}

/** A line of a cart, and how many there are of it. */
type StockedLine = OrderLine & { readonly stock: number };

type Row = Omit<Order, 'lines'>;

/** The form was changed while it waited for its answer, and its order had been placed by then. */
export class PlacedBefore extends Refusal {
  constructor(readonly id: number) {
    super(`Order ${id} was placed already, and goes to the address that you sent first.`, 409);
  }
}

const columns = 'id, name, email, street, postcode, city, placed_at AS placedAt';

/** What has been bought. The newest has the highest id, so the table is a log that can be read from any point on. */
export class Orders {
  readonly #sql: Sql;
  readonly #hub: Hub;
  readonly #cart;
  readonly #known;
  readonly #find;
  readonly #last;
  readonly #after;
  readonly #newest;
  readonly #linesOf;
  readonly #insert;
  readonly #insertLine;
  readonly #take;
  readonly #emptyCart;

  constructor(sql: Sql, hub: Hub) {
    this.#sql = sql;
    this.#hub = hub;
    this.#cart = sql.prepare<StockedLine>(
      `SELECT product, name, cents, stock, quantity FROM cart_line JOIN product ON id = product
       WHERE session = ? ORDER BY added_at, position`,
    );
    this.#known = sql.prepare<Row>(`SELECT ${columns} FROM customer_order WHERE session = ? AND key = ?`);
    this.#find = sql.prepare<Row>(`SELECT ${columns} FROM customer_order WHERE id = ? AND session = ?`);
    this.#last = sql.prepare<{ id: number }>(
      'SELECT max(id) AS id FROM customer_order WHERE session = ? HAVING id NOT NULL',
    );
    this.#after = sql.prepare<Row>(`SELECT ${columns} FROM customer_order WHERE id > ? ORDER BY id LIMIT ?`);
    this.#newest = sql.prepare<Row>(`SELECT ${columns} FROM customer_order ORDER BY id DESC LIMIT ?`);
    this.#linesOf = sql.prepare<OrderLine>(
      'SELECT product, name, cents, quantity FROM order_line WHERE customer_order = ? ORDER BY rowid',
    );
    this.#insert = sql.prepare<{ id: number }>(
      `INSERT INTO customer_order (session, key, name, email, street, postcode, city, placed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    );
    this.#insertLine = sql.prepare('INSERT INTO order_line VALUES (?, ?, ?, ?, ?)');
    this.#take = sql.prepare('UPDATE product SET stock = stock - ?1 WHERE id = ?2 AND stock >= ?1');
    this.#emptyCart = sql.prepare('DELETE FROM cart_line WHERE session = ?');
  }

  /**
   * Buys what is in the cart: stock is taken, the order written and the cart emptied, or nothing of it. The same `key`
   * again gives the same order; with another address it is refused.
   *
   * @param seen what the buyer was shown, as `fingerprint` says it; where the cart is another by now, nothing is bought.
   *   Absent, it is not asked.
   * @returns the order's id
   */
  place(session: string, key: string, address: Address, seen?: string): number | Refusal {
    const { name, email, street, postcode, city } = address;
    let lines: StockedLine[] = [];
    const result = this.#sql.write(() => {
      const known = this.#known.get(session, key);
      if (known) return isSame(known, address) ? known.id : new PlacedBefore(known.id);
      lines = this.#cart.all(session);
      if (lines.length === 0) return emptyCart;
      if (seen !== undefined && seen !== fingerprint(lines)) return changedCart;
      const inserted = this.#insert.get(session, key, name, email, street, postcode, city, Date.now());
      if (!inserted) throw new Error('An order was inserted without an id');
      const { id } = inserted;
      for (const line of lines) {
        if (this.#take.run(line.quantity, line.product) === 0) return tooFew(line);
        this.#insertLine.run(id, line.product, line.name, line.cents, line.quantity);
      }
      this.#emptyCart.run(session);
      return id;
    });
    if (lines.length > 0 && !(result instanceof Refusal)) {
      for (const { product } of lines) this.#hub.publish(`stock:${product}`);
      this.#hub.publish(`cart:${session}`);
      this.#hub.publish('orders');
    }
    return result;
  }

  /** An order of this session; those of others are nobody's business. */
  find(session: string, id: number): Order | undefined {
    const row = this.#find.get(id, session);
    return row && this.#withLines(row);
  }

  /** The id of the newest order of this session. */
  lastOf(session: string): number | undefined {
    return this.#last.get(session)?.id;
  }

  /** The orders placed after `id`, the oldest first. */
  after(id: number, limit: number): Order[] {
    return this.#after.all(id, limit).map((row) => this.#withLines(row));
  }

  /** The newest first. */
  newest(limit: number): Order[] {
    return this.#newest.all(limit).map((row) => this.#withLines(row));
  }

  #withLines(row: Row): Order {
    return { ...row, lines: this.#linesOf.all(row.id) };
  }
}

function isSame(one: Address, other: Address): boolean {
  return (Object.keys(other) as (keyof Address)[]).every((field) => one[field] === other[field]);
}

/** What lines cost together, in cents. */
export function total(lines: readonly Pick<OrderLine, 'cents' | 'quantity'>[]): number {
  return lines.reduce((sum, { cents, quantity }) => sum + cents * quantity, 0);
}

/** What is in a cart and at which price, in one line. */
export function fingerprint(lines: readonly OrderLine[]): string {
  return lines.map(({ product, cents, quantity }) => `${quantity}*${product}@${cents}`).join(' ');
}

const changedCart = new Refusal('Your cart has changed. Please look at it again before you order.', 409);
const emptyCart = new Refusal('Your cart is empty. You may have ordered in another tab already.', 409);

function tooFew({ name, stock }: StockedLine): Refusal {
  const left = stock === 0 ? `${name} is sold out` : `${name}: only ${stock} left`;
  return new Refusal(`${left}. Somebody was faster: please change your cart.`, 409);
}
