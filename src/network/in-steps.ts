/** Work that can be paused. */

/** How many items are looked at between two pauses: a few milliseconds of work on a slow telephone. */
const STEP = 200;

/** Visits each item, and pauses after so many of them and at the end. By count, never by a clock: the same each time. */
export function* inSteps<Item>(items: Iterable<Item>, visit: (item: Item) => void): Generator<void> {
  let done = 0;
  for (const item of items) {
    visit(item);
    if (++done % STEP === 0) yield;
  }
  yield;
}
