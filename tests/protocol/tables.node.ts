import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const script = fileURLToPath(new URL('../../scripts/tables.ts', import.meta.url));

test('the tables of the reader are what the schemas say today', async () => {
  const {stderr} = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--check']);
  assert.doesNotMatch(stderr, /out of date/);
});
