import type { Hub } from '../live/hub.js';
import { unknownProduct } from './catalogue.js';
import type { Sql } from './database.js';
import type { Refusal } from './refusal.js';

/** The hearts that each session has given. */
export class Favourites {
  readonly #sql: Sql;
  readonly #hub: Hub;
  readonly #of;
  readonly #like;
  readonly #unlike;

  constructor(sql: Sql, hub: Hub) {
    this.#sql = sql;
    this.#hub = hub;
    this.#of = sql.prepare<{ product: string }>(
      'SELECT product FROM favourite WHERE session = ? ORDER BY liked_at DESC',
    );
    this.#like = sql.prepare(
      `INSERT INTO favourite SELECT ?, id, ? FROM product WHERE id = ?
       ON CONFLICT DO UPDATE SET liked_at = liked_at`,
    );
    this.#unlike = sql.prepare('DELETE FROM favourite WHERE session = ? AND product = ?');
  }

  /** The ids of the products, the newest first. */
  of(session: string): ReadonlySet<string> {
    return new Set(this.#of.all(session).map(({ product }) => product));
  }

  /** Says what is wanted, not "the other way round": the same request twice is the same as once. */
  set(session: string, product: string, isLiked: boolean): Refusal | undefined {
    const result = this.#sql.write(() => {
      if (!isLiked) return void this.#unlike.run(session, product);
      return this.#like.run(session, Date.now(), product) === 0 ? unknownProduct : undefined;
    });
    if (!result) this.#hub.publish(`favourites:${session}`);
    return result;
  }
}
