// Gives the private custom properties of our style sheets, `--_surface`, names of one letter: they are written a
// hundred times, and nobody outside can set them. Public tokens, `--ctg-…`, stay as they are.
import fs from 'node:fs';
import path from 'node:path';

const NAME = /--_[a-z][\w-]*/g;

/**
 * @param {string} folder where the style sheets are
 * @returns {import('rollup').Plugin}
 */
export function privateNames(folder) {
  const uses = new Map();
  for (const file of fs.readdirSync(folder, {recursive: true}).map(String).sort()) {
    if (!file.endsWith('.styles.ts')) continue;
    for (const [name] of fs.readFileSync(path.join(folder, file), 'utf8').matchAll(NAME))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  // The commonest first, so that a name which one part adds seldom changes those of the others, and their weight.
  const common = [...uses].sort(([, a], [, b]) => b - a);
  const names = new Map(common.map(([name], index) => [name, `--_${index.toString(36)}`]));
  return {
    name: 'ctg-private-names',
    transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      return {code: code.replace(NAME, (name) => names.get(name)), map: null};
    },
  };
}
