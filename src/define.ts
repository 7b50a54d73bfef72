import { warnOnce } from './warn.js';

/** Registers `tag`, unless another copy of the kit has done so: the first one wins. */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element) warnSecondCopy();
}

/** One warning a page, whichever module of the second copy notices first. */
export function warnSecondCopy(): void {
  warnOnce('ds-elements is loaded twice; the second copy is ignored.');
}
