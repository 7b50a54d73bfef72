import { LitElement, type PropertyDeclaration } from 'lit';
import { isTotal, type Total } from './attributes.js';
import { warnJunk } from './warn.js';

/**
 * What every element of the kit is: a LitElement whose inputs are total and which may be moved.
 *
 * - A property with a {@link Total} converter reads junk as its attribute does: the default, and one warning.
 * - `moveBefore` (a morph's reorder) is neither a removal nor an insertion.
 */
export class DsElement extends LitElement {
  /** @internal */
  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const { converter } = options;
    if (!isTotal(converter)) return super.getPropertyDescriptor(name, key, options);
    const attribute = typeof options.attribute === 'string' ? options.attribute : String(name);
    const values = new WeakMap<DsElement, unknown>();
    const get = (element: DsElement): unknown => (values.has(element) ? values.get(element) : converter.default);
    return {
      configurable: true,
      enumerable: true,
      get(this: DsElement) {
        return get(this);
      },
      set(this: DsElement, input: unknown) {
        const before = get(this);
        values.set(this, readOrWarn(this, attribute, converter, input));
        this.requestUpdate(name, before, options);
      },
    };
  }

  /** Present and empty: the browser then moves the element without disconnecting it. */
  connectedMoveCallback(): void {
    // Nothing to do: frames, observers and focus all survive a move.
  }
}

function readOrWarn<T>(element: Element, attribute: string, converter: Total<T>, input: unknown): T {
  const value = converter.read(input);
  if (value !== undefined) return value;
  warnJunk(element, attribute, input, converter.expected, converter.default);
  return converter.default;
}
