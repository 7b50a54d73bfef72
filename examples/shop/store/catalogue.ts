import type { Hub } from '../live/hub.js';
import type { Sql } from './database.js';
import { Refusal } from './refusal.js';
import { seed } from './seed.js';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly details: readonly string[];
  /** What the drawing `/<id>.svg` shows. */
  readonly drawing: string;
  readonly cents: number;
  readonly stock: number;
}

type Row = Omit<Product, 'details'> & { readonly details: string };

export const unknownProduct = new Refusal(
  'We have no such thing in the shop. It may have been taken out while the page was open.',
  404,
);

/** What the shop sells, and how many of each there are. */
export class Catalogue {
  readonly #sql: Sql;
  readonly #hub: Hub;
  readonly #all;
  readonly #find;
  readonly #setStock;

  constructor(sql: Sql, hub: Hub) {
    this.#sql = sql;
    this.#hub = hub;
    this.#all = sql.prepare<Row>('SELECT * FROM product ORDER BY position');
    this.#find = sql.prepare<Row>('SELECT * FROM product WHERE id = ?');
    this.#setStock = sql.prepare('UPDATE product SET stock = ? WHERE id = ?');
    if (this.#all.get() === undefined) this.#seed();
  }

  all(): Product[] {
    return this.#all.all().map(toProduct);
  }

  find(id: string): Product | undefined {
    const row = this.#find.get(id);
    return row && toProduct(row);
  }

  /** One that is there for sure: products are never taken out of the table. */
  known(id: string): Product {
    const product = this.find(id);
    if (!product) throw new Error(`No product "${id}"`);
    return product;
  }

  /** @param seen what it was before, as far as whoever counted knows; where it has become a third number, nothing is set */
  setStock(id: string, stock: number, seen?: number): Refusal | undefined {
    const result = this.#sql.write(() => {
      const before = this.find(id)?.stock;
      if (before === undefined) return unknownProduct;
      if (seen !== undefined && seen !== before && stock !== before) return moved(seen, before);
      return void this.#setStock.run(stock, id);
    });
    if (!result) this.#hub.publish(`stock:${id}`);
    return result;
  }

  #seed(): void {
    const insert = this.#sql.prepare(
      `INSERT INTO product (position, id, name, summary, description, details, drawing, cents, stock)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const result = this.#sql.write(() => {
      if (this.#all.get() !== undefined) return; // another server that starts at the same time was faster
      for (const [position, { id, name, summary, description, details, drawing, cents, stock }] of seed.entries())
        insert.run(position, id, name, summary, description, JSON.stringify(details), drawing, cents, stock);
    });
    if (result) throw new Error(`The shop's products cannot be written: ${result.message}`);
  }
}

function moved(from: number, to: number): Refusal {
  return new Refusal(`It went from ${from} to ${to} in the meantime. Press again if your count is still right.`, 409);
}

function toProduct(row: Row): Product {
  return { ...row, details: JSON.parse(row.details) as string[] }; // written by us, and checked by the table
}
