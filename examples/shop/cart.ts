/** Where carts are kept. Asynchronous, so that a database can take the place of memory. */
export interface Carts {
  add(cartId: string, productId: string, quantity: number): Promise<void>;
  /** How many things are in a cart; 0 for one that nobody has put anything into. */
  count(cartId: string): Promise<number>;
}

/** Carts until the server stops. Beyond `capacity` the one longest untouched is forgotten, so memory stays bounded. */
export function memoryCarts(capacity = 10_000): Carts {
  const carts = new Map<string, Map<string, number>>();

  return {
    async add(cartId, productId, quantity) {
      const lines = carts.get(cartId) ?? new Map<string, number>();
      lines.set(productId, (lines.get(productId) ?? 0) + quantity);
      carts.delete(cartId);
      carts.set(cartId, lines); // a Map keeps the order of insertion: the newest goes last
      const [oldest] = carts.keys();
      if (carts.size > capacity && oldest !== undefined) carts.delete(oldest);
    },
    async count(cartId) {
      const lines = carts.get(cartId);
      return lines ? [...lines.values()].reduce((sum, quantity) => sum + quantity, 0) : 0;
    },
  };
}
