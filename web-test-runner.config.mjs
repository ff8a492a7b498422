import {fileURLToPath} from 'node:url';

import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';

import {launchers} from './scripts/browsers.mjs';
import {countReporter} from './scripts/count-reporter.mjs';
import {SEED} from './scripts/property-seed.mjs';
import {startTestEndpoint} from './scripts/test-endpoint.mjs';

/**
 * Serves JSON as a module where a module imports it, as the bundler does. A test that fetches a JSON file still
 * gets the file.
 */
function jsonModules() {
  const isModule = (context) =>
    context.path.endsWith('.json') &&
    (context.path.startsWith('/src/') || context.headers['sec-fetch-dest'] === 'script');
  return {
    name: 'json-modules',
    resolveMimeType: (context) => (isModule(context) ? 'js' : undefined),
    transform: (context) => (isModule(context) ? {body: `export default ${context.body};`} : undefined),
  };
}

/**
 * A real endpoint on an origin of its own, for tests that import `tests/testing/endpoint.ts`. It starts with
 * the first question, so a run without such a test does not wait for a database.
 */
function referenceEndpoint() {
  let running;
  return {
    name: 'reference-endpoint',
    async serve(context) {
      if (context.path !== '/__ctg/endpoint.js') return undefined;
      running ??= startTestEndpoint();
      const {origin} = await running;
      return {body: `export const endpoint = ${JSON.stringify(origin)};`, type: 'js'};
    },
    async serverStop() {
      // An endpoint that never started has already been reported to the test that asked for it.
      await running?.then(
        ({stop}) => stop(),
        () => undefined,
      );
    },
  };
}

/**
 * Lets a test have the visitor's own colours forced on its page, where the engine can be told to: Chromium, over its
 * protocol. Firefox takes it as a setting at its start, and WebKit has none.
 */
function forcedColors() {
  const protocols = new Map();
  return {
    name: 'forced-colors',
    async executeCommand({command, payload, session}) {
      if (command !== 'force-colors') return undefined;
      if (session.browser.name !== 'Chromium' && session.browser.name !== 'Chrome') return false;
      // One for each page, kept open: a setting ends with the session that made it.
      const {id} = session;
      if (!protocols.has(id)) protocols.set(id, session.browser.getPage(id).createCDPSession());
      const features = [{name: 'forced-colors', value: payload ? 'active' : 'none'}];
      await (await protocols.get(id)).send('Emulation.setEmulatedMedia', {features});
      return true;
    },
  };
}

/**
 * Each file starts on a device that keeps nothing: the engine is one visitor's for the whole run, and what one file
 * leaves behind would be news to the next. A database that will not go must not hold the tests up.
 */
const CLEAN_DEVICE = `
  localStorage.clear();
  for (const {name} of (await indexedDB.databases?.()) ?? [])
    await new Promise((done) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = done;
    });
`;

export default {
  files: 'tests/**/*.test.ts',
  nodeResolve: {exportConditions: ['development', 'browser']},
  // Tests of one engine share its storage and its locks, as two tabs of one visitor do: one file at a time.
  concurrency: 1,
  plugins: [
    jsonModules(),
    referenceEndpoint(),
    forcedColors(),
    a11ySnapshotPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: process.stdout.isTTY}),
    ...(process.env.CTG_COUNTS ? [countReporter(process.env.CTG_COUNTS)] : []),
  ],
  browsers: await launchers(process.env.BROWSERS ?? 'chromium'),
  testFramework: {config: {ui: 'bdd', timeout: 20_000}},
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tests</title></head><body><script type="module">${CLEAN_DEVICE} await import('/tests/testing/seed-properties.ts?seed=${SEED}'); await import('${framework}');</script></body></html>`,
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: {include: ['src/**/*.ts'], report: true, reporters: ['text-summary', 'lcovonly']},
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
};
