import type {Browser, Page as Tab} from 'playwright-core';

import {FROM, TO} from './pages/marks.js';

/** An event of a trace, as far as it is read here. Times are in microseconds; `tts` is what its thread had worked by then. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tts?: number;
}

/** Begins once for every frame that the main thread has a part in. */
const FRAME = 'AnimationFrame::Render';

/**
 * What the main thread of a page did, in milliseconds of that thread.
 *
 * Its own clock is read, rather than the lengths of its tasks: what promises go on with after a task is in none.
 */
export class Timeline {
  /** The page's process. */
  readonly pid: number;
  readonly #events: readonly Traced[];
  /** What the thread had worked at each event. */
  readonly #worked: readonly number[];

  /** @param mark any event of that thread */
  constructor(all: readonly Traced[], mark: Traced) {
    this.pid = mark.pid;
    this.#events = all
      .filter(({pid, tid, ts}) => pid === mark.pid && tid === mark.tid && ts > 0)
      .toSorted((one, other) => one.ts - other.ts);
    // Some do not tell, and are as late as the next one that does.
    let next = Math.max(...this.#events.map(({tts = 0}) => tts));
    this.#worked = this.#events
      .toReversed()
      .map(({tts}) => (next = tts ?? next) / 1000)
      .toReversed();
  }

  /** From the beginning, or from one mark, to another; 0 where there is none. */
  until(mark: string, from?: string): number {
    const start = from === undefined ? 0 : this.#at(from);
    const end = this.#at(mark);
    return start < 0 || end < 0 ? 0 : this.#worked[end]! - this.#worked[start]!;
  }

  /** Each frame after a mark, in order. */
  frames(mark: string): number[] {
    const start = this.#at(mark);
    const begins = [...this.#events.keys()].filter(
      (index) => index > start && this.#events[index]!.name === FRAME && this.#events[index]!.ph === 'b',
    );
    const bounds = [...begins.map((index) => this.#worked[index]!), this.#worked.at(-1)!];
    return begins.map((_, frame) => bounds[frame + 1]! - bounds[frame]!);
  }

  /** What was done between marks of one name, by that name and in order. */
  spans(): Map<string, number[]> {
    const spans = new Map<string, number[]>();
    let start = 0;
    for (const [index, {name}] of this.#events.entries()) {
      if (name.startsWith(FROM)) start = this.#worked[index]!;
      if (!name.startsWith(TO)) continue;
      const deed = name.slice(TO.length);
      spans.set(deed, [...(spans.get(deed) ?? []), this.#worked[index]! - start]);
    }
    return spans;
  }

  #at(mark: string): number {
    return this.#events.findIndex(({name}) => name === mark);
  }
}

/** Traces what a page does during `deed`; undefined where it never made the mark. */
export async function traced(
  browser: Browser,
  tab: Tab,
  mark: string,
  deed: () => Promise<void>,
): Promise<Timeline | undefined> {
  await browser.startTracing(tab, {categories: ['toplevel', 'blink.user_timing', 'devtools.timeline']});
  await deed();
  const {traceEvents} = JSON.parse(String(await browser.stopTracing())) as {traceEvents: Traced[]};
  const made = traceEvents.find(({name}) => name === mark);
  return made && new Timeline(traceEvents, made);
}
