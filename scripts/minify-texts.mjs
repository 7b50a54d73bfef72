/** Vite plugins: a minifier of scripts leaves the text of a css`…` and an html`…` as its author wrote it. */

/** Takes out what no browser reads; spaces inside a value or a selector may matter and stay. @param {string} css */
const minified = (css) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/: /g, ':')
    .replace(/\[([\w-]+)='(\w+)'\]/g, '[$1=$2]')
    .replace(/(?<![\w.])0\.(?=\d)/g, '.')
    .trim();

/**
 * What is left needs no `css`, which is there to check the values that are put into a text.
 * @returns {import('vite').Plugin}
 */
const styles = () => ({
  name: 'minify-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\.styles\.ts$/ },
    handler: (code) => ({
      code: code
        .replace(/css`([^`]*)`/g, (_, css) => `unsafeCSS(\`${minified(css)}\`)`)
        .replace('{ css }', '{ unsafeCSS }'),
      map: { mappings: '' },
    }),
  },
});

/**
 * Indents: to a template they are text, and to the rest of a script nothing. Lines stay, and with them the source map.
 * @returns {import('vite').Plugin}
 */
const templates = () => ({
  name: 'minify-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\.ts$/, code: 'html`' },
    handler: (code) => ({ code: code.replace(/\n +/g, '\n'), map: null }),
  },
});

export const minifyTexts = () => [styles(), templates()];
