/** First wait, in milliseconds. */
const FIRST = 2_000;
/** Longest wait, in milliseconds: one hour. */
const LONGEST = 3_600_000;
/** Share of the wait that is never given away to chance, so that nobody asks again at once. */
const FLOOR = 0.5;

/**
 * How long to wait before asking again, in milliseconds: 2 s doubling to 1 h, half of it random.
 *
 * Random because a parish's visitors all lose the same endpoint at the same moment, and would all come back at
 * the same moment; a floor because a wait of almost nothing is a hammer.
 *
 * @param attempt how often it was tried so far, from 1
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.max(0, Math.min(attempt, 20) - 1));
  return Math.round(whole * (FLOOR + (1 - FLOOR) * random()));
}
