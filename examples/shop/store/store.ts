import type { Hub } from '../live/hub.js';
import { Carts } from './carts.js';
import { Catalogue } from './catalogue.js';
import { openDatabase } from './database.js';
import { Favourites } from './favourites.js';
import { Orders } from './orders.js';

export interface Store {
  readonly catalogue: Catalogue;
  readonly carts: Carts;
  readonly favourites: Favourites;
  readonly orders: Orders;
  /** Lets go, now and every day, of carts, additions and hearts that nobody has touched for a year. Orders stay. */
  forgetOldThings(): void;
  close(): void;
}

const day = 24 * 60 * 60 * 1000; // milliseconds

/** Everything the shop must not forget, in one SQLite file. What changes is published to the hub once it is written. */
export function openStore(file: string, hub: Hub): Store {
  const sql = openDatabase(file);
  let daily: NodeJS.Timeout | undefined;

  function forget(): void {
    const yearAgo = Date.now() - 365 * day;
    sql.write(() => {
      sql.prepare('DELETE FROM cart_line WHERE changed_at < ?').run(yearAgo);
      sql.prepare('DELETE FROM addition WHERE added_at < ?').run(yearAgo);
      sql.prepare('DELETE FROM favourite WHERE liked_at < ?').run(yearAgo);
    });
  }

  return {
    catalogue: new Catalogue(sql, hub),
    carts: new Carts(sql, hub),
    favourites: new Favourites(sql, hub),
    orders: new Orders(sql, hub),
    forgetOldThings() {
      forget();
      daily ??= setInterval(forget, day).unref();
    },
    close() {
      clearInterval(daily);
      sql.close();
    },
  };
}
