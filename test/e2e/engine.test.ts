import { expect } from '@open-wc/testing';
import { mount } from '../support/datastar.js';
import { accessibleTree, alive, heapSize, itNeeds, media } from '../support/engine.js';

describe('what tests can drive an engine to', () => {
  itNeeds('forced colours', 'meets media queries while told to', async () => {
    await media({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark', 'prefers-reduced-motion': 'reduce' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
    await media();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  itNeeds('the accessibility tree', 'reads names, descriptions and values through shadow trees', async () => {
    const view = await mount('<p id="hint">Cold</p><div id="host"></div>');
    const host = view.querySelector('#host');
    host
      ?.attachShadow({ mode: 'open' })
      .append(Object.assign(document.createElement('input'), { value: '3', ariaLabel: 'Stars', ariaRequired: 'true' }));
    const tree = await accessibleTree(host ?? view);
    const input = tree.find(({ role }) => role === 'textbox');
    expect(input).to.deep.include({ name: 'Stars', value: '3' });
    expect(input?.properties).to.include({ required: true });
  });

  itNeeds('the heap', 'counts what is alive after a collection', async () => {
    class Probe {
      isAlive = true;
    }
    Object.assign(window, { Probe });
    const kept = [new Probe(), new Probe()];
    expect(await alive('Probe.prototype')).to.equal(2);
    kept.length = 0;
    expect(await alive('Probe.prototype')).to.equal(0);
    expect(await heapSize()).to.be.greaterThan(0);
  }).timeout(30_000); // a collection of everything takes its time
});
