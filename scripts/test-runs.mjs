// The two kinds of test runs, and their counts: node:test for what needs no page, the web test runner for the rest.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {databaseTemplate} from './database-template.mjs';
import {SEED} from './property-seed.mjs';
import {node, ROOT, tool} from './run-steps.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/** Files under tests/ whose names end so, as paths from the root. */
export function testFiles(ending) {
  return fs
    .readdirSync(path.join(ROOT, 'tests'), {recursive: true})
    .map((file) => `tests/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

/** A run that ended badly without a failed test, such as one that crashed, still has to show in the sum. */
function honest(counts, code) {
  return code !== 0 && counts.failed === 0 ? {...counts, failed: 1} : counts;
}

/** How many files run side by side: each has processes of its own that wait for each other much of the time. */
const SIDE_BY_SIDE = Math.max(2, os.availableParallelism() - 1);

const PRELOADED = ['tsx', './scripts/seed-properties.mjs'].flatMap((file) => ['--import', file]);

/**
 * Runs files with node:test.
 * @param {readonly string[]} files
 * @returns {Promise<Counts>}
 */
export async function nodeTests(files) {
  if (files.length === 0) return {passed: 0, failed: 0, skipped: 0};
  const flags = ['--test', '--test-reporter=spec', `--test-concurrency=${SIDE_BY_SIDE}`];
  const env = {CTG_TEMPLATE: await databaseTemplate(), CTG_SEED: String(SEED)};
  const {code, output} = await node([...PRELOADED, ...flags, ...files], {show: true, env});
  const found = {};
  for (const [, name, count] of output.matchAll(/^(?:ℹ|#) (pass|fail|cancelled|skipped|todo) (\d+)$/gm))
    found[name] = Number(count);
  const {pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0} = found;
  return honest({passed: pass, failed: fail + cancelled, skipped: skipped + todo}, code);
}

/**
 * Runs the browser tests in these engines.
 * @param {string} engines as BROWSERS takes them
 * @param {{env?: Record<string, string>, files?: readonly string[]}} [options] `files`: only these, else all
 * @returns {Promise<Counts>}
 */
export async function browserTests(engines, {env = {}, files = []} = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ctg-counts-'));
  const file = path.join(folder, 'counts.json');
  try {
    const {code} = await node(
      [
        tool('@web/test-runner/dist/bin.js'),
        '--config',
        'web-test-runner.config.mjs',
        ...files.flatMap((name) => ['--files', name]),
      ],
      {
        show: true,
        env: {
          ...env,
          BROWSERS: engines,
          CTG_COUNTS: file,
          CTG_SEED: String(SEED),
          CTG_TEMPLATE: await databaseTemplate(),
        },
      },
    );
    const counts = fs.existsSync(file)
      ? JSON.parse(fs.readFileSync(file, 'utf8'))
      : {passed: 0, failed: 0, skipped: 0};
    return honest(counts, code);
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * The closing line, and the exit code that goes with it. A run of nothing is a failure.
 * @param {readonly Counts[]} runs
 */
export function closeWith(runs) {
  const sum = (name) => runs.reduce((total, counts) => total + counts[name], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  console.log(
    `\nProperty tests drew from seed ${SEED}.\nTotal: ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
