// Visitors with devices of their own, who sign up through the real widget and go by what they read on it.
import {setTimeout as pause} from 'node:timers/promises';

import type {ElementHandle, Page} from 'puppeteer-core';

import type {Engine} from './engines.js';
import type {Seen} from './eyes.js';
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
  readonly crashes: number;
  readonly closings: number;
  readonly pressedAgain: number;
}

/** Signs one visitor up, opening the page again as often as it dies, until the page says what became of it. */
export async function signUpThroughWidget(engine: Engine, visitor: WidgetVisitor): Promise<Visit> {
  const device = await engine.newDevice();
  const tab = new Tab(
    engine,
    device,
    visitor.url,
    () => 'eyes' in globalThis && customElements.get('ctg-gathering-signup') !== undefined,
  );
  let presses = 0;
  const visit = (told: boolean): Visit => ({
    told,
    crashes: tab.crashes,
    closings: tab.closings,
    pressedAgain: Math.max(0, presses - 1),
  });
  try {
    while (Date.now() < visitor.until) {
      const seen = await tab.use((page) => page.evaluate(() => globalThis.eyes.look()));
      if (seen === 'done') return visit(true);
      if (seen === 'form') await tab.use((page) => fill(page, visitor));
      if (seen !== 'busy') await tab.use((page) => press(page, seen));
      if (seen === 'form' || seen === 'unclear') presses += 1;
      if (seen === 'form' && presses === 1 && visitor.dies !== undefined) {
        await pause(visitor.dies * DEATH);
        await tab.kill(visitor.dies < 0.7 ? 'crash' : 'close');
      }
      await pause(LOOK);
    }
    return visit(false);
  } finally {
    await device.close();
  }
}

function fill(page: Page, {name, email}: WidgetVisitor): Promise<void> {
  return page.evaluate((...typed) => globalThis.eyes.type(...typed), name, email);
}

/** Presses the button that goes with what was seen, or finds that the page has changed under the finger. */
async function press(page: Page, seen: Seen): Promise<void> {
  const button = await page.evaluateHandle((looked) => globalThis.eyes.button(looked) ?? null, seen);
  await (button.asElement() as ElementHandle<Element> | null)?.click().catch((error: unknown) => {
    // Gone or moved between the look and the press: the visitor looks again.
    if (!/not clickable|detached|no such node|stale/i.test(String(error))) throw error;
  });
}
