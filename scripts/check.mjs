// Everything that can be judged without a browser: `npm run check`. All steps run, so that one failure does not
// hide the next; what a step says is shown only when it fails.
import {ensureBuilt} from './freshness.mjs';
import {node, seconds, tool} from './run-steps.mjs';

const STEPS = [
  {name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.']},
  {
    name: 'lint',
    args: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--disable-nested-config', '.'],
  },
  {name: 'templates', args: ['scripts/check-templates.mjs']},
  {
    name: 'format',
    args: [tool('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
  },
  {name: 'floor plan', args: ['--test', '--test-reporter=spec', 'tests/architecture.test.mjs']},
  {name: 'package', args: [tool('publint/src/cli.js'), '--strict'], built: true},
  {name: 'readme', args: ['scripts/readme.mjs', '--check'], built: true},
  {name: 'reader tables', args: ['--import', 'tsx', 'scripts/tables.ts', '--check']},
  {name: 'outlines', args: ['scripts/outlines.mjs', '--check']},
];

let failed = 0;
for (const {name, args, built} of STEPS) {
  const started = Date.now();
  const run = async () => {
    // What is published can only be judged when it is there.
    if (built) await ensureBuilt();
    return node(args);
  };
  const {code, output} = await run().catch((error) => ({code: 1, output: error.message}));
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds(started)}`);
  if (code !== 0) {
    failed++;
    console.log(output.trimEnd().replaceAll(/^/gm, '       '));
  }
}
console.log(
  failed === 0 ? `All ${STEPS.length} checks hold.` : `${failed} of ${STEPS.length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
