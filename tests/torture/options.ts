import {parseArgs} from 'node:util';

/** The browsers that can be tortured. */
export const ENGINES = ['chromium', 'firefox'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Where the page comes from: a secure context has Web Locks, a page over plain http takes turns by a lease. */
export const PAGES = ['secure', 'http'] as const;
export type PageKind = (typeof PAGES)[number];

/** How hard one run is. */
export interface TortureOptions {
  readonly engine: EngineName;
  readonly page: PageKind;
  readonly submissions: number;
  readonly tabs: number;
  readonly seed: number;
  /** Share of posts that are broken, from 0 to 1. */
  readonly share: number;
  /** How often a tab is killed. */
  readonly crashes: number;
  /** Of the submissions, how many go through the real form; the others are put into the outbox by a script. */
  readonly widget: number;
  /** When a run that does not end is given up, in milliseconds. */
  readonly patience: number;
}

/**
 * Reads `--engine chromium|firefox|all --page secure|http|all --seeds 1,2,3 --submissions 100 --tabs 2 --share 0.3
 * --crashes 10 --through outbox|widget --patience 300`; `--http` is `--page http`. One run for each combination.
 */
export function readOptions(args: readonly string[]): readonly TortureOptions[] {
  const {values} = parseArgs({
    args: [...args],
    options: {
      engine: {type: 'string', default: 'chromium'},
      page: {type: 'string', default: 'secure'},
      http: {type: 'boolean', default: false},
      seeds: {type: 'string', default: '1'},
      submissions: {type: 'string', default: '100'},
      tabs: {type: 'string', default: '2'},
      share: {type: 'string', default: '0.3'},
      crashes: {type: 'string'},
      through: {type: 'string'},
      patience: {type: 'string', default: '300'},
    },
  });
  const submissions = number(values.submissions, 1);
  const through = values.through === undefined ? [] : oneOf('through', values.through, ['outbox', 'widget']);
  const common = {
    submissions,
    tabs: number(values.tabs, 1),
    share: number(values.share, 0),
    crashes: values.crashes === undefined ? Math.ceil(submissions / 10) : number(values.crashes, 0),
    widget: through.includes('widget')
      ? submissions
      : through.includes('outbox')
        ? 0
        : Math.ceil(submissions / 20),
    patience: number(values.patience, 1) * 1_000,
  };
  const seeds = values.seeds.split(',').map((seed) => number(seed, 0));
  return oneOf('engine', values.engine, ENGINES).flatMap((engine) =>
    oneOf('page', values.http ? 'http' : values.page, PAGES).flatMap((page) =>
      seeds.map((seed) => ({...common, engine, page, seed})),
    ),
  );
}

function oneOf<Name extends string>(option: string, value: string, names: readonly Name[]): readonly Name[] {
  const chosen = value === 'all' ? names : names.filter((name) => name === value);
  if (chosen.length === 0) throw new TypeError(`--${option} is ${names.join(' or ')}, not ${value}`);
  return chosen;
}

function number(text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least)
    throw new TypeError(`${text} is not a number from ${least} up`);
  return value;
}
