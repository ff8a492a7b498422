import {chromium, type Browser} from 'playwright-core';

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
