// Everything that can be judged without a browser: `npm run check`. All steps run, so that one failure does not
// hide the next; what a step says is shown only when it fails.
import {existsSync} from 'node:fs';
import path from 'node:path';

import {node, ROOT, seconds, tool} from './run-steps.mjs';

const TABLES = path.join(ROOT, 'scripts/tables.ts');

const STEPS = [
  {name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.']},
  {
    name: 'lint',
    args: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--disable-nested-config', '.'],
  },
  {
    name: 'templates',
    args: [
      tool('lit-analyzer/cli.js'),
      '--strict',
      // Its list of CSS is older than container queries and forced-color-adjust.
      '--rules.no-invalid-css',
      'off',
      'src/widgets/**/*.ts',
      'src/ui/**/*.ts',
    ],
  },
  {name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']},
  {name: 'floor plan', args: ['--test', '--test-reporter=spec', 'tests/architecture.test.mjs']},
  ...(existsSync(TABLES) ? [{name: 'reader tables', args: ['--import', 'tsx', TABLES, '--check']}] : []),
];

let failed = 0;
for (const {name, args} of STEPS) {
  const started = Date.now();
  const {code, output} = await node(args);
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
