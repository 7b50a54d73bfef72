/**
 * A page of documentation shows several stories, and Datastar keeps one store a document: as they stand, all would
 * move together. So there each story's signals go into a branch of their own: `$value` becomes `$s1.value`.
 */
export function scope(view: DocumentFragment, branch: string): void {
  for (const element of view.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes]) {
      if (name === 'to-signal') element.setAttribute(name, scopeOutputs(value, branch));
      else if (name.startsWith('data-')) scopeAttribute(element, name, value, branch);
    }
}

/** `value: cart.quantity, live: view.live` → `value: s1.cart.quantity, live: s1.view.live` */
const scopeOutputs = (value: string, branch: string): string =>
  value.replace(/(^|,)(\s*(?:[^,:]+:)?\s*)([^,\s])/g, `$1$2${branch}.$3`);

function scopeAttribute(element: Element, name: string, value: string, branch: string): void {
  const [, plugin = '', key = '', modifiers = ''] = /^data-([a-z-]+)(?::(.+?))?(__.*)?$/.exec(name) ?? [];
  const isObject = plugin === 'signals' || plugin === 'computed';
  const namesSignal = isObject || ['bind', 'ref', 'indicator'].includes(plugin);
  let scoped = value.replace(/\$(?=[a-z_])/gi, `$${branch}.`);
  if (namesSignal && !key) scoped = isObject ? `{${branch}: ${scoped}}` : `${branch}.${scoped}`;
  element.removeAttribute(name);
  element.setAttribute(`data-${plugin}${key ? `:${namesSignal ? `${branch}.` : ''}${key}` : ''}${modifiers}`, scoped);
}
