// The browsers, driven by one library: Chromium over its own protocol, Firefox over WebDriver BiDi.
import puppeteer, {type Browser, type BrowserContext, type Page} from 'puppeteer-core';

import {
  CHROMIUM_ARGS,
  findChromium,
  findFirefox,
  FIREFOX_PREFS,
  NO_CHROMIUM,
} from '../../scripts/find-browser.mjs';
import type {EngineName} from './options.js';

/**
 * The name of a website over plain http. It leads to this machine, and the browser does not know that: a page from
 * `localhost` would be a secure context.
 */
export const PLAIN_HOST = 'parish.test';
/** When a page that does not answer counts as dead, in milliseconds. */
const SILENCE = 30_000;

/** A browser that runs. */
export interface Engine {
  readonly version: string;
  /** A device of its own: what one keeps, another does not see. */
  newDevice(): Promise<BrowserContext>;
  /** Ends the process behind a page, so that no event tells the page. */
  crash(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser; or a sentence saying why it can not be started. */
export async function startEngine(name: EngineName): Promise<Engine | string> {
  return name === 'chromium' ? startChromium() : startFirefox();
}

async function startChromium(): Promise<Engine | string> {
  const found = await findChromium();
  if (!found) return NO_CHROMIUM;
  const browser = await puppeteer.launch({
    executablePath: found.path,
    args: [
      ...CHROMIUM_ARGS,
      `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
      '--disable-features=HttpsUpgrades',
    ],
    env: {...process.env, ...found.env},
    protocolTimeout: SILENCE,
  });
  return engineOf(browser, found.version, async (page) => {
    const dead = new Promise((resolve) => page.once('error', resolve).once('close', resolve));
    const session = await page.createCDPSession();
    // Never answered: whoever should answer is dead.
    session.send('Page.crash').catch(() => undefined);
    await dead;
  });
}

async function startFirefox(): Promise<Engine | string> {
  const found = findFirefox();
  if (!found) return 'Firefox is not on this machine (FIREFOX_PATH names it).';
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.path,
    // Firefox itself is asked which process is behind a page.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      'network.dns.localDomains': PLAIN_HOST,
      'dom.security.https_first': false,
      // A process for each tab, however many there are: else one crash would be several.
      'dom.ipc.processCount': 64,
      'dom.ipc.processCount.webIsolated': 64,
    },
    protocolTimeout: SILENCE,
  });
  return engineOf(browser, found.version, async (page) => {
    process.kill(await contentProcess(browser, page.url()), 'SIGKILL');
  });
}

function engineOf(browser: Browser, version: string, crash: Engine['crash']): Engine {
  return {version, crash, newDevice: () => browser.createBrowserContext(), close: () => browser.close()};
}

/** What Firefox answers on behalf of its own window; the library has no words for it. */
interface Bidi {
  send(
    method: string,
    parameters: object,
  ): Promise<{result: {contexts?: {context: string}[]; result?: {value?: unknown}}}>;
}

/** The id of the process that shows `url` in a Firefox of ours. */
async function contentProcess(browser: Browser, url: string): Promise<number> {
  const {connection} = browser as unknown as {connection: Bidi};
  const tree = await connection.send('browsingContext.getTree', {'moz:scope': 'chrome'});
  const context = tree.result.contexts?.[0]?.context;
  const expression = `[...Services.wm.getEnumerator('navigator:browser')]
    .flatMap((window) => window.gBrowser.tabs)
    .find((tab) => tab.linkedBrowser.currentURI.spec === ${JSON.stringify(url)})
    ?.linkedBrowser.browsingContext.currentWindowGlobal?.osPid`;
  const asked = await connection.send('script.evaluate', {expression, target: {context}, awaitPromise: true});
  const pid = asked.result.result?.value;
  if (typeof pid !== 'number' || pid < 2) throw new Error(`No process shows ${url}.`);
  return pid;
}
