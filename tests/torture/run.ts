// `npm run torture`: one run for each engine, kind of page and seed that was asked for, and all figures at the end.
import {setTimeout as pause} from 'node:timers/promises';

import {ensureBuilt} from '../../scripts/freshness.mjs';
import {startEngine} from './engines.js';
import {torture} from './once.js';
import {ENGINES, readOptions} from './options.js';
import {print, printTable, type Result} from './report.js';

/** How long a browser may take to close, in milliseconds. */
const CLOSING = 10_000;
/** After how many times the patience of a run it is broken off: something hangs that should not. */
const HANGS = 3;

const plan = readOptions(process.argv.slice(2));
if (plan.some(({widget}) => widget > 0)) await ensureBuilt();
const results: Result[] = [];
const missing: string[] = [];
let broke = 0;
for (const name of ENGINES) {
  const runs = plan.filter(({engine}) => engine === name);
  if (runs.length === 0) continue;
  for (const options of runs) {
    // A browser for each run: what one has leaked or broken must not count for the next.
    const engine = await startEngine(name);
    if (typeof engine === 'string') {
      missing.push(`Not run in ${name}: ${engine}`);
      break;
    }
    console.log(`\n${engine.version}, ${options.page} page, seed ${options.seed}`);
    try {
      const result = await Promise.race([torture(engine, options), hanging(options.patience * HANGS)]);
      print(result);
      results.push(result);
    } catch (error) {
      console.error(error);
      broke += 1;
    } finally {
      await Promise.race([engine.close().catch(() => undefined), pause(CLOSING)]);
    }
  }
}
printTable(results);
for (const line of missing) console.log(line);
if (broke > 0) console.error(`${broke} of ${plan.length} runs broke off.`);
// A machine without one of the browsers has not failed; a machine without any has tried nothing.
process.exit(broke === 0 && results.length > 0 && results.every(({good}) => good) ? 0 : 1);

async function hanging(after: number): Promise<never> {
  await pause(after, undefined, {ref: false});
  throw new Error(`It did not end within ${after / 1000} s.`);
}
