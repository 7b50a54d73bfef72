import { LitElement } from 'lit';
import type { Total } from './attributes.js';
import { warnJunk } from './warn.js';

/** What every element of the kit is: a LitElement that may be moved without being torn down. */
export class DsElement extends LitElement {
  /** Present and empty: the browser then moves the element without disconnecting it. */
  connectedMoveCallback(): void {
    // Nothing to do: frames, observers and focus all survive a move.
  }
}

interface Input<T> {
  /** Attribute name, where it is not the property's. */
  attribute?: string;
  converter: Total<T>;
}

/**
 * Lit's `@property` for inputs that are total: the property reads junk as its attribute does, as the default, with one
 * warning. (The name is Lit's so that analyzers of Lit elements see a property.)
 */
export function property<T>(options: Input<T>) {
  const { converter } = options;
  return (prototype: DsElement, name: string): void => {
    const values = new WeakMap<object, T>();
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: DsElement) {
        return values.get(this) ?? converter.default;
      },
      set(this: DsElement, input: unknown) {
        const value = converter.read(input);
        if (value === undefined) warnJunk(this, options.attribute ?? name, input, converter);
        values.set(this, value ?? converter.default);
      },
    });
    // Lit wraps an accessor that it finds, and updates the element after a set.
    (prototype.constructor as typeof DsElement).createProperty(name, options);
  };
}
