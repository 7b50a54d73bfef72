/** The pages of the elements say what the manifest says: each has a page, which names all of its API and nothing else. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ name: string }} Named
 * @typedef {{ tagName: string, attributes?: Named[], events?: Named[], slots?: Named[], cssParts?: Named[],
 *   cssProperties?: Named[], cssStates?: Named[], outputs?: Named[] }} Element
 */

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
/** @type {{ modules: { declarations: Element[] }[] }} */
const manifest = JSON.parse(read('dist/custom-elements.json'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const readme = read('README.md');

/** @type {string[]} */
const faults = [];

/** The names in the first column of the table under a heading. @param {string} page @param {string} heading */
function tabled(page, heading) {
  const section = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const cells = [...section.matchAll(/^\|(.*?)\|/gm)].slice(2).map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

for (const { tagName, attributes = [], ...rest } of elements) {
  const path = `docs/elements/${tagName.replace('ds-', '')}.md`;
  if (!existsSync(new URL(`../${path}`, import.meta.url))) {
    faults.push(`${path} is missing`);
    continue;
  }
  const page = read(path);
  const attributeNames = attributes.map(({ name }) => name);
  const named = ['events', 'slots', 'cssParts', 'cssProperties', 'cssStates', 'outputs'];
  const others = Object.entries(rest).flatMap(([kind, list]) =>
    named.includes(kind) ? /** @type {Named[]} */ (list) : [],
  );
  for (const name of [...attributeNames, ...others.map((item) => item.name)])
    if (name && !page.includes(`\`${name}\``)) faults.push(`${path} does not name \`${name}\``);
  for (const name of tabled(page, 'Attributes'))
    if (!attributeNames.includes(name))
      faults.push(`${path} lists an attribute \`${name}\` that <${tagName}> does not have`);
  if (!readme.includes(path)) faults.push(`README.md does not link ${path}`);
}

for (const fault of faults) console.error(fault);
console.log(`${elements.length} elements documented, ${faults.length} faults`);
process.exitCode = faults.length > 0 || elements.length === 0 ? 1 : 0;
