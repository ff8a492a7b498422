import {chromium, type Browser, type Page as Tab} from 'playwright-core';

import {CHROMIUM_ARGS, findChromium, NO_CHROMIUM} from '../../scripts/find-browser.mjs';

/**
 * Starts the Chromium of this machine, for tests of whole pages.
 *
 * @param args more for its command line
 * @param without what the library says of itself and should not
 */
export async function openBrowser(args: readonly string[] = [], without: string[] = []): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error(NO_CHROMIUM);
  return chromium.launch({
    executablePath: found.path,
    args: [...CHROMIUM_ARGS, ...args],
    ignoreDefaultArgs: without,
    env: {...(process.env as Record<string, string>), ...found.env},
  });
}

/** Crashes the tab, as a phone does that needs the memory: no event tells the page. */
export async function kill(tab: Tab): Promise<void> {
  const crashed = tab.waitForEvent('crash');
  const session = await tab.context().newCDPSession(tab);
  // The command never answers, because what would answer is gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}
