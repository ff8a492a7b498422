// The browser tests in every engine that this machine has: `npm run test:browsers`. An engine that is missing
// is named, because a run that leaves one out in silence looks like a run that passed in it.
//
// `npm run test:browsers -- webkit tests/ui/theme.test.ts` runs one file in one engine.
import {spawn} from 'node:child_process';
import {createServer} from 'node:net';

import {findChromium, findFirefox, findWebKit} from './find-browser.mjs';
import {browserTests, closeWith} from './test-runs.mjs';

const wanted = process.argv
  .slice(2)
  .filter((name) => !name.includes('.'))
  .map((name) => name.toLowerCase());
const files = process.argv.slice(2).filter((name) => name.includes('.'));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

async function answers(port) {
  const {ok} = await fetch(`http://127.0.0.1:${port}/status`).catch(() => ({ok: false}));
  return ok;
}

/** Runs the tests in WebKitGTK: its driver on a virtual screen, for as long as the tests take. */
async function webkitTests({driver, screen}) {
  const port = await freePort();
  const child = spawn(screen, ['-a', driver, `--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    // A group of its own, because the screen, the driver and the browsers it starts all have to end.
    detached: true,
    // Without it the engine's sandbox refuses to start for root and in containers.
    env: {...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'},
  });
  try {
    const deadline = Date.now() + 20_000;
    while (!(await answers(port))) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error('WebKitWebDriver did not start.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return await browserTests('webkit', {env: {WEBKIT_DRIVER_PORT: String(port)}, files});
  } finally {
    try {
      process.kill(-Number(child.pid));
    } catch {
      // It has ended by itself, which is what was wanted.
    }
  }
}

const engines = [
  {name: 'Chromium', found: await findChromium(), run: () => browserTests('chromium', {files})},
  {name: 'Firefox', found: findFirefox(), run: () => browserTests('firefox', {files})},
  {name: 'WebKit', found: findWebKit(), run: webkitTests},
];
const runs = [];
for (const {name, found, run} of engines) {
  if (wanted.length > 0 && !wanted.includes(name.toLowerCase())) continue;
  if (!found) {
    console.log(`\n${name}: not on this machine, so nothing was run in it.`);
    continue;
  }
  console.log(`\n${name}:`);
  runs.push(
    await run(found).catch((error) => {
      console.error(error.message);
      return {passed: 0, failed: 1, skipped: 0};
    }),
  );
}
closeWith(runs);
