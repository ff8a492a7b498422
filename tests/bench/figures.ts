/** How figures are printed. */

/** One row of a table: what it is about, then its cells. */
export const row = (cells: readonly string[]): string =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(28))).join('');

/** What several rounds came to: the median, with the lowest and the highest. */
export function told(figures: readonly number[], digits = 0): string {
  const sorted = figures.map((each) => each.toFixed(digits)).sort((a, b) => Number(a) - Number(b));
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
}
