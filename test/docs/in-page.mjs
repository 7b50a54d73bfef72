/** What the reader does inside the page. Each function is sent there by itself: it may use nothing from outside. */

/**
 * Names that mean nothing: a tag nobody defines, an attribute or an event its element does not know, a Datastar attribute
 * that there is not.
 *
 * @param {Record<string, { attributes: string[], events: string[] }>} vocabulary
 */
export function unknownNames(vocabulary) {
  const datastar =
    /^data-(attr|bind|class|computed|effect|ignore|ignore-morph|indicator|init|json-signals|on|on-intersect|on-interval|on-signal-patch|preserve-attr|ref|show|signals|style|text)(:|__|$)/;
  /** @type {string[]} */
  const unknown = [];
  for (const element of document.querySelectorAll('*')) {
    const { localName } = element;
    const { attributes, events } = vocabulary[localName] ?? {};
    if (element.matches(':not(:defined)')) unknown.push(`<${localName}> is not defined`);
    for (const { name } of element.attributes) {
      const [plugin = '', key = ''] = name.split(/:|__/);
      const isEvent = plugin === 'data-on';
      if (name.startsWith('data-') && !datastar.test(name)) unknown.push(`Datastar has no ${name}`);
      if (isEvent && !(`on${key}` in element || events?.includes(key))) unknown.push(`<${localName}> fires no ${key}`);
      const written = plugin === 'data-attr' ? key : name.startsWith('data-') ? '' : name;
      if (!attributes || !written || ['id', 'class', 'lang', 'dir', 'slot', 'hidden'].includes(written)) continue;
      if (!attributes.includes(written)) unknown.push(`<${localName}> has no attribute ${written}`);
    }
  }
  return unknown;
}

/** Elements of the kit that show nothing, and a page that has none. */
export function unseen() {
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('ds-'));
  const hidden = elements.filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return !element.shadowRoot?.childElementCount || !width || !height;
  });
  if (elements.length === 0) return ['it shows no element of the kit'];
  return hidden.map(({ localName }) => `<${localName}> shows nothing`);
}

/** What stands in every place that follows a signal. */
export function boundPlaces() {
  /** @type {Record<string, string | null>} */
  const places = {};
  [...document.querySelectorAll('*')].forEach((element, index) => {
    for (const { name, value } of element.attributes) {
      const place = `${name}="${value}" of <${element.localName}> (node ${index})`;
      if (name === 'data-text') places[place] = element.textContent;
      else if (name.startsWith('data-attr:')) places[place] = element.getAttribute(name.slice('data-attr:'.length));
    }
  });
  return places;
}

/** Submits every form, as far as to see what it would send: an entry of each element of the kit that has a name. */
export function submitForms() {
  /** @type {string[]} */
  const complaints = [];
  for (const form of document.forms) {
    /** @type {string[] | undefined} */
    let entries;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      entries = [...new FormData(form).keys()];
    });
    form.requestSubmit();
    if (!entries) complaints.push('a form does not submit');
    else
      for (const element of form.elements)
        if (element.localName.startsWith('ds-') && !entries.includes(element.getAttribute('name') ?? ''))
          complaints.push(`a form submits without its <${element.localName}>`);
  }
  return complaints;
}
