/**
 * A Chromium on every machine: the one that CHROME_PATH names, else an installed Chrome, else the headless shell that an
 * npm package carries, unpacked into this project with its own libraries and fonts.
 *
 *     node scripts/chromium.mjs            prints the path of the program
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, execPath, getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ executablePath: string, headless: true | 'shell', args: string[], env?: NodeJS.ProcessEnv }} LaunchOptions */

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/** No GPU: without one, a canvas would be drawn through an emulated GL, four times slower. */
const quiet = ['--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking'];
const noSandbox = '--no-sandbox';

/** Where macOS and Windows keep Chrome; elsewhere it is looked for on the PATH. */
const usualPlaces = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].map((folder) =>
    join(folder ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
};
const programNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

/** @returns {string | undefined} */
function installed() {
  const wanted = env['CHROME_PATH'];
  if (wanted && !existsSync(wanted)) throw new Error(`CHROME_PATH names a file that is not there: ${wanted}`);
  if (wanted) return wanted;
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => programNames.map((name) => join(folder, name)));
  const usual = platform === 'darwin' || platform === 'win32' ? usualPlaces[platform] : [];
  return [...onPath, ...usual].find((path) => existsSync(path));
}

/** @returns {LaunchOptions} */
function bundled() {
  if (platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome is installed, and the one from npm runs on Linux x64 only: name yours in CHROME_PATH.');
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8'));
  const cache = join(modules, '.cache/ds-elements/chromium');
  const folder = join(cache, version);
  if (!existsSync(folder)) unpack(cache, folder);
  return {
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    args: [...quiet, noSandbox], // an unpacked file cannot be setuid root, as Chrome's own sandbox must be
    env: {
      ...env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** @param {string} cache @param {string} folder */
function unpack(cache, folder) {
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'part-'));
  try {
    // The package unpacks into TMPDIR, and its NSS, NSPR and expat only where it believes to be on AWS.
    execFileSync(
      execPath,
      ['--input-type=module', '--eval', "import c from '@sparticuz/chromium'; await c.executablePath()"],
      { cwd: root, stdio: 'inherit', env: { ...env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' } },
    );
    writeFileSync(join(part, 'fonts/fonts.conf'), fontConfiguration(folder));
    // Chromium's GPU process cannot read another user's private folder, not even root's.
    for (const path of [part, join(part, 'chromium')]) chmodSync(path, 0o755);
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was faster
  }
}

/** The package's fonts know no Arabic and no monospace; DejaVu does. @param {string} folder */
const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts/fonts')}</dir>
  <dir>${join(modules, 'dejavu-fonts-ttf/ttf')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
</fontconfig>
`;

/**
 * What puppeteer's `launch` and the test runner's `chromeLauncher` need.
 *
 * @returns {LaunchOptions}
 */
export function chromiumLaunchOptions() {
  const executablePath = installed();
  if (!executablePath) return bundled();
  return { executablePath, headless: true, args: getuid?.() === 0 ? [...quiet, noSandbox] : quiet };
}

if (argv[1] === fileURLToPath(import.meta.url)) console.log(chromiumLaunchOptions().executablePath);
