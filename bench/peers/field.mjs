/** One field on one page: what a person, the page and the server can do to it, and what can be seen of it. */

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {ReturnType<typeof fieldOn>} Field
 * @typedef {{ form: (value: string) => string, reply: (text: string) => void }} Server
 */

/** @param {Page} page @param {import('./peers.mjs').Peer} peer @param {Server} server */
export function fieldOn(page, { tag }, server) {
  const host = `#form ${tag}[name=quantity]`;

  /** As long as it takes any of them to render. */
  const settle = () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    });

  /** Makes the server answer, and waits for the end of it. @param {string} text */
  const answer = async (text) => {
    server.reply(text);
    await page.evaluate(
      () =>
        new Promise((done) => {
          document.addEventListener('datastar-fetch', (event) => {
            if (event instanceof CustomEvent && event.detail.type === 'finished') done(undefined);
          });
          document.querySelector('#server')?.dispatchEvent(new CustomEvent('ask'));
        }),
    );
    await settle();
  };

  return {
    page,
    tag,
    host,
    /** The form, as the server sends it. */
    markup: server.form('2'),
    settle,

    async defined() {
      await page.evaluate((name) => name.includes('-') && customElements.whenDefined(name).then(() => undefined), tag);
      await settle();
    },
    /** Loads what was left out of a late page; `bridge` is what can be had beside any field. @param {string[]} names */
    async define(...names) {
      for (const name of [...names, tag]) await page.addScriptTag({ url: `/kits/${name}/kit.js`, type: 'module' });
      await this.defined();
    },

    signal: () => page.$eval('#signal', (output) => output.textContent),
    /** The text in the box. */
    shown: () =>
      page.$eval(host, (field) => {
        const input =
          field instanceof HTMLInputElement
            ? field
            : (field.shadowRoot?.querySelector('input') ?? field.querySelector('input'));
        return input ? input.value || 'empty' : 'no box';
      }),
    async shownAndSignal() {
      return `${await this.shown()} / ${await this.signal()}`;
    },

    /** Types as a person does, instead of all that stands there. @param {string} text */
    async type(text) {
      await page.$eval(host, (field) => field instanceof HTMLElement && field.focus());
      await page.keyboard.down('Control');
      await page.keyboard.press('KeyA');
      await page.keyboard.up('Control');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(text);
      await settle();
    },
    async leave() {
      await page.focus('#send');
      await settle();
    },

    /** @param {string} [value] */
    sendForm: (value = '2') => answer(`event: datastar-patch-elements\ndata: elements ${server.form(value)}\n\n`),
    /** @param {number} quantity */
    sendSignal: (quantity) => answer(`event: datastar-patch-signals\ndata: signals {"quantity": ${quantity}}\n\n`),
    async reset() {
      await page.$eval('#form', (form) => form instanceof HTMLFormElement && form.reset());
      await settle();
    },
  };
}
