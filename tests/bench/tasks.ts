import type {Browser, Page as Tab} from 'playwright-core';

/** An event of a trace, as far as it is read here. Times are in microseconds; `tdur` is that of its thread alone. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: {readonly url?: string; readonly processId?: number};
  };
}

/**
 * The longest task of a page's main thread during `deed`, in milliseconds of that thread: what else the machine does
 * meanwhile is not in it.
 *
 * By a trace, because the page itself is told only of tasks of 50 ms and more.
 */
export async function longestTask(browser: Browser, tab: Tab, deed: () => Promise<void>): Promise<number> {
  await browser.startTracing(tab, {categories: ['toplevel', 'devtools.timeline']});
  await deed();
  const {traceEvents} = JSON.parse(String(await browser.stopTracing())) as {traceEvents: Traced[]};
  // A browser keeps processes for pages to come; the page's own is the one that drew something.
  const drew = new Set(
    traceEvents.filter(({name}) => name === 'UpdateLayerTree' || name === 'Layout').map(({pid}) => pid),
  );
  const main = new Set(
    traceEvents
      .filter(
        ({name, args, pid}) => name === 'thread_name' && args?.name === 'CrRendererMain' && drew.has(pid),
      )
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({name, pid, tid}) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace has no task of the page in it.');
  return Math.max(...tasks.map(({tdur = 0}) => tdur)) / 1000;
}
