/** What a user does to an element: through the bridge, against an expression that listens by itself. */
import { mainThread, median, sampled } from './stage.mjs';

const ACTS = 2000;
const BATCHES = 6;

/** @param {import('./stage.mjs').Stage} stage @param {string} attribute @returns {Promise<{ main: number }>} */
const act = (stage, attribute) =>
  stage.play(
    `<div data-signals:q="0"><ds-quantity-stepper ${attribute} value="0"></ds-quantity-stepper><b data-text="$q"></b></div>`,
    async (page) => {
      const times = [];
      for (let batch = 1; batch <= BATCHES; batch++) {
        const { time, result } = await mainThread(page, () => page.evaluate(clickPlus, ACTS));
        if (result !== `${batch * ACTS}`)
          throw new Error(`${attribute}: the signal is ${result} after ${batch} batches`);
        times.push(time / ACTS);
      }
      return { main: median(times.slice(1)) };
    },
  );

/** Runs in the page. The element renders once, at the end: that costs the same either way. @param {number} acts */
const clickPlus = async (acts) => {
  const button = document.querySelector('ds-quantity-stepper')?.shadowRoot?.querySelector('[part=increment]');
  if (!(button instanceof HTMLElement)) throw new Error('The stepper has no + button');
  for (let i = 0; i < acts; i++) button.click();
  return document.querySelector('b')?.textContent;
};

/** @param {import('./stage.mjs').Stage} stage @param {number} runs @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureActs(stage, runs) {
  const { bridge, expression } = await sampled(runs, {
    bridge: () => act(stage, 'to-signal="q"'),
    expression: () => act(stage, 'data-on:input="$q = el.value"'),
  });
  return [{ name: 'an act through the bridge', baseline: 'data-on:input', ours: bridge.main, theirs: expression.main }];
}
