// Writes the numbers of `LIMITS` where they are used, so that no page carries the whole table for the few it needs:
// a quarter of a kilobyte of each first view. The table stays the one place where they are decided.
import {readFileSync} from 'node:fs';

const ENTRY = /^ {2}(\w+): ([\d_]+),$/gm;
const USE = /\bLIMITS\.(\w+)/g;

/**
 * @param {string} file the path of `protocol/limits.ts`
 * @returns {import('rollup').Plugin}
 */
export function limits(file) {
  const numbers = new Map(
    [...readFileSync(file, 'utf8').matchAll(ENTRY)].map(([, name, value]) => [
      name,
      value.replaceAll('_', ''),
    ]),
  );
  return {
    name: 'ctg-limits',
    transform(code) {
      if (!USE.test(code)) return null;
      const plain = code.replace(USE, (_, name) => {
        if (!numbers.has(name)) this.error(`${file} has no ${name} that this build understands.`);
        return numbers.get(name);
      });
      return {code: plain, map: null};
    },
  };
}
