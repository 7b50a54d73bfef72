/** The browsers that the suite runs in: Chromium, or what `ENGINE` names, `firefox` or `webkit`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumLaunchOptions } from './chromium.mjs';
import { freePort } from './listen.mjs';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

const programs = {
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  webkit: [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ],
};

/** @param {keyof typeof programs} engine */
function program(engine) {
  const found = programs[engine].find((path) => existsSync(path));
  if (!found) throw new Error(`${engine} is not installed: looked for ${programs[engine].join(' and ')}`);
  return found;
}

function chromium() {
  const launcher = chromeLauncher({ launchOptions: chromiumLaunchOptions() });
  const initialize = launcher.initialize.bind(launcher);
  // The browser writes out the short name of the host, by which coverage would take our files for somebody else's.
  launcher.initialize = (config, testFiles) => initialize({ ...config, hostname: '127.0.0.1' }, testFiles);
  return launcher;
}

function firefox() {
  const launchOptions = {
    browser: /** @type {const} */ ('firefox'),
    executablePath: program('firefox'),
    headless: true,
  };
  // The type stays Puppeteer's: the commands that press keys and move the mouse ask for it.
  return Object.assign(chromeLauncher({ launchOptions, concurrency: 1 }), { name: 'Firefox' });
}

async function webkit() {
  const binary = program('webkit');
  const { webdriverLauncher } = await import('@web/test-runner-webdriver');
  const port = await webkitDriver();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: /** @type {WebdriverIO.Capabilities} */ ({
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    }),
  });
  const initialize = launcher.initialize.bind(launcher);
  /** @param {import('@web/test-runner').TestRunnerCoreConfig} config */
  launcher.initialize = async (config) => {
    await initialize(config);
    launcher.name = 'WebKit';
  };
  return launcher;
}

/** Starts WebKit's driver on a display of its own; both end with this process. */
async function webkitDriver() {
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise((resolve, reject) => {
    display.once('error', reject);
    display.stdout.once('data', (/** @type {Buffer} */ line) => resolve(String(line).trim()));
  });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // WebKit's own sandbox cannot be set up inside a container, nor by root.
    env: { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  process.once('exit', () => {
    driver.kill();
    display.kill();
  });
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return port;
    await wait(100);
  }
  throw new Error('WebKitWebDriver did not start');
}

const launchers = { chromium, firefox, webkit };

/** @returns {Promise<BrowserLauncher>} */
export async function browser(name = process.env['ENGINE'] ?? 'chromium') {
  const launch = launchers[/** @type {keyof typeof launchers} */ (name)];
  if (!launch) throw new Error(`ENGINE is one of ${Object.keys(launchers).join(', ')}, not "${name}"`);
  return launch();
}
