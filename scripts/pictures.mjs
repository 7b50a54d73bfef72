/** `npm run pictures`: the pictures in `docs/images/`, of the built shop with what a new one has, under the same stars. */
import { fileURLToPath } from 'node:url';
import { launchBrowser, open, putIntoCart, visit } from '../examples/shop/test/browser.js';
import { startShop } from '../examples/shop/test/support.js';

const inCart = { telescope: 1, planisphere: 3, 'red-lamp': 2, 'star-atlas': 1 };
const favourites = ['red-lamp', 'moon-globe'];

const pictures = [
  { name: 'shop-desktop-dark', path: '/', scheme: 'dark', width: 1280, height: 860, sharpness: 1 },
  { name: 'shop-phone-light', path: '/product/orrery', scheme: 'light', width: 390, height: 844, sharpness: 2 },
  { name: 'shop-cart-dark', path: '/cart', scheme: 'dark', width: 1280, height: 960, sharpness: 1 },
];

const shop = await startShop();
const browser = await launchBrowser();
try {
  const { page } = await visit(browser, shop.address, { motion: 'reduce' });
  for (const product of favourites) {
    await page.click(`#favourite-${product} button`);
    await page.waitForSelector(`#favourite-${product} [aria-pressed=true]`);
  }
  for (const [product, quantity] of Object.entries(inCart)) await putIntoCart(page, product, quantity);

  for (const { name, path, scheme, width, height, sharpness } of pictures) {
    await page.setViewport({ width, height, deviceScaleFactor: sharpness });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await open(page, new URL(path, shop.address));
    await page.$eval('ds-starfield', (sky) => sky.setAttribute('seed', 'Hollow Hill'));
    await page.waitForNetworkIdle({ concurrency: 1 }); // the live stream stays open
    await page.screenshot({ path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)) });
  }
} finally {
  await browser.close();
  await shop.stop();
}
