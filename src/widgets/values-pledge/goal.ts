/** The goal that a counter counts towards. */

/** First digits of round numbers. */
const ROUND = [1, 2.5, 5];

/** `goal`, or once `count` has reached it, the next round number: 250, 500, 1,000, 2,500 and so on. */
export function goalFor(goal: number, count: number): number {
  if (count < goal) return goal;
  for (let ten = 10; ; ten *= 10) {
    const next = ROUND.map((digit) => digit * ten).find((round) => round > count);
    if (next !== undefined) return next;
  }
}
