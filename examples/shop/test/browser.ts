/** A browser and a shop. Who visits it, and what they do there as on any page, is in `test/support/visitor.ts`. */
import { after } from 'node:test';
import type { Page } from 'puppeteer-core';
import { launchBrowser, open, seeText, typeInto, visit, type Look, type Visit } from '../../../test/support/visitor.js';
import { startShop } from './support.js';

export * from '../../../test/support/visitor.js';

/** A browser and a shop for the tests of one file. */
export class Stage {
  readonly browser = launchBrowser();
  readonly shop = startShop();

  constructor() {
    after(async () => {
      await (await this.browser).close();
      await (await this.shop).stop();
    });
  }

  async visit(path: string, look?: Look): Promise<Visit> {
    const [browser, { address }] = await Promise.all([this.browser, this.shop]);
    return visit(browser, new URL(path, address), look);
  }
}

/** Puts a product into the visitor's cart by its page, and stays there. */
export async function putIntoCart(page: Page, product: string, quantity = 1): Promise<void> {
  await open(page, new URL(`/product/${product}`, page.url()));
  await typeInto(page, '#quantity', String(quantity));
  await page.click('#add-to-cart');
  await seeText(page, '#purchase-message', `${quantity} × `);
}
