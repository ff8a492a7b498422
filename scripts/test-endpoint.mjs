// The reference endpoint as a test sees it: a process of its own, started when a test first asks for it.
import {spawn} from 'node:child_process';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** How long the first start may take, in milliseconds; an embedded database is made in it. */
const START = 60_000;

/**
 * Starts the reference endpoint and resolves with its origin.
 * @returns {Promise<{origin: string, stop: () => Promise<void>}>}
 */
export async function startTestEndpoint() {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts/endpoint-child.ts')], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.stdin.end();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(timer);
  };
  const origin = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready after ${START} ms\n${said}`)), START);
    createInterface({input: child.stdout}).on('line', (line) => {
      // The endpoint may greet the terminal too; only the line of JSON is meant for us.
      if (!line.startsWith('{"origin"')) return;
      clearTimeout(timer);
      resolve(JSON.parse(line).origin);
    });
    void gone.then((code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}\n${said}`));
    });
  }).catch(async (error) => {
    await stop();
    throw new Error(`The reference endpoint did not start: ${error.message}`);
  });
  return {origin, stop};
}
