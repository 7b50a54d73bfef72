import type { Hub } from './hub.js';

/** Who looks at which product right now. Nothing of it is worth keeping: it is the open pages that make it true. */
export class Viewers {
  readonly #hub: Hub;
  /** For each product how many pages of each session show it. */
  readonly #pages = new Map<string, Map<string, number>>();

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** How many people, however many pages each of them has open. */
  count(product: string): number {
    return this.#pages.get(product)?.size ?? 0;
  }

  /** The same with somebody whose page is about to open. */
  countWith(product: string, session: string): number {
    return this.count(product) + (this.#pages.get(product)?.has(session) ? 0 : 1);
  }

  /** @returns the way to leave */
  enter(product: string, session: string): () => void {
    this.#change(product, session, 1);
    return () => {
      this.#change(product, session, -1);
    };
  }

  #change(product: string, session: string, by: 1 | -1): void {
    const sessions = this.#pages.get(product) ?? new Map<string, number>();
    const pages = (sessions.get(session) ?? 0) + by;
    if (pages > 0) sessions.set(session, pages);
    else sessions.delete(session);
    if (sessions.size > 0) this.#pages.set(product, sessions);
    else this.#pages.delete(product);
    this.#hub.publish(`viewers:${product}`);
  }
}
