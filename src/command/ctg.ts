/** The program `ctg`. */
import {text} from 'node:stream/consumers';

import {run} from './run.js';

/** Put in by the build from package.json. */
declare const CTG_VERSION: string;

const {argv, env, stdin, stdout, stderr} = process;
process.exitCode = await run(argv.slice(2), CTG_VERSION, {
  out: (said) => stdout.write(said),
  error: (said) => stderr.write(said),
  isTerminal: stdout.isTTY === true,
  environment: env,
  input: () => text(stdin),
});
