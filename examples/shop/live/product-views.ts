import type { Catalogue, Product } from '../store/catalogue.js';
import type { View } from '../views/layout.js';
import type { Hub } from './hub.js';

type Render = (product: Product) => View;

/**
 * What is shown of a product is the same on every open page: it is rendered once a change, however many pages are told. It is
 * kept for no longer than that takes, a turn of the event loop: what another server sells from the same file is not overlooked.
 */
export class ProductViews {
  readonly #hub: Hub;
  readonly #catalogue: Catalogue;
  readonly #rendered = new Map<string, Map<Render, View>>();

  constructor(hub: Hub, catalogue: Catalogue) {
    this.#hub = hub;
    this.#catalogue = catalogue;
  }

  get(id: string, render: Render): View {
    const views = this.#rendered.get(id) ?? this.#start(id);
    const view = views.get(render) ?? render(this.#catalogue.known(id));
    views.set(render, view);
    return view;
  }

  #start(id: string): Map<Render, View> {
    const views = new Map<Render, View>();
    this.#rendered.set(id, views);
    const forget = (): void => {
      leave();
      clearImmediate(turn);
      this.#rendered.delete(id);
    };
    const leave = this.#hub.listen([`stock:${id}`], forget);
    const turn = setImmediate(forget);
    return views;
  }
}
