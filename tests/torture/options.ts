import {parseArgs} from 'node:util';

/** How hard a run is. */
export interface TortureOptions {
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

/** Reads `--submissions 100 --tabs 2 --seed 1 --share 0.3 --crashes 10 --through outbox|widget`. */
export function readOptions(args: readonly string[]): TortureOptions {
  const {values} = parseArgs({
    args: [...args],
    options: {
      submissions: {type: 'string', default: '100'},
      tabs: {type: 'string', default: '2'},
      seed: {type: 'string', default: '1'},
      share: {type: 'string', default: '0.3'},
      crashes: {type: 'string'},
      through: {type: 'string'},
      patience: {type: 'string', default: '300'},
    },
  });
  const submissions = number(values.submissions, 1);
  const through = values.through;
  if (through !== undefined && through !== 'outbox' && through !== 'widget') {
    throw new TypeError(`--through is outbox or widget, not ${through}`);
  }
  return {
    submissions,
    tabs: number(values.tabs, 1),
    seed: number(values.seed, 0),
    share: number(values.share, 0),
    crashes: values.crashes === undefined ? Math.ceil(submissions / 10) : number(values.crashes, 0),
    widget: through === 'widget' ? submissions : through === 'outbox' ? 0 : Math.ceil(submissions / 20),
    patience: number(values.patience, 1) * 1_000,
  };
}

function number(text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least)
    throw new TypeError(`${text} is not a number from ${least} up`);
  return value;
}
