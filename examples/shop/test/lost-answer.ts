import type { CDPSession, Page } from 'puppeteer-core';

/** The answer to a form, held back on its way: what the form asked for is done, and its page does not know. */
export class HeldAnswer {
  /** Resolves when the server has answered. */
  readonly given: Promise<string>;
  readonly #line: CDPSession;

  private constructor(line: CDPSession) {
    this.#line = line;
    this.given = new Promise((resolve, reject) => {
      const late = setTimeout(reject, 15_000, new Error('The page sent no form'));
      let isHeld = false;
      line.on('Fetch.requestPaused', ({ requestId, request: { method } }) => {
        if (method !== 'POST' || isHeld) return void line.send('Fetch.continueRequest', { requestId });
        isHeld = true;
        clearTimeout(late);
        resolve(requestId);
      });
    });
  }

  /** Holds the answer to the next form that the page sends. */
  static async on(page: Page): Promise<HeldAnswer> {
    const line = await page.createCDPSession();
    const answer = new HeldAnswer(line);
    const paused = new Set<string>();
    line.on('Fetch.requestPaused', ({ request: { method } }) => paused.add(method));
    await line.send('Fetch.enable', { patterns: [{ requestStage: 'Response' }] });
    // The page hears of it a little later than we do.
    while (!paused.has('HEAD'))
      await page.evaluate(() => fetch('/datastar.js', { method: 'HEAD' }).then(() => undefined));
    return answer;
  }

  /** As where the connection breaks before it arrives. */
  async lose(): Promise<void> {
    await this.#line.send('Fetch.failRequest', { requestId: await this.given, errorReason: 'ConnectionReset' });
    await this.#line.send('Fetch.disable');
  }
}
