import {readFileSync} from 'node:fs';

import type {Browser, CDPSession} from 'playwright-core';

import {openBrowser} from '../../dist/browser.js';
import type {Contestant} from './contestants.js';
import {median} from './median.js';
import {MARKS} from './pages/marks.js';
import {traced} from './trace.js';
import {approach, trip} from './trip.js';

/** What one visit came to: CPU in milliseconds, memory in MB; NaN where there is no figure. */
export interface Figures {
  /** Main thread, until the first picture. */
  readonly first: number;
  /** Main thread, until nothing is missing in the picture: ours draws very many groups before it knows their ties. */
  readonly whole: number;
  /** The page's and the GPU's process with all their threads, until the first picture. */
  readonly firstAll: number;
  /** Main thread, median frame of the trip. */
  readonly frame: number;
  /** Main thread, heaviest frame of the trip. */
  readonly worst: number;
  /** Both processes, by frame of the trip. */
  readonly frameAll: number;
  /** JavaScript's memory after the trip and a collection: objects, and what arrays and buffers hold. */
  readonly heap: number;
  /** Private memory of both processes, beyond what an empty page has. */
  readonly own: number;
}

/** No figures. */
export const NONE: Figures = {
  first: NaN,
  whole: NaN,
  firstAll: NaN,
  frame: NaN,
  worst: NaN,
  frameAll: NaN,
  heap: NaN,
  own: NaN,
};

/** How long a visitor waits for the first picture, in milliseconds. */
const PATIENCE = 60_000;

/** Where there is no GPU, WebGL is drawn by SwiftShader, in the GPU's process all the same. */
const ARGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--js-flags=--expose-gc'];

/**
 * Visits a page in a browser of its own, which has nothing in its caches and no other page: waits for the first picture,
 * goes on the trip, and weighs what the page then holds. Without figures if no picture came in time.
 */
export async function visit(
  address: string,
  {stage, wheel}: Pick<Contestant, 'stage' | 'wheel'>,
): Promise<Figures> {
  const browser = await openBrowser(ARGS);
  try {
    const tab = await browser.newPage({viewport: {width: 1500, height: 900}});
    tab.on('pageerror', (error) => console.error(error));
    const session = await tab.context().newCDPSession(tab);
    const spent: Spent[] = [];
    let came = false;
    const line = await traced(browser, tab, MARKS.shown, async () => {
      spent.push(await spentBy(browser));
      await tab.goto(address);
      came = await inTime(tab.evaluate(() => globalThis.shown));
      if (!came) return;
      spent.push(await spentBy(browser));
      await tab.evaluate(() => globalThis.whole);
      const at = await tab.locator(stage).boundingBox();
      if (!at) throw new Error(`Nothing to drag at ${address}.`);
      await approach(session, at);
      await tab.evaluate((mark) => void performance.mark(mark), MARKS.trip);
      spent.push(await spentBy(browser));
      await trip(session, at, wheel);
      spent.push(await spentBy(browser));
    });
    if (!line || !came) return NONE;
    const between = (one: number, other: number) => spent[other]!.of(line.pid) - spent[one]!.of(line.pid);
    const making = line.until(MARKS.made, MARKS.making);
    const frames = line.frames(MARKS.trip);
    return {
      first: line.until(MARKS.shown) - making,
      whole: line.until(MARKS.whole) - making,
      firstAll: between(0, 1) - making,
      frame: median(frames),
      worst: frames.length > 0 ? Math.max(...frames) : NaN,
      frameAll: frames.length > 0 ? between(2, 3) / frames.length : NaN,
      heap: await heap(session),
      own: privateOf(spent[3]!.processes(line.pid)),
    };
  } finally {
    await browser.close();
  }
}

/** Visits a page that does single deeds: milliseconds of the main thread by their names, the median of each. */
export async function deeds(address: string): Promise<Map<string, number>> {
  const browser = await openBrowser(ARGS);
  try {
    const tab = await browser.newPage();
    const line = await traced(browser, tab, MARKS.shown, async () => {
      await tab.goto(address, {timeout: 0});
      await inTime(tab.evaluate(() => globalThis.shown));
    });
    return new Map([...(line?.spans() ?? [])].map(([name, spans]) => [name, median(spans)]));
  } finally {
    await browser.close();
  }
}

async function inTime(shown: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  return Promise.race([shown.then(() => true), late]).finally(() => clearTimeout(timer));
}

/** A process, and the seconds of CPU that it had taken. */
interface Process {
  readonly type: string;
  readonly id: number;
  readonly cpuTime: number;
}

/** What the processes of a browser had spent at some time. */
class Spent {
  readonly #all: readonly Process[];

  constructor(all: readonly Process[]) {
    this.#all = all;
  }

  /** The page's process and the GPU's. */
  processes(page: number): number[] {
    return this.#all.filter(({type, id}) => type === 'GPU' || id === page).map(({id}) => id);
  }

  /** Milliseconds of both. */
  of(page: number): number {
    const both = this.processes(page);
    return this.#all.reduce((sum, {id, cpuTime}) => sum + (both.includes(id) ? cpuTime * 1000 : 0), 0);
  }
}

async function spentBy(browser: Browser): Promise<Spent> {
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Spent(processInfo);
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize, embedderHeapUsedSize, backingStorageSize} = await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}

/** The memory that processes share with none, in MB, where the system tells. */
function privateOf(pids: readonly number[]): number {
  try {
    const told = pids.flatMap((pid) => [
      ...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+: +(\d+) kB$/gm),
    ]);
    return told.reduce((sum, [, kB]) => sum + Number(kB) * 1024, 0) / 1e6;
  } catch {
    // Only Linux has such files.
    return NaN;
  }
}
