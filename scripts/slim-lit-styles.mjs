/**
 * Lit's css-tag.js as `slimLit` has it: a css`…` is a CSSStyleSheet. Every browser that knows `:state()` adopts those, so
 * that no other way into a shadow tree is needed.
 */

export const supportsAdoptingStyleSheets = true;

/** Nothing is made by it here; a name that lit exports. */
export class CSSResult {}

/** @param {string} text */
export const unsafeCSS = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

/** @param {TemplateStringsArray} strings @param {unknown[]} values */
export const css = (strings, ...values) => unsafeCSS(String.raw({ raw: strings }, ...values));

/** @template Style @param {Style} style */
export const getCompatibleStyle = (style) => style;

/**
 * A subclass that a page makes may bring a css`…` of the page's own lit.
 * @param {ShadowRoot} root @param {(CSSStyleSheet | { styleSheet: CSSStyleSheet })[]} styles
 */
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => ('styleSheet' in style ? style.styleSheet : style));
};
