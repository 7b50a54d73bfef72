/** The fields that are compared: each as its own documentation draws it, and bound as a Datastar user would. */

/**
 * How a page drives a field. `bind` are attributes of the field, `form` of the form around it, `beside` stands next to it.
 *
 * @typedef {{ bind: string, form?: string, beside?: string }} Writing
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} tag
 * @property {string} [from] the package whose version is told; none for what the browser brings
 * @property {string} entry the module of a page that uses this field and nothing else: code and the styles it needs
 * @property {string} parts what is in that
 * @property {(value: string, bind: string) => string} field
 * @property {(form: string) => string} [around] what the page must have around it
 * @property {Writing} [byHand] where `data-bind` alone falls short: the best we found
 */

/** The same for all: a required quantity from 1 to 999. */
const common = 'min="1" max="999" required name="quantity"';

const validity = 'data-valid data-invalid data-user-valid data-user-invalid';
const number = "el.value === '' ? '' : Number(el.value)";

/**
 * The two ways written out: `set` is what the field is given, `get` what the signal is given on each event `on`, `keep`
 * attributes that say what a patch shall leave alone. No event of the field tells of a reset: the form says what it
 * goes back to.
 *
 * @param {{ keep?: string, set?: string, get?: string, on: string[], beside?: string }} how
 * @returns {Writing}
 */
const byHand = ({ keep = '', set = 'String($quantity)', get = number, on, beside }) => ({
  bind: [keep, `data-effect="el.value = ${set}"`, ...on.map((event) => `data-on:${event}="$quantity = ${get}"`)]
    .filter(Boolean)
    .join(' '),
  form: 'data-on:reset__delay.1ms="$quantity = 2"',
  beside,
});

/** @type {Writing} */
export const bound = { bind: 'data-bind:quantity' };

/**
 * Entries are strings, because these packages are not installed with the kit.
 *
 * @type {Peer[]}
 */
export const peers = [
  {
    name: 'native',
    tag: 'input',
    entry: '',
    parts: 'nothing',
    field: (value, bind) => `<label>Quantity <input type="number" value="${value}" ${common} ${bind} /></label>`,
    byHand: byHand({ on: ['input', 'datastar-prop-change'] }),
  },
  {
    name: 'Web Awesome',
    tag: 'wa-number-input',
    from: '@awesome.me/webawesome',
    entry: `import '@awesome.me/webawesome/dist/styles/themes/default.css';
      import '@awesome.me/webawesome/dist/components/number-input/number-input.js';`,
    parts: 'element, icon, lit, default theme',
    field: (value, bind) => `<wa-number-input label="Quantity" value="${value}" ${common} ${bind}></wa-number-input>`,
    byHand: byHand({ keep: 'data-preserve-attr="size appearance"', on: ['input'] }),
  },
  {
    name: 'Shoelace',
    tag: 'sl-input',
    from: '@shoelace-style/shoelace',
    entry: `import '@shoelace-style/shoelace/dist/themes/light.css';
      import '@shoelace-style/shoelace/dist/components/input/input.js';`,
    parts: 'element, icon, lit, light theme',
    field: (value, bind) => `<sl-input type="number" label="Quantity" value="${value}" ${common} ${bind}></sl-input>`,
    byHand: byHand({
      keep: `data-preserve-attr="size form data-required data-optional ${validity}"`,
      on: ['sl-input'],
    }),
  },
  {
    name: 'Vaadin',
    tag: 'vaadin-integer-field',
    from: '@vaadin/integer-field',
    entry: "import '@vaadin/integer-field';",
    parts: 'element, lit, base styles without a theme',
    field: (value, bind) =>
      `<vaadin-integer-field label="Quantity" step-buttons-visible value="${value}" ${common} ${bind}></vaadin-integer-field>`,
    byHand: byHand({ keep: 'data-ignore-morph', on: ['input'] }),
  },
  {
    name: 'Spectrum',
    tag: 'sp-number-field',
    from: '@spectrum-web-components/number-field',
    entry: `import '@spectrum-web-components/theme/sp-theme.js';
      import '@spectrum-web-components/theme/theme-light.js';
      import '@spectrum-web-components/theme/scale-medium.js';
      import '@spectrum-web-components/number-field/sp-number-field.js';`,
    parts: 'element, overlay and tooltip, number parser, lit, light theme',
    field: (value, bind) => `<sp-number-field label="Quantity" value="${value}" ${common} ${bind}></sp-number-field>`,
    around: (form) => `<sp-theme system="spectrum" color="light" scale="medium">${form}</sp-theme>`,
    byHand: byHand({
      keep: 'data-preserve-attr="type step-modifier autocomplete focusable valid focused keyboard-focused"',
      set: "$quantity === '' ? NaN : $quantity",
      get: "isNaN(el.value) ? '' : el.value",
      on: ['input'],
      beside: '<input type="hidden" name="quantity" data-attr:value="$quantity" data-preserve-attr="value" />',
    }),
  },
  {
    name: 'ds-elements',
    tag: 'ds-quantity-stepper',
    from: '../..',
    entry: "import '../../dist/ds-quantity-stepper.js'; import '../../dist/bridge.js';",
    parts: 'element, bridge, lit',
    field: (value, bind) =>
      `<ds-quantity-stepper label="Quantity" value="${value}" ${common} ${bind}></ds-quantity-stepper>`,
  },
];
