/** A wall of ten thousand pledges in a browser: the longest task, and what the page holds. */
import {cpus} from 'node:os';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from '../dist/browser.js';
import {Crowd, CROWD, held, more, STEP, wallShown} from '../dist/pledge-crowd.js';
import {Site} from '../dist/site.js';
import {row, told} from './figures.js';
import {WARM_UP} from './plan.js';
import {longestTask} from './tasks.js';

/** Pages that are asked for after the first. */
const PAGES = 10;

/** What is compared: where the pledges are, and how much slower than this machine the visitor's is. */
const CASES = [
  {name: 'a page at a time', document: 'ctg.json', slower: 1},
  {name: 'the same, 4 × slower', document: 'ctg.json', slower: 4},
  {name: 'all in one file', document: 'static.json', slower: 1},
  {name: 'the same, 4 × slower', document: 'static.json', slower: 4},
] as const;

/** What one visit came to: tasks in milliseconds, memory in kB. */
type Figures = readonly [first: number, further: number, held: number, after: number];
const HEADS = ['longest task, first, ms', `${PAGES} more pages, ms`, 'held, kB', `after ${PAGES} more, kB`];

/** Measures all of them in turn within each round, each in a tab that has nothing in its cache. */
export async function benchWall(rounds: number): Promise<void> {
  const crowd = await new Crowd().open();
  const site = await new Site().open();
  const browser = await openBrowser();
  const figures = CASES.map((): Figures[] => []);
  try {
    for (let round = 0; round < rounds + WARM_UP; round += 1)
      for (const [index, each] of CASES.entries()) {
        const figure = await visit(browser, site.page({body: crowd.wall(each.document)}), each.slower);
        if (round >= WARM_UP) figures[index]!.push(figure);
      }
  } finally {
    await browser.close();
    await site.close();
    await crowd.close();
  }
  console.log(
    `A wall of ${CROWD} pledges, ${STEP} on a page: median of ${rounds} rounds (lowest to highest), in`,
  );
  console.log(`Chromium ${browser.version()} on ${cpus().length} cores:\n`);
  console.log(row(['', ...HEADS]));
  for (const [index, {name}] of CASES.entries())
    console.log(row([name, ...HEADS.map((_, head) => told(figures[index]!.map((each) => each[head]!)))]));
}

async function visit(browser: Browser, address: string, slower: number): Promise<Figures> {
  const tab = await browser.newPage();
  await slowDown(tab, slower);
  const first = await longestTask(browser, tab, async () => {
    await tab.goto(address);
    await wallShown(tab);
  });
  const before = await held(tab);
  const further = await longestTask(browser, tab, async () => {
    for (let page = 0; page < PAGES; page += 1) await more(tab);
  });
  const after = await held(tab);
  await tab.close();
  return [first, further, before / 1024, after / 1024];
}

async function slowDown(tab: Tab, rate: number): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', {rate});
}
