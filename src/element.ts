import { LitElement } from 'lit';
import type { Total } from './attributes.js';
import { warnJunk } from './warn.js';

/** What `input` means: junk counts as the default, with one warning. */
export function read<T>(element: Element, attribute: string, input: unknown, total: Total<T>): T {
  const value = total.read(input);
  if (value === undefined) warnJunk(element, attribute, input, total);
  return value ?? total.default;
}

/** What every element of the kit is: a LitElement that may be moved without being torn down. */
export class DsElement extends LitElement {
  /** @internal */
  protected readonly internals = this.attachInternals();

  /** Present and empty: the browser then moves the element without disconnecting it. */
  connectedMoveCallback(): void {
    // Nothing to do: frames, observers and focus all survive a move.
  }

  /** Shows, or takes back, what CSS asks for as `:state(name)`. */
  protected showState(name: string, isOn: boolean): void {
    if (isOn) this.internals.states.add(name);
    else this.internals.states.delete(name);
  }
}

/**
 * What an element is told, by property: Lit's `static properties` with total converters. A property reads junk as its
 * attribute does; `showZero` is the attribute `show-zero`.
 */
export function inputs(element: typeof DsElement, totals: Record<string, Total<unknown>>): void {
  for (const [name, total] of Object.entries(totals)) {
    const attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase();
    const values = new WeakMap<object, unknown>();
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      get(this: DsElement) {
        return values.get(this) ?? total.default;
      },
      set(this: DsElement, input: unknown) {
        values.set(this, read(this, attribute, input, total));
      },
    });
    // Lit wraps an accessor that it finds, and updates the element after a set.
    element.createProperty(name, { ...total, attribute });
  }
}
