/** What can change while a page is open, and `stop`: the server ends, and with it what would go on for ever. */
export type Topic =
  | 'orders'
  | 'build'
  | 'stop'
  | `stock:${string}` // of a product
  | `viewers:${string}` // of a product
  | `cart:${string}` // of a session
  | `favourites:${string}`; // of a session

/** @param by the page that caused the change, where it knows already */
export type Listener = (topic: Topic, by: string | undefined) => void;

/**
 * Who listens to what. A topic only says that something changed, never what: whoever cares reads the present state. So a
 * listener may miss all but the last of a hundred changes, and a hub that spans several servers could take this one's
 * place.
 */
export class Hub {
  readonly #listeners = new Map<Topic, Set<Listener>>();

  publish(topic: Topic, by?: string): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(topic, by);
  }

  /** @returns the way to leave */
  listen(topics: Iterable<Topic>, listener: Listener): () => void {
    const all = new Set(topics);
    for (const topic of all) this.#listeners.set(topic, (this.#listeners.get(topic) ?? new Set()).add(listener));
    return () => {
      for (const topic of all) {
        const others = this.#listeners.get(topic);
        others?.delete(listener);
        if (others?.size === 0) this.#listeners.delete(topic);
      }
    };
  }
}
