import type { Context } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Hub } from '../live/hub.js';
import type { ProductViews } from '../live/product-views.js';
import type { Viewers } from '../live/viewers.js';
import type { Store } from '../store/store.js';
import type { Bundle } from '../bundle.js';
import type { Fields } from './form.js';

/** What the routes work with. */
export interface Shop {
  readonly store: Store;
  readonly hub: Hub;
  readonly viewers: Viewers;
  readonly bundle: Bundle;
  /** Where browsers find the shop, as `https://shop.example`; by default where the request says it came to. */
  readonly origin?: string | undefined;
  /** Locks the pages behind the counter; without one they are open to all. */
  readonly adminPassword?: string | undefined;
}

export interface Env {
  Variables: SecureHeadersVariables & {
    readonly shop: Shop;
    readonly productViews: ProductViews;
    /** Whose request this is. */
    readonly session: string;
    /** What a form sent. */
    readonly fields: Fields;
  };
}

export type ShopContext = Context<Env>;
