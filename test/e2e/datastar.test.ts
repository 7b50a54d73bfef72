import { expect } from '@open-wc/testing';
import {
  answered,
  mount,
  openPage,
  patchFromServer,
  patchSignals,
  serve,
  signals,
  startDatastar,
} from '../support/datastar.js';

describe('the real Datastar client and a real server', () => {
  before(startDatastar);

  it('shows a signal, and follows a patch', async () => {
    const view = await mount('<p data-signals:stars="5" data-text="$stars"></p>');
    expect(view.textContent).to.equal('5');
    patchSignals({ stars: 6 });
    expect(view.textContent).to.equal('6');
    expect(signals()).to.deep.equal({ stars: 6 });
  });

  it('starts each test without signals', () => {
    expect(signals()).to.deep.equal({});
  });

  it('applies signals and elements that the server sends, in order', async () => {
    const view = await mount('<div data-signals:stars="5"><p id="it">none</p><b data-text="$stars"></b></div>');
    await patchFromServer([
      { signals: { stars: 7 } },
      { wait: 20 },
      { elements: '<p id="it">seven</p>' },
      { elements: '<i>!</i>', selector: '#it', mode: 'append' },
    ]);
    expect(view.querySelector('#it')?.innerHTML).to.equal('seven<i>!</i>');
    expect(view.querySelector('b')?.textContent).to.equal('7');
  });

  it('applies a patch inside a view transition', async () => {
    const view = await mount('<p id="it">before</p>');
    await patchFromServer([{ elements: '<p id="it">after</p>', useViewTransition: true }], 'post');
    expect(view.textContent).to.equal('after');
  });

  it('sends its signals, and a form when asked to', async () => {
    const server = await serve({ json: { answer: 42 } });
    const view = await mount(`
      <form data-signals:q="1">
        <input name="item" value="lamp" />
        <button type="button" data-on:click="@post('${server.url}')">signals</button>
        <button type="button" data-on:click="@post('${server.url}', {contentType: 'form'})">form</button>
      </form>`);
    for (const button of view.querySelectorAll('button')) {
      const done = answered(button);
      button.click();
      await done;
    }
    expect(await server.request(0)).to.deep.include({
      fromDatastar: true,
      type: 'application/json',
      signals: { q: 1 },
    });
    expect(await server.request(1)).to.deep.include({
      fromDatastar: true,
      type: 'application/x-www-form-urlencoded',
      fields: [['item', 'lamp']],
    });
    expect(signals()).to.deep.equal({ q: 1, answer: 42 });
  });

  it('rejects where the server refuses', async () => {
    const { url } = await serve({ status: 422, html: '<p>no</p>' });
    const view = await mount(`<button data-on:click="@post('${url}')">ask</button>`);
    const button = view.querySelector('button');
    expect(button).to.exist;
    if (!button) return;
    const done = answered(button).then(
      () => 'applied',
      (error: unknown) => String(error),
    );
    button.click();
    expect(await done).to.contain('error');
  });

  it('opens a page with headers of its own, and receives its plain form', async () => {
    const target = await serve({ html: '<title>thanks</title>' });
    const frame = await openPage(
      `<!doctype html><html lang="en"><body><form method="post" action="${target.url}">
        <input name="quantity" value="3" /><button>Send</button></form>
        <script>document.title = 'script ran'</script></body></html>`,
      { 'Content-Security-Policy': "script-src 'none'" },
    );
    expect(frame.contentDocument?.title).to.equal('');
    frame.contentDocument?.querySelector('button')?.click();
    expect(await target.request()).to.deep.include({
      method: 'POST',
      fromDatastar: false,
      fields: [['quantity', '3']],
    });
  });
});
