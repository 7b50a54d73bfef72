/** What is in the shop's file, read past the server, and whether it is what the buyers were told. */
import assert from 'node:assert/strict';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Addition, Buyer, Lines } from './buyers.js';

interface Line {
  readonly product: string;
  readonly quantity: number;
}

export interface Books {
  readonly additions: readonly (Omit<Addition, 'is'> & { readonly session: string })[];
  /** The newest first. */
  readonly orders: readonly { readonly id: number; readonly session: string; readonly key: string }[];
  readonly orderLines: readonly (Line & { readonly order: number; readonly cents: number })[];
  readonly cartLines: readonly (Line & { readonly session: string })[];
  readonly products: readonly { readonly product: string; readonly cents: number; readonly stock: number }[];
}

export function readBooks(file: string): Books {
  const db = new DatabaseSync(file, { readOnly: true });
  const all = <Row>(sql: string): Row[] =>
    db
      .prepare(sql)
      .all()
      .map((row) => ({ ...(row as Row) }));
  try {
    db.exec('BEGIN'); // all of it as it is at one moment
    assert.deepEqual(all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    assert.deepEqual(all('PRAGMA foreign_key_check'), []);
    return {
      additions: all('SELECT session, key, product, quantity FROM addition'),
      orders: all('SELECT id, session, key FROM customer_order ORDER BY id DESC'),
      orderLines: all('SELECT customer_order AS "order", product, cents, quantity FROM order_line'),
      cartLines: all('SELECT session, product, quantity FROM cart_line'),
      products: all('SELECT id AS product, cents, stock FROM product'),
    };
  } finally {
    db.close();
  }
}

/** From product to quantity; what is listed twice adds up. */
export function sumOf(lines: Iterable<Line>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { product, quantity } of lines) sum.set(product, (sum.get(product) ?? 0) + quantity);
  return sum;
}

const stockOf = ({ products }: Books): Lines => new Map(products.map(({ product, stock }) => [product, stock]));

export function centsOf({ products }: Books, lines: Lines): number {
  return products.reduce((sum, { product, cents }) => sum + cents * (lines.get(product) ?? 0), 0);
}

function ofOrder(books: Books, order: number): Books['orderLines'] {
  return books.orderLines.filter((line) => line.order === order);
}

/**
 * Every answered request is there, once, and nothing else, but for what a buyer waits for: that may have been done.
 *
 * @returns how many of the requests without an answer had been done
 */
export function checkBooks(books: Books, start: Books, buyers: readonly Buyer[]): number {
  const sold = sumOf(books.orderLines);
  for (const [product, stock] of stockOf(start))
    assert.equal(stockOf(books).get(product), stock - (sold.get(product) ?? 0), `stock of ${product}`);

  const sessions = new Set(buyers.map(({ session }) => session));
  for (const { session } of [...books.additions, ...books.orders, ...books.cartLines])
    assert.ok(sessions.has(session), 'nobody else was there');
  return buyers.reduce((done, buyer) => done + checkBuyer(books, buyer), 0);
}

function checkBuyer(books: Books, { session, additions, orders, cart, removed, pending }: Buyer): number {
  const ofSession = <Row extends { readonly session: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.session === session);
  const written = { additions: ofSession(books.additions), orders: ofSession(books.orders) };

  const expected = new Map(additions.map((addition) => [addition.key, addition]));
  let done = 0;
  if (pending?.is === 'addition' && written.additions.some(({ key }) => key === pending.key)) {
    expected.set(pending.key, pending);
    done++;
  }
  assert.deepEqual(
    new Map(written.additions.map(({ key, product, quantity }) => [key, { is: 'addition', key, product, quantity }])),
    expected,
  );

  const answered = new Map(orders.map((order) => [order.key, order]));
  const unanswered = written.orders.filter(({ key }) => pending?.is === 'order' && key === pending.key);
  assert.equal(written.orders.length, orders.length + unanswered.length, 'every order is there, once');
  done += unanswered.length;
  for (const { id, key } of written.orders) {
    const order = answered.get(key) ?? { id, lines: cart };
    assert.equal(id, order.id);
    assert.deepEqual(sumOf(ofOrder(books, id)), order.lines, `order ${id} is what was in the cart`);
    const total = ofOrder(books, id).reduce((sum, { cents, quantity }) => sum + cents * quantity, 0);
    assert.equal(total, centsOf(books, order.lines), `the sum of order ${id}`);
  }

  const inCart = sumOf(ofSession(books.cartLines));
  const bought = sumOf(written.orders.flatMap(({ id }) => ofOrder(books, id)));
  const added = sumOf(written.additions);
  for (const { product } of books.products) {
    const rest = (added.get(product) ?? 0) - (bought.get(product) ?? 0) - (removed.get(product) ?? 0);
    const isTakenOut = pending?.is === 'removal' && pending.product === product && !inCart.has(product);
    if (isTakenOut) done++;
    else assert.equal(inCart.get(product) ?? 0, rest, `${product} in a cart`);
  }
  return done;
}
