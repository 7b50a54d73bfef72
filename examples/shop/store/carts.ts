import { randomUUID } from 'node:crypto';
import type { Hub } from '../live/hub.js';
import { maxQuantity } from '../quantity.js';
import { unknownProduct } from './catalogue.js';
import type { Sql } from './database.js';
import { Refusal } from './refusal.js';

export interface CartLine {
  readonly product: string;
  readonly name: string;
  readonly drawing: string;
  readonly cents: number;
  readonly stock: number;
  readonly quantity: number;
  /** Another after every change, and never the same again. */
  readonly rev: string;
  /** The page that set the quantity last; none where it was added to from a product. */
  readonly page: string;
}

interface Addition {
  readonly product: string;
  readonly quantity: number;
}

/** What a key stands for. */
type Known = Addition & { readonly name: string };

/** What each session wants to buy. Nothing is reserved: stock is taken when the order is placed. */
export class Carts {
  readonly #sql: Sql;
  readonly #hub: Hub;
  readonly #lines;
  readonly #count;
  readonly #known;
  readonly #remember;
  readonly #room;
  readonly #add;
  readonly #set;
  readonly #remove;

  constructor(sql: Sql, hub: Hub) {
    this.#sql = sql;
    this.#hub = hub;
    this.#lines = sql.prepare<CartLine>(
      `SELECT product, name, drawing, cents, stock, quantity, rev, page
       FROM cart_line JOIN product ON product.id = product WHERE session = ? ORDER BY added_at, position`,
    );
    this.#count = sql.prepare<{ count: number }>(
      'SELECT coalesce(sum(quantity), 0) AS count FROM cart_line WHERE session = ?',
    );
    this.#known = sql.prepare<Known>(
      `SELECT product, name, quantity FROM addition JOIN product ON product.id = product WHERE session = ? AND key = ?`,
    );
    this.#remember = sql.prepare('INSERT INTO addition VALUES (?, ?, ?, ?, ?)');
    this.#room = sql.prepare<{ stock: number; inCart: number }>(
      `SELECT stock, coalesce(quantity, 0) AS inCart
       FROM product LEFT JOIN cart_line ON product = id AND session = ? WHERE id = ?`,
    );
    this.#add = sql.prepare(
      `INSERT INTO cart_line (session, product, quantity, rev, added_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
       ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity, rev = excluded.rev, page = '',
                                 changed_at = excluded.changed_at`,
    );
    this.#set = sql.prepare(
      'UPDATE cart_line SET quantity = ?, page = ?, rev = ?, changed_at = ? WHERE session = ? AND product = ?',
    );
    this.#remove = sql.prepare('DELETE FROM cart_line WHERE session = ? AND product = ?');
  }

  lines(session: string): CartLine[] {
    return this.#lines.all(session);
  }

  /** How many things are in a cart; 0 for one that nobody has put anything into. */
  count(session: string): number {
    return this.#count.get(session)?.count ?? 0;
  }

  /** What was added by a key of this session. */
  addition(session: string, key: string): Addition | undefined {
    return this.#known.get(session, key);
  }

  /** Puts more of a product into the cart. The same `key` again does nothing more; for the same thing it is no error. */
  add(session: string, key: string, { product, quantity }: Addition): Refusal | undefined {
    const result = this.#sql.write(() => {
      const known = this.#known.get(session, key);
      if (known) return known.product === product && known.quantity === quantity ? undefined : addedBefore(known);
      const trouble = this.#trouble(session, product, (inCart) => inCart + quantity);
      if (trouble) return trouble;
      const now = Date.now();
      this.#add.run(session, product, quantity, randomUUID(), now);
      this.#remember.run(session, key, product, quantity, now);
      return undefined;
    });
    if (!result) this.#hub.publish(`cart:${session}`);
    return result;
  }

  /** @param page who changed it: a page that knows already and need not be told */
  setQuantity(session: string, product: string, quantity: number, page: string): Refusal | undefined {
    const result = this.#sql.write(() => {
      const trouble = this.#trouble(session, product, () => quantity);
      if (trouble) return trouble;
      const changed = this.#set.run(quantity, page, randomUUID(), Date.now(), session, product);
      return changed === 0 ? notInCart : undefined;
    });
    if (!result) this.#hub.publish(`cart:${session}`, page);
    return result;
  }

  /** What is not there is as good as removed. @param page as above */
  remove(session: string, product: string, page: string): Refusal | undefined {
    const result = this.#sql.write(() => void this.#remove.run(session, product));
    if (!result) this.#hub.publish(`cart:${session}`, page);
    return result;
  }

  #trouble(session: string, product: string, wanted: (inCart: number) => number): Refusal | undefined {
    const room = this.#room.get(session, product);
    if (!room) return unknownProduct;
    const { stock, inCart } = room;
    const count = wanted(inCart);
    const already = inCart > 0 ? `, and ${inCart} are in your cart already` : '';
    if (count > maxQuantity) return new Refusal(`We pack at most ${maxQuantity} of one thing${already}.`);
    if (count <= inCart) return undefined; // less is always welcome
    if (stock === 0) return new Refusal('Just sold out. We are making more.', 409);
    if (count > stock) return new Refusal(`There are ${stock} left${already}.`, 409);
    return undefined;
  }
}

/** Who changes a form that waits for its answer cannot know that it has been done. */
function addedBefore({ name, quantity }: Known): Refusal {
  return new Refusal(
    `${quantity} × ${name} went into your cart before you changed this. Press again to add these too.`,
    409,
  );
}

const notInCart = new Refusal('This is no longer in your cart. You may have removed it in another tab.', 409);
