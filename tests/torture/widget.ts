// Visitors with devices of their own, who sign up through the real widget and go by what they read on it.
import {setTimeout as pause} from 'node:timers/promises';

import {type Browser, errors, type Locator, type Page} from 'playwright-core';

import {Tab} from './tabs.js';

/** Longest time from a press to the death of the tab, in milliseconds. */
const DEATH = 400;
/** Time between two looks at the page, in milliseconds. */
const LOOK = 200;
/** How long a button may take to hold still, in milliseconds. */
const PRESS = 2_000;
const SEND = /^(Sign me up|Put me on the waiting list)$/;
const AGAIN = 'Send it again';

/** One visitor with a device. */
export interface WidgetVisitor {
  readonly name: string;
  readonly email: string;
  /** Name of the gathering that the page is open on. */
  readonly gathering: string;
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
      const seen = await tab.use((page) => look(page, visitor));
      if (seen === 'done') return visit(true);
      if (seen === 'form') {
        await tab.use((page) => fill(page, visitor));
        if (++presses === 1 && visitor.dies !== undefined) {
          await pause(visitor.dies * DEATH);
          await tab.kill(visitor.dies < 0.7 ? 'crash' : 'close');
        }
      } else if (seen === 'unclear') {
        presses++;
        await tab.use((page) => press(page.getByRole('button', {name: AGAIN})));
      }
      await pause(LOOK);
    }
    return visit(false);
  } finally {
    await context.close();
  }
}

/** What a visitor sees: the form, that it is done, that it is unclear, or that something is still under way. */
async function look(page: Page, {gathering}: WidgetVisitor): Promise<'form' | 'done' | 'unclear' | 'busy'> {
  const done = page.getByText(/^You(['’]re in| are (number \d+ )?on the waiting list)/);
  if (await done.first().isVisible()) return 'done';
  if (await page.getByRole('button', {name: AGAIN}).isVisible()) return 'unclear';
  if (await page.getByRole('button', {name: SEND}).isVisible()) return 'form';
  for (const act of ['Sign up', 'Join the waiting list']) {
    const open = page.getByRole('button', {name: `${act}: ${gathering}`});
    if (await open.isVisible()) await press(open);
  }
  return 'busy';
}

async function fill(page: Page, {name, email}: WidgetVisitor): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail', {exact: true}).fill(email);
  await press(page.getByRole('button', {name: SEND}));
}

/** Presses a button, or finds that the page has changed under the finger and looks again. */
async function press(button: Locator): Promise<void> {
  await button.click({timeout: PRESS}).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
  });
}
