import type {BrowserContext, Page} from 'playwright-core';

import type {Entry} from '../../src/outbox/entry.js';
import type {} from './page.js';

/** How long a new page may take, in milliseconds. A renderer that has just crashed can take its successor with it. */
const OPENING = 10_000;

/** A tab that may die at any moment, and is opened again by whoever needs it next. */
export class Tab {
  readonly #context: BrowserContext;
  readonly #url: string;
  readonly #ready: () => boolean;
  #page: Promise<Page> | undefined;
  crashes = 0;
  /** How often a visitor pressed again because the page died before it said "saved". */
  pressedAgain = 0;

  /** @param ready what must hold on the page before it is used */
  constructor(context: BrowserContext, url: string, ready: () => boolean = () => 'desk' in globalThis) {
    this.#context = context;
    this.#url = url;
    this.#ready = ready;
  }

  /** Runs `act` in this tab, as often as it takes: a dead page is replaced and the visitor tries again. */
  async use<Value>(act: (page: Page) => Promise<Value>): Promise<Value> {
    for (;;) {
      const opened = (this.#page ??= this.#open());
      try {
        return await act(await opened);
      } catch (error) {
        if (this.#page === opened && (await this.#lives(opened))) throw error;
        if (this.#page === opened) this.#page = undefined;
        this.pressedAgain++;
      }
    }
  }

  submit(entry: Entry): Promise<'device' | 'memory'> {
    return this.use((page) => page.evaluate((sent) => globalThis.desk.submit(sent), entry));
  }

  /** Ends the tab without a word to its page: the renderer dies, or the tab is closed. */
  async kill(how: 'crash' | 'close'): Promise<void> {
    const opened = this.#page;
    if (!opened) return;
    this.#page = undefined;
    this.crashes++;
    try {
      const page = await opened;
      if (how === 'crash') {
        const dead = new Promise((resolve) => page.once('crash', resolve).once('close', resolve));
        const session = await this.#context.newCDPSession(page);
        // Never answered: whoever should answer is dead.
        session.send('Page.crash').catch(() => undefined);
        await dead;
      }
      await page.close({runBeforeUnload: false});
    } catch {
      // It died of something else first.
    }
  }

  async #lives(opened: Promise<Page>): Promise<boolean> {
    try {
      const page = await opened;
      return !page.isClosed() && (await page.evaluate(() => true));
    } catch {
      // A page that does not answer is a dead page.
      return false;
    }
  }

  async #open(): Promise<Page> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(OPENING);
    page.on('crash', () => void page.close().catch(() => undefined));
    await page.goto(this.#url, {timeout: OPENING});
    await page.waitForFunction(this.#ready);
    return page;
  }
}
