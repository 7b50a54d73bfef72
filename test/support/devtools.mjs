/**
 * A command for tests in Chromium: one call of the DevTools protocol. It reaches what no web API does, such as the
 * accessibility tree, the heap and forced colours.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin<{ method: string, params?: object }>}
 */
export const devtools = () => {
  /** @type {Map<string, Promise<import('puppeteer-core').CDPSession>>} */
  const connections = new Map();
  return {
    name: 'devtools',
    async executeCommand({ command, payload, session }) {
      if (command !== 'devtools' || !payload) return undefined;
      const { browser, id } = session;
      if (browser.type !== 'puppeteer') throw new Error(`${browser.name} does not speak the DevTools protocol`);
      const launcher = /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (browser);
      const connection = connections.get(id) ?? launcher.getPage(id).createCDPSession();
      connections.set(id, connection);
      const method = /** @type {'Runtime.getHeapUsage'} */ (payload.method);
      return (await (await connection).send(method, /** @type {undefined} */ (payload.params))) ?? {};
    },
  };
};
