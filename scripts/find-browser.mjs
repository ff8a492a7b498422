// Finds browsers that are already on this machine, or carried inside an npm package. Never downloads one.
//
// Run alone (`node scripts/find-browser.mjs`) it prints what it found, which is the quickest way to learn
// why a test run complains.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/**
 * @typedef {object} FoundBrowser
 * @property {string} path the executable
 * @property {string} version what `--version` printed
 * @property {Record<string, string>} env what its process needs in addition to ours
 * @property {'told' | 'installed' | 'carried'} how told by an environment variable, installed, or carried by npm
 */

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The sentence for a machine without a Chromium: what to do, nothing else. */
export const NO_CHROMIUM =
  'No Chromium-like browser was found: install Chromium, Chrome or Edge, or set CHROME_PATH to one, and run this again.';

/**
 * How every Chromium here is started: nothing looks for updates or syncs, and no GPU or large /dev/shm is
 * needed. The sandbox goes because containers and the root user cannot have one; only our own pages are shown.
 */
export const CHROMIUM_ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-extensions',
];

/** Everything in Firefox that would call home at its start, off. */
export const FIREFOX_PREFS = {
  'app.update.enabled': false,
  // What a test saves would open a panel, which takes the focus from the pages of all tests after it.
  'browser.download.alwaysOpenPanel': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    // Not there, or not ours to run: the next place is tried.
    return false;
  }
}

/** The first executable called `name` on PATH. */
export function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, file))
    .find(isExecutable);
}

/** What the executable says of itself; undefined when it does not even start (a missing library, a stub). */
function versionOf(file, env = {}) {
  // On Windows `--version` opens a window instead of answering, so there the file alone must do.
  if (process.platform === 'win32') return 'version unknown';
  const run = spawnSync(file, ['--version'], {
    env: {...process.env, ...env},
    encoding: 'utf8',
    timeout: 20_000,
  });
  return run.status === 0 && /\d+\.\d+/.test(run.stdout) ? run.stdout.trim() : undefined;
}

function toldPlaces(names) {
  return names.map((name) => process.env[name]).filter((file) => file !== undefined && file !== '');
}

function* macPlaces(apps) {
  for (const app of apps)
    for (const folder of ['/Applications', path.join(os.homedir(), 'Applications')])
      yield `${folder}/${app}.app/Contents/MacOS/${app === 'Firefox' ? 'firefox' : app}`;
}

function* windowsPlaces(files) {
  for (const folder of [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA])
    if (folder) for (const file of files) yield path.join(folder, file);
}

/** Folders in which other test tools keep the browsers they once fetched. */
function* toolPlaces() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(os.homedir(), '.cache/ms-playwright'),
    path.join(os.homedir(), '.cache/puppeteer/chrome'),
  ];
  const files = ['chrome-linux/chrome', 'chrome-linux64/chrome'];
  for (const cache of caches)
    if (cache && fs.existsSync(cache))
      for (const folder of fs.readdirSync(cache).sort().reverse())
        for (const file of files) yield path.join(cache, folder, file);
}

function* chromiumPlaces() {
  for (const name of CHROMIUM_NAMES) yield onPath(name);
  if (process.platform === 'darwin')
    yield* macPlaces(['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome for Testing']);
  if (process.platform === 'win32')
    yield* windowsPlaces(['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']);
  for (const folder of ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'])
    for (const name of CHROMIUM_NAMES) yield path.join(folder, name);
  yield* toolPlaces();
}

/** The package's font list names the folder it expects to be unpacked into; without fonts all text is 0 wide. */
function useCarriedFonts(home) {
  const file = path.join(home, 'fonts/fonts.conf');
  const list = fs.readFileSync(file, 'utf8');
  const ours = list.replaceAll(/>\/tmp\/fonts/g, `>${path.join(home, 'fonts')}`);
  if (ours !== list) fs.writeFileSync(file, ours);
}

/**
 * The Chromium inside the npm package `@sparticuz/chromium` (Linux x64 only). It is unpacked into the project's
 * own cache and not into the system's temporary folder, where anyone could have put a file of that name.
 */
async function carriedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = path.join(ROOT, 'node_modules/.cache/ctg-chromium');
  const env = {
    LD_LIBRARY_PATH: [path.join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_PATH: path.join(home, 'fonts'),
  };
  const before = {TMPDIR: process.env.TMPDIR, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH};
  // The package unpacks its libraries only where it takes itself to run in such an environment.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  process.env.TMPDIR = home;
  try {
    const {default: chromium} = await import('@sparticuz/chromium');
    for (const attempt of [1, 2]) {
      fs.mkdirSync(home, {recursive: true});
      const file = await chromium.executablePath();
      const version = versionOf(file, env);
      if (version !== undefined) {
        useCarriedFonts(home);
        return {path: file, version, env, how: 'carried'};
      }
      // An unpacking that was interrupted leaves half a file behind, which the package would trust for ever.
      if (attempt === 1) fs.rmSync(home, {recursive: true, force: true});
    }
  } catch {
    // The package is optional in spirit: not installed, or no room to unpack it, is the same as no browser.
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  return undefined;
}

function firstWorking(places, how) {
  const seen = new Set();
  for (const place of places) {
    if (place === undefined || seen.has(place) || !isExecutable(place)) continue;
    seen.add(place);
    const version = versionOf(place);
    if (version !== undefined) return {path: place, version, env: {}, how};
  }
  return undefined;
}

/**
 * A Chromium that starts, or undefined. `CTG_BROWSER=carried` skips the installed ones, so that the path of a
 * machine without a browser can be tried on one that has several.
 * @returns {Promise<FoundBrowser | undefined>}
 */
export async function findChromium() {
  if (process.env.CTG_BROWSER === 'carried') return carriedChromium();
  return (
    firstWorking(toldPlaces(['CHROME_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH']), 'told') ??
    firstWorking(chromiumPlaces(), 'installed') ??
    carriedChromium()
  );
}

/** Firefox, driven over WebDriver BiDi: no geckodriver is needed. */
export function findFirefox() {
  const places = [onPath('firefox-esr'), onPath('firefox')];
  if (process.platform === 'darwin') places.push(...macPlaces(['Firefox']));
  if (process.platform === 'win32') places.push(...windowsPlaces(['Mozilla Firefox/firefox.exe']));
  return firstWorking(toldPlaces(['FIREFOX_PATH']), 'told') ?? firstWorking(places, 'installed');
}

/** WebKitGTK: its driver, its smallest browser, and the virtual screen that the browser needs. */
export function findWebKit() {
  const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath('WebKitWebDriver');
  const screen = onPath('xvfb-run');
  const folders = ['/usr/lib', '/usr/libexec'].flatMap((folder) => {
    if (!fs.existsSync(folder)) return [];
    const machines = fs.readdirSync(folder).filter((name) => name.endsWith('-linux-gnu'));
    return [folder, ...machines.map((name) => path.join(folder, name))];
  });
  const browser = folders
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) =>
        path.join(folder, name, 'MiniBrowser'),
      ),
    )
    .concat(process.env.WEBKIT_BROWSER_PATH ?? [])
    .find(isExecutable);
  return driver && screen && browser ? {driver, screen, browser} : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const chromium = await findChromium();
  console.log(chromium ? `Chromium: ${chromium.path} (${chromium.version}, ${chromium.how})` : NO_CHROMIUM);
  const firefox = findFirefox();
  console.log(firefox ? `Firefox: ${firefox.path} (${firefox.version})` : 'Firefox: not on this machine.');
  const webkit = findWebKit();
  console.log(webkit ? `WebKit: ${webkit.browser} by ${webkit.driver}` : 'WebKit: not on this machine.');
  process.exitCode = chromium ? 0 : 1;
}
