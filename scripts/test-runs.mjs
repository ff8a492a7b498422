// The two kinds of test runs, and their counts: node:test for what needs no page, the web test runner for the rest.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {databaseTemplate} from './database-template.mjs';
import {SEED} from './property-seed.mjs';
import {node, ROOT, tool} from './run-steps.mjs';

/**
 * What a run came to. `failedIn`: the files with a failed test. `unsteady`: those of them in which none failed when
 * they were run again.
 * @typedef {{passed: number, failed: number, skipped: number, failedIn?: readonly string[], unsteady?: readonly string[]}} Counts
 */

/** Files under tests/ whose names end so, as paths from the root. */
export function testFiles(ending) {
  return fs
    .readdirSync(path.join(ROOT, 'tests'), {recursive: true})
    .map((file) => `tests/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

/**
 * A run that ended badly without a failed test, such as one that crashed, still has to show in the sum. It names no file,
 * because it is not known which were run: no second run of a few may stand for it.
 */
function honest(counts, code) {
  return code !== 0 && counts.failed === 0 ? {...counts, failed: 1, failedIn: []} : counts;
}

/** How many files run side by side: each has processes of its own that wait for each other much of the time. */
const SIDE_BY_SIDE = Math.max(2, os.availableParallelism() - 1);

/** More files than this do not fail because the machine was busy. */
const FEW = 3;

/**
 * Runs, and where a test failed in a few files, runs those again when the rest of the run no longer keeps the machine
 * busy. Who judges a change on a shared machine wants to know whether it is the change; the closing lines name what
 * passed only then, because it is a race in a test or in what it tests. `CTG_AGAIN=never` leaves it out.
 * @param {(files: readonly string[]) => Promise<Counts>} run
 * @param {readonly string[]} files
 * @returns {Promise<Counts>}
 */
async function withSecondRun(run, files) {
  const first = await run(files);
  const {passed, failed, skipped, failedIn = []} = first;
  if (failedIn.length === 0 || failedIn.length > FEW || process.env.CTG_AGAIN === 'never') return first;
  console.log(`\nFailed, run again: ${failedIn.join(', ')}`);
  const second = await run(failedIn);
  if (second.failed > 0 || second.passed === 0) return first;
  return {passed: passed + failed, failed: 0, skipped, unsteady: failedIn};
}

const PRELOADED = ['tsx', './scripts/seed-properties.mjs'].flatMap((file) => ['--import', file]);

/**
 * Runs files with node:test.
 * @param {readonly string[]} files
 * @returns {Promise<Counts>}
 */
export async function nodeTests(files) {
  // Without a file it would look for tests by itself.
  return files.length === 0 ? {passed: 0, failed: 0, skipped: 0} : withSecondRun(nodeRun, files);
}

/** A folder for what a run writes beside what it prints, gone after it. */
async function withFolder(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ctg-counts-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

function nodeRun(files) {
  return withFolder(async (folder) => {
    const failedFiles = path.join(folder, 'failed.txt');
    const flags = [
      '--test',
      `--test-concurrency=${SIDE_BY_SIDE}`,
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./scripts/failed-files.mjs', `--test-reporter-destination=${failedFiles}`],
    ];
    const env = {CTG_TEMPLATE: await databaseTemplate(), CTG_SEED: String(SEED)};
    const {code, output} = await node([...PRELOADED, ...flags, ...files], {show: true, env});
    const found = {};
    for (const [, name, count] of output.matchAll(/^(?:ℹ|#) (pass|fail|cancelled|skipped|todo) (\d+)$/gm))
      found[name] = Number(count);
    const {pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0} = found;
    const failedIn = fs.existsSync(failedFiles)
      ? fs.readFileSync(failedFiles, 'utf8').split('\n').filter(Boolean)
      : [];
    return honest({passed: pass, failed: fail + cancelled, skipped: skipped + todo, failedIn}, code);
  });
}

/**
 * Runs the browser tests in these engines.
 * @param {string} engines as BROWSERS takes them
 * @param {{env?: Record<string, string>, files?: readonly string[]}} [options] `files`: only these, else all
 * @returns {Promise<Counts>}
 */
export function browserTests(engines, {env = {}, files = []} = {}) {
  return withSecondRun((these) => browserRun(engines, env, these), files);
}

function browserRun(engines, env, files) {
  return withFolder(async (folder) => {
    const counts = path.join(folder, 'counts.json');
    const args = ['--config', 'web-test-runner.config.mjs', ...files.flatMap((name) => ['--files', name])];
    const {code} = await node([tool('@web/test-runner/dist/bin.js'), ...args], {
      show: true,
      env: {
        ...env,
        BROWSERS: engines,
        CTG_COUNTS: counts,
        CTG_SEED: String(SEED),
        CTG_TEMPLATE: await databaseTemplate(),
      },
    });
    const found = fs.existsSync(counts) ? JSON.parse(fs.readFileSync(counts, 'utf8')) : {};
    return honest({passed: 0, failed: 0, skipped: 0, ...found}, code);
  });
}

/**
 * The closing line, and the exit code that goes with it. A run of nothing is a failure.
 * @param {readonly Counts[]} runs
 */
export function closeWith(runs) {
  const sum = (name) => runs.reduce((total, counts) => total + counts[name], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  const unsteady = runs.flatMap((counts) => counts.unsteady ?? []).map((file) => path.relative(ROOT, file));
  if (unsteady.length > 0)
    console.log(`\nPassed only when run again, look for a race: ${unsteady.join(', ')}`);
  console.log(
    `\nProperty tests drew from seed ${SEED}.\nTotal: ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
