/** Numbers that are easy on the eye: 1, 2 or 5 and zeros, before or after the point. */

/** Room for what multiplication does to the last digit. */
const SLACK = 1e-9;

const decadeOf = (value: number): number => 10 ** Math.floor(Math.log10(value) + SLACK);
/** Below 1 a decade is no exact number, and 3 * 0.1 shows. */
const times = (digit: number, decade: number): number =>
  decade < 1 ? digit / Math.round(1 / decade) : digit * decade;

/** The largest of 1, 2, 5, 10, 20 … that is not above `value`, which is above zero. */
export function roundDown(value: number): number {
  const decade = decadeOf(value);
  const digit = [5, 2].find((each) => each * decade <= value * (1 + SLACK)) ?? 1;
  return times(digit, decade);
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below `value`, which is above zero. */
export function roundUp(value: number): number {
  const decade = decadeOf(value);
  const digit = [1, 2, 5].find((each) => each * decade >= value * (1 - SLACK)) ?? 10;
  return times(digit, decade);
}
