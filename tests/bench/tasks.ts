import type {Browser, Page as Tab} from 'playwright-core';

/** An event of a trace, as far as it is read here. Times are in microseconds; `tdur` is that of its thread alone. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly chrome_mojo_event_info?: {readonly mojo_interface_tag?: string};
  };
}

const MARK = 'ctg-measured';
/** What measures the page is not the page: the scripts by which it is driven from outside come this way. */
const DRIVER = 'blink.mojom.DevToolsSession';

/**
 * The longest task of a page's main thread during `deed`, in milliseconds of that thread: what else the machine does
 * meanwhile is not in it.
 *
 * By a trace, because the page itself is told only of tasks of 50 ms and more.
 */
export async function longestTask(browser: Browser, tab: Tab, deed: () => Promise<void>): Promise<number> {
  await browser.startTracing(tab, {categories: ['toplevel', 'blink.user_timing']});
  await deed();
  // A browser keeps processes for pages to come and pages of its own; the one with this mark is the page's.
  await tab.evaluate((name) => performance.mark(name).name, MARK);
  const {traceEvents} = JSON.parse(String(await browser.stopTracing())) as {traceEvents: Traced[]};
  const mark = traceEvents.find(({name}) => name === MARK);
  const tasks = tasksOf(traceEvents.filter(({pid, tid}) => pid === mark?.pid && tid === mark.tid));
  if (tasks.length === 0) throw new Error('The trace has no task of the page in it.');
  return Math.max(...tasks) / 1000;
}

/**
 * How long each task of a thread took: with the microtasks after it, which the trace has beside it and not in it, and
 * which hold up a page as long. Promises go on there, so most of what we do is in them.
 */
function tasksOf(events: readonly Traced[]): number[] {
  const tasks: {end: number; took: number; isDriver: boolean}[] = [];
  let end = 0;
  for (const {name, ts, dur = 0, tdur = 0, args} of events.toSorted((a, b) => a.ts - b.ts)) {
    const last = tasks.at(-1);
    if (args?.chrome_mojo_event_info?.mojo_interface_tag === DRIVER && last && ts < last.end)
      last.isDriver = true;
    const isTask = name.endsWith('RunTask');
    if (ts < end || !(isTask || name.endsWith('PerformMicrotaskCheckpoint'))) continue;
    end = ts + dur;
    if (isTask) tasks.push({end, took: tdur, isDriver: false});
    else if (last) last.took += tdur;
  }
  return tasks.filter(({isDriver}) => !isDriver).map(({took}) => took);
}
