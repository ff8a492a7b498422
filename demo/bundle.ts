/** Scripts of the demo's own pages, each with everything it imports in one file. */
import {join} from 'node:path';
import {build} from 'esbuild';
import {ROOT} from './endpoint/settings.js';

/**
 * The script that begins at `entry`, a file below `demo/`. Made anew whenever it is asked for, which takes a tenth of a
 * second: whoever changes it wants to see it.
 */
export async function scriptFrom(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [join(ROOT, 'demo', entry)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
