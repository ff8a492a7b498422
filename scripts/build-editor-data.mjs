// What editors read to help with our tags: completion in VS Code and JetBrains, and types for JSX. All of it is made
// from the manifest, which is made from the docstrings.
import fs from 'node:fs';
import path from 'node:path';

import {generateJsxTypes} from '@wc-toolkit/jsx-types';
import {generateJetBrainsWebTypes} from 'custom-element-jet-brains-integration';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';

/** A comment and the token after it, `--_x: var(--ctg-color-x, light-dark(#fff, #162023));`, in a style sheet. */
const TOKEN = /\/\*\* ([^*]+?) \*\/\s*--_[\w-]+:\s*var\(\s*(--ctg-[\w-]+),\s*([\s\S]*?)\);/g;

/** Tokens that no style sheet declares as the others, because they fall back to the page. */
const INHERITED = [
  {name: '--ctg-font', description: 'The font.', default: "the page's"},
  {name: '--ctg-font-size', description: 'The size of text.', default: "the page's, 16 px at least"},
];

/**
 * The tokens that a site can set, documented where they are declared.
 * @param {string} src folder of the sources
 * @returns {{name: string, description: string, default: string}[]}
 */
export function tokens(src) {
  const sheets = fs
    .readdirSync(src, {recursive: true})
    .map(String)
    .filter((name) => name.endsWith('.styles.ts'))
    .sort((a, b) => Number(b.includes('token')) - Number(a.includes('token')) || (a < b ? -1 : 1));
  const declared = sheets.flatMap((sheet) =>
    Array.from(
      fs.readFileSync(path.join(src, sheet), 'utf8').matchAll(TOKEN),
      ([, description, name, initial]) => ({
        name,
        description,
        default: initial.replace(/light-dark\((.*)\)/, '$1'),
      }),
    ),
  );
  return [...INHERITED, ...declared];
}

/** The manifest with its elements alone, and of those what somebody can write into a page. */
function elementsOf(manifest) {
  const modules = structuredClone(manifest.modules).map((module) => ({
    ...module,
    declarations: (module.declarations ?? []).filter(({tagName}) => tagName),
  }));
  for (const {declarations} of modules)
    for (const each of declarations)
      each.attributes = each.attributes?.filter(({name, fieldName}) => name !== 'lang' && fieldName);
  return {...manifest, modules: modules.filter(({declarations}) => declarations.length > 0)};
}

/**
 * Writes the data for editors into `dir`, and the types for JSX into its `esm/`.
 * @param {object} manifest
 * @param {string} dir
 */
export function writeEditorData(manifest, dir) {
  const quiet = {hideLogs: true};
  const elements = () => elementsOf(manifest);
  const {log} = console;
  // Two of the three announce themselves in spite of `hideLogs`.
  console.log = () => undefined;
  try {
    generateVsCodeCustomElementData(elements(), {
      ...quiet,
      outdir: dir,
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
    });
    generateJetBrainsWebTypes(elements(), {
      ...quiet,
      outdir: dir,
      webTypesFileName: 'web-types.json',
      packageJson: false,
    });
    generateJsxTypes(elements(), {
      outdir: path.join(dir, 'esm'),
      fileName: 'jsx.d.ts',
      componentTypePath: (_name, _tag, module) => module.replace(/^src/, '.').replace(/\.ts$/, '.js'),
    });
  } finally {
    console.log = log;
  }
  const file = path.join(dir, 'esm/jsx.d.ts');
  const text = fs.readFileSync(file, 'utf8');
  const events = [...new Set(Array.from(text.matchAll(/\(e: (\w+)\)/g), ([, name]) => name))]
    .filter((name) => name !== 'T')
    .sort();
  fs.writeFileSync(
    file,
    `import type { ${events.join(', ')} } from "./index.js";\n` +
      // A module that extends one which is not installed does not compile; a project names its own, see the README.
      text.replace(/^declare module "[^"]+" \{\n[\s\S]*?\n\}\n/gm, '').replaceAll(/\n{3,}/g, '\n\n'),
  );
}
