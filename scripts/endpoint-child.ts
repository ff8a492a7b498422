// Runs the reference endpoint for a test run, on a free port and with its data in a folder that is deleted
// afterwards. Prints one line of JSON, `{"origin": "http://localhost:PORT"}`, and ends when its standard input
// closes, so that it never outlives the run that started it, however that run ends.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {startEndpoint} from '../demo/endpoint/endpoint.js';

const data = mkdtempSync(join(tmpdir(), 'ctg-endpoint-'));
process.once('exit', () => {
  rmSync(data, {recursive: true, force: true});
});

// All tests of a run come from one address, so the limit for one address must not be met by their sum.
const {origin} = await startEndpoint({
  port: 0,
  data,
  databaseUrl: undefined,
  limit: 1_000_000,
  say: () => undefined,
});
process.stdout.write(`${JSON.stringify({origin})}\n`);

process.stdin.resume();
process.stdin.once('close', () => process.exit(0));
