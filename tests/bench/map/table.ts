/** How the figures of the map are printed. */
import {CONTESTANTS, EMPTY, OURS, type Contestant} from './contestants.js';
import {median} from './median.js';
import type {Figures} from './visit.js';

/** What was measured in one visit, with the brotli bytes that the page had loaded by its end. */
export type Measured = Figures & {readonly bytes: number};

/** Rounds by size, then by the name of the contestant. */
export type Rounds = ReadonlyMap<number, ReadonlyMap<string, readonly Measured[]>>;

const COLUMNS: readonly (readonly [head: string, figure: keyof Measured, digits: number])[] = [
  ['brotli kB', 'bytes', 1],
  ['first, ms', 'first', 0],
  ['whole, ms', 'whole', 0],
  ['with all threads', 'firstAll', 0],
  ['frame, ms', 'frame', 1],
  ['heaviest frame', 'worst', 1],
  ['with all threads', 'frameAll', 1],
  ['JS heap, MB', 'heap', 1],
  ['private, MB', 'own', 0],
];

const NAME = 34;
const CELL = 28;

const row = (name: string, cells: readonly string[]) =>
  (name.padEnd(NAME) + cells.map((cell) => cell.padStart(CELL)).join('')).trimEnd();

/** One table by size: medians, the lowest and the highest of the rounds, and how many times ours that is. */
export function tables(rounds: Rounds): string {
  return [...rounds].map(([size, measured]) => tableOf(size, measured, rounds)).join('\n\n');
}

function tableOf(size: number, measured: ReadonlyMap<string, readonly Measured[]>, rounds: Rounds): string {
  const empty = median((rounds.values().next().value?.get(EMPTY) ?? []).map(({own}) => own));
  const column = (name: string | undefined, figure: keyof Measured) =>
    (measured.get(name ?? '') ?? []).map((each) =>
      figure === 'bytes' ? each.bytes / 1000 : figure === 'own' ? each.own - empty : each[figure],
    );
  const lines = CONTESTANTS.filter(({name}) => measured.has(name)).map(({name, against}: Contestant) =>
    row(
      name,
      COLUMNS.map(([, figure, digits]) =>
        cell(column(name, figure), digits, median(column(against, figure))),
      ),
    ),
  );
  return [
    row(
      `${size.toLocaleString('en')} groups`,
      COLUMNS.map(([head]) => head),
    ),
    ...lines,
  ].join('\n');
}

function cell(figures: readonly number[], digits: number, ours: number): string {
  const middle = median(figures);
  if (Number.isNaN(middle)) return '–';
  const told = (figure: number) => figure.toFixed(digits);
  const [low, high] = [told(Math.min(...figures)), told(Math.max(...figures))];
  const spread = low === high ? '' : ` (${low}–${high})`;
  const times = middle / ours;
  return (
    told(middle) +
    spread +
    (Number.isNaN(times) ? '' : ` ×${times.toFixed(times < 1 ? 2 : times < 10 ? 1 : 0)}`)
  );
}

/** Single deeds, which are called `deed, who, size`: medians, and times ours. */
export function tableOfDeeds(deeds: ReadonlyMap<string, readonly number[]>): string {
  const lines = [...deeds].map(([name, figures]) => {
    const [deed, who, size] = name.split(', ');
    const ours = who === OURS ? [] : (deeds.get(`${deed}, ${OURS}, ${size}`) ?? []);
    return row(`${deed} ${Number(size).toLocaleString('en')}, ${who}`, [cell(figures, 2, median(ours))]);
  });
  return [row('single deeds', ['main thread, ms']), ...lines].join('\n');
}
