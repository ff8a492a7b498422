// lit-analyzer on all templates: types of bindings, unknown elements and attributes. It does not know Lit's
// `nothing`, which removes an attribute, so findings that are only about it are taken out.
import {node, tool} from './run-steps.mjs';

const FINDING = /^\s+\d+:\d+\s+(?:error|warning)\s/;

/** Whether a type would fit if it were not for `nothing`. */
function isOnlyNothing(line) {
  const match = /Type '(.+)' is not assignable to '(.+)'\s*$/.exec(line);
  if (!match) return false;
  const [given, wanted] = [match[1].split(' | '), match[2].split(' | ')];
  return (
    given.includes('Symbol(undefined)') &&
    given.every((type) => type === 'Symbol(undefined)' || wanted.includes(type))
  );
}

const {code, output} = await node([
  tool('lit-analyzer/cli.js'),
  '--strict',
  // Its list of CSS is older than container queries and forced-color-adjust.
  '--rules.no-invalid-css',
  'off',
  '--format',
  'list',
  'src/widgets/**/*.ts',
  'src/ui/**/*.ts',
]);
const lines = output.split('\n');
const findings = lines.filter((line) => FINDING.test(line));
const real = findings.filter((line) => !isOnlyNothing(line));
if (real.length > 0 || (code !== 0 && findings.length === 0)) {
  console.error(lines.filter((line) => !isOnlyNothing(line)).join('\n'));
  process.exitCode = 1;
}
