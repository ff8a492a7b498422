/**
 * Groups by the hundred thousand, invented by a rule: the same ones each time, and no one’s. What a document of theirs
 * would say, so that the map has with them all the work that it has with real ones.
 */
import type {Group} from '../../src/protocol/group.js';
import {CITIES} from './towns.js';

const SECTORS = ['business', 'religious', 'social-service', 'resident', 'political', 'education', 'arts'];
const NEEDS = ['local-food', 'housing', 'family', 'education', 'wellness', 'culture', 'energy', 'margins'];
const KINDS = ['partners', 'partners', 'supplies', 'refers'];
/** What the other end calls a tie, where it is not the same. */
const INVERSES: Readonly<Record<string, string>> = {supplies: 'supplied-by', refers: 'referred-by'};

const FORMAT = new Intl.NumberFormat('en');
const SEED = 1;
/** How many groups are made between two pauses. */
const STEP = 2_000;
/** The share of ties that the other end says too. */
const CONFIRMED = 0.6;
/** The share of ties that lead to a neighbour. The others lead to the largest cities, which is where unions sit. */
const IN_TOWN = 0.99;
/** Kilometres from the middle of a city of a million that two thirds of its groups are within. */
const SPREAD = 9;
const KILOMETRES_A_DEGREE = 111.2;

type Tie = NonNullable<Group['connections']>[number];

/** Makes so many groups in steps of a few milliseconds, after each of which it says how many there are. O(n). */
export function* manyGroups(size: number): Generator<number, readonly Group[]> {
  const random = numbers(SEED);
  const people = CITIES.reduce((sum, [, , , each]) => sum + each, 0);
  const groups: Group[] = [];
  const said: Tie[][] = [];
  const tie = (from: number, to: number): void => {
    if (from === to) return;
    const kind = KINDS[Math.floor(random() * KINDS.length)]!;
    said[from]!.push({to: idOf(to), kind});
    if (random() < CONFIRMED) said[to]!.push({to: idOf(from), kind: INVERSES[kind] ?? kind});
  };
  let [city, first, left] = [0, 0, 0];
  for (let group = 0; group < size; group++) {
    for (; left < 1 && city < CITIES.length; city++) {
      first = group;
      left += (CITIES[city]![3] / people) * size;
    }
    left--;
    said.push([]);
    const connections = said[group]!;
    groups.push({...groupAt(CITIES[city - 1]!, group, random), connections});
    const others = random() < 0.5 ? 2 : 1;
    for (let count = 0; count < others; count++) {
      const other = random();
      tie(group, Math.floor(random() < IN_TOWN ? first + other * (group - first) : other ** 6 * first));
    }
    if (group % STEP === 0) yield group;
  }
  return groups;
}

function groupAt(
  [label, north, east, people]: (typeof CITIES)[number],
  group: number,
  random: () => number,
): Group {
  // The far suburbs have fewer groups than the middle, and still some: a bell with a long tail.
  const reach = SPREAD * Math.sqrt(people / 1000) * (random() < 0.25 ? 3 : 1);
  const away = (reach * Math.sqrt(-2 * Math.log(1 - random()))) / KILOMETRES_A_DEGREE;
  const turn = 2 * Math.PI * random();
  const pick = (all: readonly string[]): string => all[Math.floor(random() ** 1.5 * all.length)]!;
  return {
    id: idOf(group),
    name: `Group ${FORMAT.format(group + 1)}`,
    kind: 'group',
    sector: pick(SECTORS),
    needs: [pick(NEEDS)],
    place: {
      label,
      lat: rounded(north + away * Math.sin(turn)),
      lon: rounded(east + (away * Math.cos(turn)) / Math.cos((north * Math.PI) / 180)),
      precision: 'street',
    },
  };
}

const idOf = (group: number): string => `https://group-${group + 1}.example/`;

/** To about ten metres. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** Numbers from 0 up to 1 that are the same each time: Mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
