import {setTimeout as pause} from 'node:timers/promises';

import type {BrowserContext, Page} from 'puppeteer-core';

import type {Entry} from '../../src/outbox/entry.js';
import type {Engine} from './engines.js';
import type {} from './page.js';

/** How long a new page may take, in milliseconds. A renderer that has just crashed can take its successor with it. */
const OPENING = 20_000;

/** How long a page may take to die, in milliseconds. One that is dead already sometimes never says so. */
const DYING = 5_000;

let opened = 0;

/** A tab that may die at any moment, and is opened again by whoever needs it next. */
export class Tab {
  readonly #engine: Engine;
  readonly #device: BrowserContext;
  readonly #url: string;
  readonly #ready: () => boolean;
  #page: Promise<Page> | undefined;
  /** How often its process died, and how often it was closed. */
  crashes = 0;
  closings = 0;
  /** How often a visitor pressed again because the page died before it said "saved". */
  pressedAgain = 0;

  /** @param ready what must hold on the page before it is used */
  constructor(
    engine: Engine,
    device: BrowserContext,
    url: string,
    ready: () => boolean = () => 'desk' in globalThis,
  ) {
    this.#engine = engine;
    this.#device = device;
    this.#url = url;
    this.#ready = ready;
  }

  /** Runs `act` in this tab, as often as it takes: a dead page is replaced and the visitor tries again. */
  async use<Value>(act: (page: Page) => Promise<Value>): Promise<Value> {
    for (;;) {
      const opening = (this.#page ??= this.#open());
      try {
        return await act(await opening);
      } catch (error) {
        if (this.#page === opening && (await lives(opening))) throw error;
        if (this.#page === opening) this.#page = undefined;
        // Without a browser every new tab fails at once, and trying for ever would keep even the clock from running.
        if (!this.#device.browser().connected) throw error;
        this.pressedAgain++;
      }
    }
  }

  submit(entry: Entry): Promise<'device' | 'memory'> {
    return this.use((page) => page.evaluate((sent) => globalThis.desk.submit(sent), entry));
  }

  /** Ends the tab without a word to its page: its process dies, or the tab is closed. */
  async kill(how: 'crash' | 'close'): Promise<void> {
    const opening = this.#page;
    if (!opening) return;
    this.#page = undefined;
    try {
      const page = await opening;
      if (how === 'crash') {
        await Promise.race([this.#engine.crash(page), pause(DYING)]);
        this.crashes++;
      } else {
        this.closings++;
      }
      // What still waits for an answer from the page hears only now that there is none.
      await Promise.race([page.close({runBeforeUnload: false}), pause(DYING)]);
    } catch {
      // It died of something else first.
    }
  }

  async #open(): Promise<Page> {
    const page = await this.#device.newPage();
    page.setDefaultTimeout(OPENING);
    page.on('error', () => void page.close().catch(() => undefined));
    // An address of its own, by which Firefox tells its process.
    const url = new URL(this.#url);
    url.searchParams.set('tab', String((opened += 1)));
    try {
      await page.goto(url.href);
      await page.waitForFunction(this.#ready);
    } catch (error) {
      await Promise.race([page.close().catch(() => undefined), pause(DYING)]);
      throw error;
    }
    return page;
  }
}

async function lives(opening: Promise<Page>): Promise<boolean> {
  try {
    const page = await opening;
    return !page.isClosed() && (await page.evaluate(() => true));
  } catch {
    // A page that does not answer is a dead page.
    return false;
  }
}
