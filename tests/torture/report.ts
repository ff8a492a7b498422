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
  /** Pages whose process was ended, and pages that were closed. */
  readonly crashed: number;
  readonly closed: number;
  readonly pressedAgain: number;
  readonly inMemory: number;
  readonly given: number;
  readonly faults: FaultStatistics;
}

/** Of one run. */
export interface Result {
  readonly verdict: Verdict;
  readonly about: Circumstances;
  /** Posts of each submission, on average. */
  readonly each: number;
  /** Whether nothing was lost, doubled or falsely confirmed, and no more was posted than the faults explain. */
  readonly good: boolean;
}

/**
 * Posts each that are allowed where no post is broken: 1.6 at 30 % faults. What is above 1 is for tabs that died with
 * a post under way, and for answers that a busy machine gave too late.
 */
const SPARE = 1.12;
/** From how many submissions on the average is judged: with fewer it is mostly luck. */
const ENOUGH = 200;

/** Judges a run. */
export function resultOf(verdict: Verdict, about: Circumstances): Result {
  const {attempts, lost, doubled, falselyConfirmed} = verdict;
  const each = attempts.reduce((all, one) => all + one, 0) / Math.max(1, attempts.length);
  const thrifty = about.submissions < ENOUGH || each <= SPARE / (1 - about.share);
  return {
    verdict,
    about,
    each,
    good: thrifty && lost.length + doubled.length + falselyConfirmed.length === 0,
  };
}

/** Prints everything there is to say about one run. */
export function print({verdict, about, each}: Result): void {
  const {none, ...broken} = about.faults.kinds;
  const faulted = Object.values(broken).reduce((all, one) => all + one, 0);
  const rows: [string, string | number][] = [
    ['submissions', `${about.submissions} in ${about.tabs} tabs, ${about.widget} of them through the widget`],
    ['took', `${about.seconds.toFixed(1)} s, the last ${about.tail.toFixed(1)} s to deliver what was left`],
    ['pages killed', `${about.crashed} crashed, ${about.closed} closed`],
    ['posts', `${about.faults.posts}, ${faulted} of them broken (${none} were not)`],
    ['faults', FAULTS.map((kind) => `${kind} ${broken[kind]}`).join(', ')],
    ['attempts each', `${each.toFixed(2)} on average, ${verdict.attempts.at(-1) ?? 0} at most`],
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
}

/** One line for each run. */
export function printTable(results: readonly Result[]): void {
  const heads = ['engine', 'page', 'seed', 'sent', 'lost', 'doubled', 'false "in"', 'never told'];
  const more = ['attempts each', 'crashed', 'closed', 'seconds', ''];
  const lines = results.map(({verdict, about, each, good}) => [
    about.engine,
    about.page,
    about.seed,
    about.submissions,
    verdict.lost.length,
    verdict.doubled.length,
    verdict.falselyConfirmed.length,
    verdict.unconfirmed.length,
    `${each.toFixed(2)} (${verdict.attempts.at(-1) ?? 0})`,
    about.crashed,
    about.closed,
    about.seconds.toFixed(0),
    good ? 'good' : 'BAD',
  ]);
  const table = [[...heads, ...more], ...lines].map((line) => line.map(String));
  const widths = table[0]!.map((_, at) => Math.max(...table.map((line) => line[at]!.length)));
  console.log();
  for (const line of table)
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    );
  console.log();
}
