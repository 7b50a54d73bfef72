/** `npm run build:manifest`: what the elements are, read from their classes, for the catalog, editors and tests. */

/** `@output {number | ''} value - What it is.` in a class comment becomes an entry of the element's `outputs`. */
const outputs = () => ({
  name: 'outputs',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === 'output');
    const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
    if (!declaration || tags.length === 0) return;
    declaration.outputs = tags.map((tag) => {
      const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
      const [, type, name, description] = /^\{(.+?)\}\s+(\S+)\s+-\s+(.+)$/s.exec(text) ?? [];
      if (!name) throw new Error(`@output wants "{type} name - text", not "${text}" (${declaration.name})`);
      return { name, type: { text: type }, description };
    });
  },
});

/** `define('ds-…', Class)` is how the kit registers; the analyzer knows only the browser's own way. */
const definitions = () => ({
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, constructor] = node.arguments;
    if (!tag || !constructor || !ts.isStringLiteral(tag)) return;
    const declaration = { name: constructor.getText(), module: '' };
    moduleDoc.exports.push({ kind: 'custom-element-definition', name: tag.text, declaration });
  },
});

/** `inputs(this, { showZero: … })` makes `showZero` a property and `show-zero` its attribute, with a default. */
const inputs = (converters = new Map()) => ({
  name: 'inputs',
  collectPhase({ ts, node }) {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer))
      converters.set(node.name.getText(), node.initializer);
  },
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'inputs') return;
    let holder = node.parent;
    while (!ts.isClassDeclaration(holder)) holder = holder.parent;
    const declaration = moduleDoc.declarations.find(({ name }) => name === holder.name?.text);
    for (const property of node.arguments[1].properties) {
      const member = declaration.members.find(({ name }) => name === property.name.text);
      if (!member) throw new Error(`"${property.name.text}" is not declared (${declaration.name})`);
      member.attribute = member.name.replace(/[A-Z]/g, '-$&').toLowerCase();
      member.default = defaultOf(ts, property.initializer, converters);
      const { type, description, default: initial, name: fieldName } = member;
      (declaration.attributes ??= []).push({ name: member.attribute, type, description, default: initial, fieldName });
    }
  },
});

/** What a converter gives for a missing attribute, as code: 50 for `percent(50)`, 0 for `integer({ default: 0 })`. */
function defaultOf(ts, converter, converters) {
  const call = ts.isCallExpression(converter) ? converter : converters.get(converter.getText());
  const [first] = call.arguments;
  if (!first) return call.expression.getText() === 'boolean' ? 'false' : "''";
  if (!ts.isObjectLiteralExpression(first)) return first.getText();
  return first.properties.find(({ name }) => name.getText() === 'default').initializer.getText();
}

const isDefinition = ({ kind }) => kind === 'custom-element-definition';

/** What a page or an editor has no use for: private parts, hooks of the browser, and the kit's own base classes. */
const isPlumbing = ({ name, privacy, static: isStatic }) =>
  Boolean(privacy && privacy !== 'public') || Boolean(isStatic) || /^(connectedMove|form\w+)Callback$/.test(name);

/** Leaves what is shipped: elements, with paths in the package, and only what their users can use. */
const shipped = () => ({
  name: 'shipped',
  packageLinkPhase({ customElementsManifest }) {
    const elements = new Map();
    customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) =>
      path.startsWith('components/'),
    );
    for (const { exports } of customElementsManifest.modules)
      for (const { name, declaration } of exports.filter(isDefinition)) elements.set(declaration.name, name);

    for (const module of customElementsManifest.modules) {
      module.path = module.path.replace(/^components\/[^/]+\/(ds-)?([^/]+)\.ts$/, (_, define, file) =>
        define ? `dist/ds-${file}.js` : `dist/components/${file}.js`,
      );
      module.declarations = module.declarations.filter(({ name }) => elements.has(name));
      module.exports = module.exports.filter((item) => isDefinition(item) || elements.has(item.declaration.name));
      for (const declaration of module.declarations) publish(declaration, elements.get(declaration.name));
      for (const item of module.exports) {
        item.declaration.module = isDefinition(item)
          ? module.path.replace('dist/ds-', 'dist/components/')
          : module.path;
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(({ exports }) => exports.length > 0);
  },
});

function publish(declaration, tagName) {
  Object.assign(declaration, { customElement: true, tagName, superclass: { name: 'LitElement', package: 'lit' } });
  declaration.members = declaration.members
    .filter((member) => !isPlumbing(member))
    .map((member) => ({ ...member, inheritedFrom: undefined }));
  // The analyzer takes `dispatchEvent(new XEvent(v))` for an event called "v"; a real one stands in the comment.
  if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
}

export default {
  globs: ['components/**/*.ts', 'src/*.ts'],
  exclude: ['**/*.samples.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [outputs(), definitions(), inputs(), shipped()],
};
