// Is dist/ what the sources say? Tests and weights of an old build are worse than none.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {buildAll, PARTS_FILE} from './build.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What the build reads; a change in any of it makes dist/ old. */
const INPUTS = [
  'src',
  'demo/endpoint/openapi.ts',
  'demo/endpoint/openapi-host.ts',
  'package.json',
  'tsconfig.json',
  'custom-elements-manifest.config.mjs',
];

function newest(file) {
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were deleted or renamed.
  return Math.max(stat.mtimeMs, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))));
}

function isFresh() {
  const made = path.join(ROOT, 'dist/integrity.json');
  if (!fs.existsSync(made) || !fs.existsSync(PARTS_FILE)) return false;
  const scripts = fs.readdirSync(path.join(ROOT, 'scripts')).filter((name) => /^(?:build|rollup)/.test(name));
  const inputs = [...INPUTS, ...scripts.map((name) => `scripts/${name}`)];
  return inputs.every((name) => newest(path.join(ROOT, name)) <= fs.statSync(made).mtimeMs);
}

/**
 * Builds when dist/ is missing or older than what it is made from.
 * @returns {Promise<Record<string, {entry: boolean, from: string | null, imports: string[], dynamicImports: string[], modules: Record<string, number>}>>} what each file consists of
 */
export async function ensureBuilt() {
  if (!isFresh()) await buildAll();
  return JSON.parse(fs.readFileSync(PARTS_FILE, 'utf8'));
}
