/** A Vite plugin: a minifier of scripts leaves the text of a css`…` as its author wrote it, comments and all. */

/** Takes out what no browser reads; spaces inside a value or a selector may matter and stay. @param {string} css */
const minified = (css) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/: /g, ':')
    .trim();

/** @returns {import('vite').Plugin} */
export const minifyStyles = () => ({
  name: 'minify-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\.styles\.ts$/ },
    handler: (code) => ({
      code: code.replace(/css`[^`]*`/g, (styles) => `css\`${minified(styles.slice(4, -1))}\``),
      map: { mappings: '' },
    }),
  },
});
