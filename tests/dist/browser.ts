import {chromium, type Browser} from 'playwright-core';

import {CHROMIUM_ARGS, findChromium, NO_CHROMIUM} from '../../scripts/find-browser.mjs';

/** Starts the Chromium of this machine, for tests of whole pages. */
export async function openBrowser(): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error(NO_CHROMIUM);
  return chromium.launch({
    executablePath: found.path,
    args: CHROMIUM_ARGS,
    env: {...(process.env as Record<string, string>), ...found.env},
  });
}
