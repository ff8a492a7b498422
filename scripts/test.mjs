// All tests that a change has to pass: `npm test`. Builds first when dist/ is older than the sources, and uses
// the Chromium that this machine has. `npm run test:browsers` runs the browser tests in every engine.
import {findChromium, NO_CHROMIUM} from './find-browser.mjs';
import {ensureBuilt} from './freshness.mjs';
import {seconds} from './run-steps.mjs';
import {browserTests, closeWith, nodeTests, testFiles} from './test-runs.mjs';

const started = Date.now();
const chromium = await findChromium();
if (chromium) {
  console.log(`Chromium: ${chromium.version}`);
  await ensureBuilt();
  const runs = [
    await nodeTests(['tests/architecture.test.mjs', ...testFiles('.node.ts')]),
    await browserTests('chromium'),
  ];
  console.log(`\nTook ${seconds(started)}.`);
  closeWith(runs);
} else {
  console.error(NO_CHROMIUM);
  process.exitCode = 1;
}
