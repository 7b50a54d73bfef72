import ts from 'typescript';

/** Vite plugins: a minifier of scripts leaves the text of a css`…` and an html`…` as its author wrote it. */

/** Takes out what no browser reads; spaces inside a value or a selector may matter and stay. @param {string} css */
export const minified = (css) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/: /g, ':')
    .replace(/\[([\w-]+)='([a-z]\w*)'\]/g, '[$1=$2]')
    .replace(/(?<![\w.])0\.(?=\d)/g, '.')
    .trim();

/**
 * The minified text has no values in it, so it needs no `css`, which would check them.
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

/** Where the texts of an html`…` stand in a script, the last one first. @param {string} code */
function textsOfTemplates(code) {
  const source = ts.createSourceFile('', code, ts.ScriptTarget.Latest);
  /** @type {import('typescript').Node[]} */
  const texts = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'html') {
      const { template } = node;
      if (ts.isNoSubstitutionTemplateLiteral(template)) texts.push(template);
      else texts.push(template.head, ...template.templateSpans.map(({ literal }) => literal));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.map((text) => [text.getStart(source), text.end]).sort(([a = 0], [b = 0]) => b - a);
}

/**
 * Indents of a template, which are text to it. Lines stay, and with them the source map.
 * @returns {import('vite').Plugin}
 */
const templates = () => ({
  name: 'minify-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\.ts$/, code: 'html`' },
    handler: (code) => ({
      code: textsOfTemplates(code).reduce(
        (text, [start, end]) =>
          text.slice(0, start) + text.slice(start, end).replace(/\n +/g, '\n') + text.slice(end ?? 0),
        code,
      ),
      map: null,
    }),
  },
});

export const minifyTexts = () => [styles(), templates()];
