// Runs programs one after the other and says how each went, for the scripts that consist of several.
import {spawn} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the project. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The file behind a name in node_modules/.bin, so that no shell is needed to run it, on Windows either. */
export const tool = (file) => path.join(ROOT, 'node_modules', file);

/**
 * Runs Node with these arguments.
 * @param {readonly string[]} args
 * @param {{show?: boolean, env?: Record<string, string>}} [options] `show`: print what it says while it says it
 * @returns {Promise<{code: number, output: string}>}
 */
export function node(args, {show = false, env = {}} = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (show) out.write(text);
      });
    child.once('error', (error) => resolve({code: 1, output: `${output}${error.message}\n`}));
    child.once('close', (code) => resolve({code: code ?? 1, output}));
  });
}

/** Seconds since `started`, as people read them. */
export const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;
