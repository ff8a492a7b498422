/** The layout of a network's ties beside d3-force, which most pages would use for it: processor time and likeness. */
import {forceCenter, forceLink, forceManyBody, forceSimulation} from 'd3-force';

import {layoutOf} from '../../src/network/layout/layout.js';
import {randomOf} from '../../src/network/layout/random.js';
import {row, told} from './figures.js';
import {WARM_UP} from './plan.js';

/** How many groups, and in how many circles; twice as many ties. Small ones are drawn several times a round. */
const CASES = [
  {size: 1000, circles: 20, times: 5},
  {size: 10_000, circles: 100, times: 1},
] as const;

/** Numbers by node: x and y in turns. */
type Positions = ArrayLike<number>;

const RIVALS: readonly {
  readonly name: string;
  readonly draw: (size: number, ends: Uint32Array) => Positions;
}[] = [
  {name: 'layoutOf', draw: drawOurs},
  {name: 'd3-force, 300 ticks', draw: drawTheirs},
];

/** Draws the same networks with both, in turns within each round. */
export async function benchLayout(rounds: number): Promise<void> {
  console.log(`Median of ${rounds} rounds (lowest to highest), processor time:\n`);
  console.log(
    row(['', ...RIVALS.map(({name}) => `${name}, ms`), 'theirs ÷ ours', 'tied ÷ any, ours / theirs']),
  );
  for (const {size, circles, times} of CASES) {
    const ends = networkOf(size, circles);
    const figures = RIVALS.map((): number[] => []);
    let likeness: number[] = [];
    for (let round = 0; round < rounds + WARM_UP; round++) {
      likeness = RIVALS.map(({draw}, i) => {
        let drawn: Positions = [];
        const before = process.cpuUsage().user;
        for (let time = 0; time < times; time++) drawn = draw(size, ends);
        if (round >= WARM_UP) figures[i]!.push((process.cpuUsage().user - before) / 1000 / times);
        return nearness(drawn, size, ends);
      });
    }
    const ratios = figures[1]!.map((theirs, i) => theirs / figures[0]![i]!);
    const cells = [
      ...figures.map((each) => told(each)),
      told(ratios, 1),
      likeness.map((each) => each.toFixed(3)).join(' / '),
    ];
    console.log(row([`${size} groups, ${ends.length / 2} ties`, ...cells]));
  }
}

function drawOurs(size: number, ends: Uint32Array): Positions {
  const steps = layoutOf(size, ends);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

function drawTheirs(size: number, ends: Uint32Array): Positions {
  const nodes = Array.from({length: size}, (_, index) => ({index, x: NaN, y: NaN}));
  const links = Array.from({length: ends.length / 2}, (_, i) => ({
    source: ends[2 * i]!,
    target: ends[2 * i + 1]!,
  }));
  forceSimulation(nodes)
    .force('link', forceLink(links))
    .force('charge', forceManyBody())
    .force('center', forceCenter())
    .stop()
    .tick(300);
  return nodes.flatMap(({x, y}) => [x, y]);
}

/** Circles in which everybody is tied to one who came before and to one more, or, one in ten, to anybody. */
function networkOf(size: number, circles: number): Uint32Array {
  const random = randomOf(42);
  const upTo = (end: number): number => Math.floor(random() * end);
  const within = size / circles;
  return Uint32Array.from(
    Array.from({length: size}, (_, i) => {
      const first = i - (i % within);
      return [i, first + upTo(i - first), i, upTo(10) === 0 ? upTo(size) : first + upTo(i - first)];
    }).flat(),
  );
}

/** How far apart the ends of a tie are on average, as a share of that of any two nodes: the less, the more is seen. */
function nearness(positions: Positions, size: number, ends: Uint32Array): number {
  const between = (one: number, other: number): number =>
    Math.hypot(
      positions[2 * one]! - positions[2 * other]!,
      positions[2 * one + 1]! - positions[2 * other + 1]!,
    );
  let [tied, any] = [0, 0];
  for (let k = 0; k < ends.length; k += 2) {
    tied += between(ends[k]!, ends[k + 1]!);
    any += between((k * 7919) % size, (k * 104_729 + 1) % size);
  }
  return tied / any;
}
