/** Shows in a page the very lines that run in it. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../endpoint/settings.js';

const FILE = join(ROOT, 'demo/extend/sunflower-pledge.ts');
/** A part of a file, from `// #region name` to `// #endregion`. */
const REGION = /^ *\/\/ #region (\w+)\n([\s\S]*?)^ *\/\/ #endregion\n/gm;
const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/** `html` with each `%CODE:name%` replaced by the part of that name, as text. */
export function fillSource(html: string): string {
  if (!html.includes('%CODE:')) return html;
  const parts = partsOf(readFileSync(FILE, 'utf8'));
  return html.replace(/%CODE:(\w+)%/g, (_, name: string) =>
    (parts.get(name) ?? '').replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter),
  );
}

/** The parts of a source by their names, with as little space before their lines as may be. */
export function partsOf(source: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(source.matchAll(REGION), ([, name = '', text = '']) => {
      const lines = text.trimEnd().split('\n');
      const filled = lines.filter((line) => line.trim() !== '');
      const margin = Math.min(...filled.map((line) => line.length - line.trimStart().length));
      return [name, lines.map((line) => line.slice(margin)).join('\n')] as const;
    }),
  );
}
