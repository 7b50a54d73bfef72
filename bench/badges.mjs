/** A thousand elements on one signal: one write of it, until the last one is on the screen. */
import { mainThread, median, sampled } from './stage.mjs';

const COUNT = 1000;

/** One after the other, so that no count rests and is read out in between. The first ones find a cold page. */
const WRITES = 20;
const COLD = 4;

/** @param {import('./stage.mjs').Stage} stage @param {string} item @param {number} [count] @returns {Promise<{ main: number }>} */
const write = (stage, item, count = COUNT) =>
  stage.play(`<ul data-signals:n="0">${`<li>${item}</li>`.repeat(count)}</ul>`, async (page) => {
    const times = [];
    for (let n = 1; n <= WRITES; n++) {
      const { time } = await mainThread(page, () => page.evaluate(writeAndShow, n));
      const texts = await page.evaluate(shownTexts);
      if (texts.length !== count || texts.some((text) => text !== `${n}`))
        throw new Error(`${item} does not show ${n}: ${texts[0]}`);
      times.push(time);
    }
    return { main: median(times.slice(COLD)) };
  });

/** Runs in the page. The second frame begins when the first one, with the change, is on its way to the screen. @param {number} n */
const writeAndShow = async (n) => {
  const client = '/datastar.js';
  const { mergePatch } = await import(client);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  mergePatch({ n });
  await frame();
  await frame();
};

/** Runs in the page. */
const shownTexts = () =>
  [...document.querySelectorAll('li')].map(({ firstElementChild: item }) => {
    return (item?.shadowRoot?.querySelector('[part=count]') ?? item)?.textContent;
  });

/** @param {import('./stage.mjs').Stage} stage @param {number} runs @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureBadges(stage, runs) {
  const { badge, spans, text, innerHtml } = await sampled(runs, {
    badge: () => write(stage, '<ds-cart-badge data-attr:count="$n"></ds-cart-badge>'),
    spans: () => write(stage, '<span data-text="$n"></span>'),
    text: () => write(stage, '<text-badge data-attr:count="$n"></text-badge>'),
    innerHtml: () => write(stage, '<inner-html-badge data-attr:count="$n"></inner-html-badge>'),
  });
  const name = '1,000 badges on one signal: one write';
  return [
    { name, baseline: 'data-text on spans', ours: badge.main, theirs: spans.main },
    { name, baseline: 'vanilla, a Text node', ours: badge.main, theirs: text.main },
    { name, baseline: 'vanilla, innerHTML', ours: badge.main, theirs: innerHtml.main },
  ];
}
