import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

import type {Page as Tab} from 'playwright-core';

import {pledgeTag} from './pledging.js';

/** How many pledges there are, and how many come at a time. */
export const CROWD = 10_000;
export const STEP = 20;

const VALUES = ['love', 'integrity', 'courage', 'service', 'respect'];

const pledge = (index: number) => ({
  id: `p${index}`,
  name: `Person ${index}`,
  kind: index % 10 === 9 ? 'organisation' : 'person',
  place: 'Reno',
  values: [VALUES[index % 5], VALUES[(index + 2) % 5]],
  wording: `Words of person ${index}, who says how they try to live by this every day of the week.`,
  at: new Date(Date.now() - index * 3_600_000).toISOString(),
});

/**
 * An endpoint that ten thousand have sent pledges to: `ctg.json` has the first page of a wall that is read a page at a
 * time, and `static.json` has all of them in one file.
 */
export class Crowd {
  /** What was asked of it: path and query, in order. */
  readonly asked: string[] = [];
  readonly #recent = Array.from({length: CROWD}, (_, index) => pledge(index));
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://endpoint');
      this.asked.push(url.pathname + url.search);
      response
        .writeHead(200, {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'})
        .end(JSON.stringify(this.#answer(url)));
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The body of a page with a wall of what one of its documents says. */
  wall(document: string): string {
    return `<ctg-values-pledge view="wall" endpoint="${this.origin}/${document}"></ctg-values-pledge>${pledgeTag()}`;
  }

  #answer({pathname, searchParams}: URL): object {
    const page = Number(searchParams.get('page') ?? 0);
    if (page > 0)
      return {
        ctg: '1',
        pledge: {shown: {all: CROWD}, recent: this.#recent.slice((page - 1) * STEP, page * STEP)},
        links: [{rel: 'older', href: `pledges?page=${page + 1}`}],
      };
    const values = VALUES.map((id) => ({id, label: id, definition: `What ${id} means`}));
    const counts = {people: 9_000, organisations: 1_000, byValue: {love: 4_000}};
    return pathname === '/static.json'
      ? {ctg: '1', pledge: {values, counts, recent: this.#recent}}
      : {
          ctg: '1',
          pledge: {values, counts, shown: {all: CROWD}, recent: this.#recent.slice(0, STEP)},
          links: [
            {rel: 'wall', href: 'pledges?page={page}'},
            {rel: 'older', href: 'pledges?page=2'},
          ],
        };
  }
}

/** Waits for the first page of a wall. */
export async function wallShown(tab: Tab): Promise<void> {
  await tab
    .locator('[part~="entry"]')
    .nth(STEP - 1)
    .waitFor();
}

/**
 * Has a wall show its next page, and waits for it. Pressed in the page itself: whoever looks for the button from
 * outside would keep the page busy longer than it is.
 */
export async function more(tab: Tab): Promise<void> {
  await tab.evaluate(async (step) => {
    const root = document.querySelector('ctg-values-pledge')!.shadowRoot!;
    const shown = root.querySelector('[part~="wall"] ul')!.children;
    const goal = shown.length + step;
    // In a task of its own, as a press is.
    await new Promise((resolve) => setTimeout(resolve));
    root.querySelector<HTMLButtonElement>('[part~="wall"] > button')!.click();
    while (shown.length < goal) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, STEP);
}

/** Has a wall show what is about one value alone, then everything again, from its first page. */
export async function chooseAndBack(tab: Tab, value: string): Promise<void> {
  const chip = tab.locator('.chip').filter({hasText: value});
  for (const pressed of [true, false]) {
    await chip.click();
    await tab.locator(`.chip[aria-pressed="${pressed}"]`).filter({hasText: value}).waitFor();
    await tab.locator('[part~="wall"][aria-busy="false"]').waitFor();
  }
}

/** Everything of a page that a browser keeps, whether it is in the page or not, once what nobody needs is gone. */
export async function kept(tab: Tab): Promise<{nodes: number; listeners: number}> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('HeapProfiler.collectGarbage');
  const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {nodes, listeners: jsEventListeners};
}

/** How much a page holds once what nobody needs is gone, in bytes of its scripts' memory. */
export async function held(tab: Tab): Promise<number> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
