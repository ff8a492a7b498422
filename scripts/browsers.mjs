// The engines that the web test runner can use here, by the names that BROWSERS takes.
import {chromeLauncher} from '@web/test-runner-chrome';

import {
  CHROMIUM_ARGS,
  findChromium,
  findFirefox,
  findWebKit,
  FIREFOX_PREFS,
  NO_CHROMIUM,
} from './find-browser.mjs';

async function chromium() {
  const found = await findChromium();
  if (!found) throw new Error(NO_CHROMIUM);
  return chromeLauncher({
    launchOptions: {
      executablePath: found.path,
      headless: true,
      args: CHROMIUM_ARGS,
      env: {...process.env, ...found.env},
    },
    concurrency: 1,
  });
}

function firefox() {
  const found = findFirefox();
  if (!found) throw new Error('Firefox was asked for and is not on this machine.');
  const launcher = chromeLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: found.path,
      headless: true,
      args: [],
      // 2: the visitor's own colours, always. A setting, because this engine has no command for it.
      extraPrefsFirefox: {
        ...FIREFOX_PREFS,
        ...(process.env.FORCED_COLORS && {'browser.display.document_color_use': 2}),
      },
    },
    concurrency: 1,
  });
  launcher.name = 'Firefox';
  return launcher;
}

async function webkit() {
  const found = findWebKit();
  const port = Number(process.env.WEBKIT_DRIVER_PORT);
  if (!found || !port) throw new Error('WebKit needs its driver running: use `npm run test:browsers`.');
  const {webdriverLauncher} = await import('@web/test-runner-webdriver');
  const launcher = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {binary: found.browser, args: ['--automation']},
    },
  });
  launcher.name = 'WebKit';
  return launcher;
}

const ENGINES = {chromium, firefox, webkit};

/** Launchers for a comma-separated list of `chromium`, `firefox` and `webkit`. */
export async function launchers(list) {
  const names = list.split(',').map((name) => name.trim());
  return Promise.all(
    names.map((name) => {
      const engine = ENGINES[name];
      if (!engine) throw new Error(`BROWSERS names "${name}"; known: ${Object.keys(ENGINES).join(', ')}.`);
      return engine();
    }),
  );
}
