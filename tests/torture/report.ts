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
  /** Sent, and not told in the end what became of it. */
  readonly unconfirmed: readonly string[];
  /** Posted and taken more than once: what an endpoint that ignores ids would have doubled. */
  readonly repeated: number;
  /** Posts of each submission, browsers' own repetitions included. */
  readonly attempts: readonly number[];
}

/** Compares what the visitors called `names` were `told` with the endpoint's list. */
export function compare(
  names: readonly string[],
  csv: string,
  told: ReadonlySet<string>,
  {attempts, taken}: FaultStatistics,
): Verdict {
  const listed = new Map<string, number>();
  for (const cell of csv.split(/\r\n|,/)) {
    const text = cell.replace(/^"(.*)"$/, '$1');
    listed.set(text, (listed.get(text) ?? 0) + 1);
  }
  const times = (name: string) => listed.get(name) ?? 0;
  return {
    lost: names.filter((name) => times(name) === 0),
    doubled: names.filter((name) => times(name) > 1),
    falselyConfirmed: names.filter((name) => told.has(name) && times(name) === 0),
    unconfirmed: names.filter((name) => !told.has(name)),
    repeated: Object.values(taken).filter((often) => often > 1).length,
    attempts: Object.values(attempts).sort((a, b) => a - b),
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
    [
      'submissions',
      `${about.submissions} in ${about.tabs} tabs, ${about.widget} of them through the widget, seed ${about.seed}`,
    ],
    ['took', `${about.seconds.toFixed(1)} s, the last ${about.tail.toFixed(1)} s to deliver what was left`],
    ['pages killed', about.kills],
    ['posts', `${about.faults.posts}, ${faulted} of them broken (${none} were not)`],
    ['faults', FAULTS.map((kind) => `${kind} ${broken[kind]}`).join(', ')],
    [
      'attempts each',
      `${(sum / Math.max(1, attempts.length)).toFixed(2)} on average, ${attempts.at(-1) ?? 0} at most`,
    ],
    ['would be doubled', `${verdict.repeated} by an endpoint that ignores ids`],
    ['pressed again', `${about.pressedAgain} times`],
    ['in memory only', about.inMemory],
    ['refused, expired', about.given],
    ['never told', verdict.unconfirmed.length],
    ['lost', verdict.lost.length],
    ['doubled', verdict.doubled.length],
    ['false "you’re in"', verdict.falselyConfirmed.length],
  ];
  for (const [what, figure] of rows) console.log(`${what.padEnd(18)} ${figure}`);
  for (const name of verdict.lost) console.error(`Lost: ${name}`);
  for (const name of verdict.doubled) console.error(`Doubled: ${name}`);
  return verdict.lost.length + verdict.doubled.length + verdict.falselyConfirmed.length === 0;
}
