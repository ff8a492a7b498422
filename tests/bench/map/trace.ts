import type {Browser, Page as Tab} from 'playwright-core';

import {MARKS} from './pages/marks.js';

/** An event of a trace, as far as it is read here. Times are in microseconds; `tts` is what its thread had worked by then. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tts?: number;
}

/** What the main thread of a page did, in milliseconds of that thread. */
export interface Done {
  /** The page's process. */
  readonly pid: number;
  /** From the beginning until the first picture, without the making of the network. */
  readonly first: number;
  /** The making of the network, if it was made in the page. */
  readonly making: number;
  /** What each frame of the trip cost, in order. */
  readonly frames: readonly number[];
}

/** Begins once for every frame that the main thread has a part in. */
const FRAME = 'AnimationFrame::Render';

/**
 * Traces what a page does during `deed`; undefined where no picture came.
 *
 * The thread's own clock is read, rather than the lengths of tasks: what promises go on with after a task is in none.
 */
export async function traced(
  browser: Browser,
  tab: Tab,
  deed: () => Promise<void>,
): Promise<Done | undefined> {
  await browser.startTracing(tab, {categories: ['toplevel', 'blink.user_timing', 'devtools.timeline']});
  await deed();
  const {traceEvents} = JSON.parse(String(await browser.stopTracing())) as {traceEvents: Traced[]};
  const shown = traceEvents.find(({name}) => name === MARKS.shown);
  if (!shown) return undefined;
  const events = traceEvents
    .filter(({pid, tid, ts}) => pid === shown.pid && tid === shown.tid && ts > 0)
    .toSorted((one, other) => one.ts - other.ts);
  const worked = workedBy(events);
  const at = (mark: string) => {
    const index = events.findIndex(({name}) => name === mark);
    return index < 0 ? undefined : worked[index]!;
  };
  const making = (at(MARKS.made) ?? 0) - (at(MARKS.making) ?? 0);
  const trip = events.findIndex(({name}) => name === MARKS.trip);
  const begins = [...events.keys()].filter(
    (index) => index > trip && events[index]!.name === FRAME && events[index]!.ph === 'b',
  );
  const bounds = [...begins.map((index) => worked[index]!), worked.at(-1)!];
  return {
    pid: shown.pid,
    first: at(MARKS.shown)! - worked[0]! - making,
    making,
    frames: begins.map((_, frame) => bounds[frame + 1]! - bounds[frame]!),
  };
}

/** What the thread had worked at each event, in milliseconds: some do not tell, and are as late as the next that does. */
function workedBy(events: readonly Traced[]): number[] {
  let next = Math.max(...events.map(({tts = 0}) => tts));
  return events
    .toReversed()
    .map(({tts}) => (next = tts ?? next) / 1000)
    .toReversed();
}
