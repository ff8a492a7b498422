// Visitors with devices of their own, who sign up through the real widget and go by what they read on it.
import {setTimeout as pause} from 'node:timers/promises';

import type {Browser, Page} from 'playwright-core';

import {Tab} from './tabs.js';

/** Longest time from a press to the death of the tab, in milliseconds. */
const DEATH = 400;
/** Time between two looks at the page, in milliseconds. */
const LOOK = 200;

/** One visitor with a device. */
export interface WidgetVisitor {
  readonly name: string;
  readonly email: string;
  /** Address of the page with the widget. */
  readonly url: string;
  /** Whether the tab dies right after the first press, and when, from 0 to 1. */
  readonly dies: number | undefined;
  /** When the visitor gives up, in milliseconds since 1970. */
  readonly until: number;
}

/** What a visitor went through. */
export interface Visit {
  /** Whether the page said that they are in, or on the waiting list. */
  readonly told: boolean;
  readonly kills: number;
  readonly pressedAgain: number;
}

/** Signs one visitor up, opening the page again as often as it dies, until the page says what became of it. */
export async function signUpThroughWidget(browser: Browser, visitor: WidgetVisitor): Promise<Visit> {
  const context = await browser.newContext();
  const tab = new Tab(context, visitor.url, () => customElements.get('ctg-gathering-signup') !== undefined);
  let presses = 0;
  const visit = (told: boolean): Visit => ({
    told,
    kills: tab.crashes,
    pressedAgain: Math.max(0, presses - 1),
  });
  try {
    while (Date.now() < visitor.until) {
      const seen = await tab.use(look);
      if (seen === 'done') return visit(true);
      if (seen === 'form') {
        await tab.use((page) => fill(page, visitor));
        if (++presses === 1 && visitor.dies !== undefined) {
          await pause(visitor.dies * DEATH);
          await tab.kill(visitor.dies < 0.7 ? 'crash' : 'close');
        }
      } else if (seen === 'unclear') {
        presses++;
        await tab.use((page) => page.getByRole('button', {name: 'Send it again'}).click());
      }
      await pause(LOOK);
    }
    return visit(false);
  } finally {
    await context.close();
  }
}

/** What a visitor sees: the form, that it is done, that it is unclear, or that something is still under way. */
async function look(page: Page): Promise<'form' | 'done' | 'unclear' | 'busy'> {
  if (
    await page
      .getByText(/^You['’]re in|on the waiting list\.?$/)
      .first()
      .isVisible()
  )
    return 'done';
  if (await page.getByRole('button', {name: 'Send it again'}).isVisible()) return 'unclear';
  const send = page.getByRole('button', {name: /^(Sign me up|Put me on the waiting list)$/});
  if (await send.isVisible()) return 'form';
  const open = page.getByRole('button', {name: /^Sign up/});
  if (await open.isVisible()) await open.click();
  return 'busy';
}

async function fill(page: Page, {name, email}: WidgetVisitor): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail', {exact: true}).fill(email);
  await page.getByRole('button', {name: /^(Sign me up|Put me on the waiting list)$/}).click();
}
