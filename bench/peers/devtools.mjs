/** What only the DevTools protocol tells: the heap, and the tree that assistive technology is given. */

/** @typedef {import('./field.mjs').Field} Field */

/** How much is left of those that came and went, 50 and 50 again. @param {Field} field */
export async function collection({ page, tag, markup }) {
  const session = await page.createCDPSession();
  const counted = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return session.send('Memory.getDOMCounters');
  };
  const expression = tag.includes('-') ? `customElements.get('${tag}').prototype` : 'HTMLInputElement.prototype';
  const alive = async () => {
    const { result: prototype } = await session.send('Runtime.evaluate', { expression });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    });
    await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
    return result.value;
  };
  if ((await alive()) === 0) throw new Error(`The heap has no <${tag}>, although the page shows one`);
  // The first rounds fill caches, which are not leaks.
  await page.evaluate(comeAndGo, markup);
  const before = await counted();
  await page.evaluate(comeAndGo, markup);
  const after = await counted();
  return {
    'fields alive': await alive(),
    'listeners more': after.jsEventListeners - before.jsEventListeners,
    'nodes more': after.nodes - before.nodes,
  };
}

/** Runs in the page. @param {string} markup the form */
async function comeAndGo(markup) {
  const form = document.querySelector('#form');
  const frame = () => new Promise(requestAnimationFrame);
  for (let round = 0; round < 50; round++) {
    const template = document.createElement('template');
    template.innerHTML = markup;
    form?.replaceChildren(...(template.content.firstElementChild?.childNodes ?? []));
    await frame();
    await frame();
    form?.replaceChildren();
    await frame();
  }
}

/** @param {Field} field */
export async function access({ page }) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const shown = nodes.filter(({ ignored }) => !ignored);
  const box = shown.find(({ role }) => ['spinbutton', 'textbox', 'searchbox'].includes(role?.value));
  /** @param {string} name */
  const property = (name) => box?.properties?.find((property) => property.name === name)?.value.value ?? '–';
  const buttons = shown.filter(({ role, name }) => role?.value === 'button' && name?.value !== 'Send');
  return {
    role: box?.role?.value ?? 'none',
    name: box?.name?.value.trim() || 'none',
    'value, min, max': [box?.value?.value ?? '–', property('valuemin'), property('valuemax')].join(', '),
    required: property('required') === true ? 'yes' : 'no',
    'buttons in the tree': buttons.map(({ name }) => name?.value || '(no name)').join(', ') || 'none',
  };
}
