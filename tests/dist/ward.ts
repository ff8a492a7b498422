import type {Browser, Locator, Page as Tab} from 'playwright-core';

import type {Page, Site} from './site.js';
import {errorsOf} from './visit.js';

/** What a twin needs for a doctor to come. */
export const DEBUG = 'class="reserved" data-debug';

/** A tab with doctors in it. */
export class Ward {
  readonly tab: Tab;
  readonly errors: readonly string[];

  constructor(tab: Tab) {
    this.tab = tab;
    this.errors = errorsOf(tab);
  }

  /** The panel of the `n`-th widget, from 0. */
  panel(n = 0): Locator {
    return this.tab.locator('.doctor').nth(n);
  }

  /** Waits until that doctor has looked, and gives the codes of what it found, in the order of the alphabet. */
  async found(n = 0): Promise<readonly string[]> {
    await this.panel(n).locator('summary.top', {hasText: 'widget'}).waitFor();
    const codes = await this.panel(n)
      .locator('li[data-code]')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code'] ?? ''));
    return codes.sort();
  }
}

/** Opens a page of the site, acts there, and closes it. */
export async function visitWard(
  browser: Browser,
  site: Site,
  page: Page,
  hash: string,
  act: (ward: Ward) => Promise<void>,
): Promise<void> {
  const tab = await browser.newPage();
  try {
    const ward = new Ward(tab);
    await tab.goto(site.page(page) + hash);
    await act(ward);
  } finally {
    await tab.close();
  }
}
