import type {Entry} from '../../src/outbox/entry.js';
import {FAULTS, type FaultStatistics} from '../testing/faults.js';
import type {TortureOptions} from './options.js';

/** What became of what the visitors sent. */
export interface Verdict {
  /** Sent, and not in the endpoint's list. */
  readonly lost: readonly string[];
  /** In the list more than once. */
  readonly doubled: readonly string[];
  /** Told "you're in", and not in the list. */
  readonly falselyConfirmed: readonly string[];
  /** Sent, and the device has no receipt in the end. */
  readonly unconfirmed: readonly string[];
  /** Posted and taken more than once: what an endpoint that ignores ids would have doubled. */
  readonly repeated: number;
  /** Posts of each submission, browsers' own repetitions included. */
  readonly attempts: readonly number[];
}

const nameOf = ({body}: Entry): string => (JSON.parse(body) as {name: string}).name;

/** Compares `entries` with the endpoint's list. */
export function compare(
  entries: readonly Entry[],
  csv: string,
  told: ReadonlySet<string>,
  {attempts, taken}: FaultStatistics,
): Verdict {
  const cells = csv.split(/\r\n|,/).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
  const listed = new Map<string, number>();
  for (const cell of cells) listed.set(cell, (listed.get(cell) ?? 0) + 1);
  const times = (entry: Entry) => listed.get(nameOf(entry)) ?? 0;
  const ids = (fits: (entry: Entry) => boolean) => entries.filter(fits).map(({id}) => id);
  return {
    lost: ids((entry) => times(entry) === 0),
    doubled: ids((entry) => times(entry) > 1),
    falselyConfirmed: ids((entry) => told.has(entry.id) && times(entry) === 0),
    unconfirmed: ids((entry) => !told.has(entry.id)),
    repeated: ids(({id}) => (taken[id] ?? 0) > 1).length,
    attempts: entries.map(({id}) => attempts[id] ?? 0).sort((a, b) => a - b),
  };
}

/** What else is worth telling. */
export interface Circumstances extends TortureOptions {
  readonly seconds: number;
  readonly tail: number;
  readonly kills: number;
  readonly pressedAgain: number;
  readonly inMemory: number;
  readonly given: number;
  readonly faults: FaultStatistics;
}

/** Prints the result; true when nothing was lost, doubled or falsely confirmed. */
export function print(verdict: Verdict, about: Circumstances): boolean {
  const {attempts} = verdict;
  const sum = attempts.reduce((all, one) => all + one, 0);
  const {none, ...broken} = about.faults.kinds;
  const faulted = Object.values(broken).reduce((all, one) => all + one, 0);
  const rows: [string, string | number][] = [
    ['submissions', `${about.submissions} in ${about.tabs} tabs, seed ${about.seed}`],
    ['took', `${about.seconds.toFixed(1)} s, the last ${about.tail.toFixed(1)} s to deliver what was left`],
    ['tabs killed', about.kills],
    ['posts', `${about.faults.posts}, ${faulted} of them broken (${none} were not)`],
    ['faults', FAULTS.map((kind) => `${kind} ${broken[kind]}`).join(', ')],
    ['attempts each', `${(sum / attempts.length).toFixed(2)} on average, ${attempts.at(-1)} at most`],
    ['would be doubled', `${verdict.repeated} by an endpoint that ignores ids`],
    ['pressed again', `${about.pressedAgain} times`],
    ['in memory only', about.inMemory],
    ['refused, expired', about.given],
    ['no receipt', verdict.unconfirmed.length],
    ['lost', verdict.lost.length],
    ['doubled', verdict.doubled.length],
    ['false "you’re in"', verdict.falselyConfirmed.length],
  ];
  for (const [what, figure] of rows) console.log(`${what.padEnd(18)} ${figure}`);
  for (const id of [...verdict.lost, ...verdict.doubled]) console.error(`lost or doubled: ${id}`);
  return verdict.lost.length + verdict.doubled.length + verdict.falselyConfirmed.length === 0;
}
