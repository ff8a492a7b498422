/** What ours should come to, in milliseconds of the main thread, by size. */
import {OURS, SIZES} from './contestants.js';
import {median} from './median.js';
import type {Rounds} from './table.js';

const GOALS = {first: [60, 120, 200, 600], frame: [8, 16, 20, 20], filter: [1, 4, 6, 90]} as const;

/** One more, of so many groups. */
const LAYOUT = {size: 1000, goal: 120};

const HEAD = ['', ...SIZES.map((size) => `${size.toLocaleString('en')} groups`)];

/** One line a goal: what was measured, what it should be, and whether it is. */
export function goalsOf(rounds: Rounds, deeds: ReadonlyMap<string, readonly number[]>): string {
  const figure = (goal: keyof typeof GOALS, size: number) =>
    goal === 'filter'
      ? median(deeds.get(`filter, ${OURS}, ${size}`) ?? [])
      : median((rounds.get(size)?.get(OURS) ?? []).map((each) => each[goal]));
  const lines = Object.entries(GOALS).map(([name, goals]) => [
    `${name}, ms`,
    ...goals.map((goal, at) => judged(figure(name as keyof typeof GOALS, SIZES[at]!), goal)),
  ]);
  const laidOut = median(deeds.get(`layout, ${OURS}, ${LAYOUT.size}`) ?? []);
  const layout = [`layout of ${LAYOUT.size.toLocaleString('en')}, ms`, judged(laidOut, LAYOUT.goal)];
  return [HEAD, ...lines, layout]
    .map((cells) =>
      cells
        .map((cell) => cell.padEnd(24))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function judged(figure: number, goal: number): string {
  return Number.isNaN(figure) ? '–' : `${figure.toFixed(1)} of ${goal}${figure > goal ? ', MISSED' : ''}`;
}
