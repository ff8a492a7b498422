// Writes the type declarations of dist/esm: `build-types.mjs FOLDER ENTRY…`. Types are not judged here, `npm run
// check` does that: an install must not fail over a newer compiler's opinion.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import ts from 'typescript';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SRC = path.join(ROOT, 'src');
const [folder, ...entries] = process.argv.slice(2);

/** The type of a JSON value, written out: texts are any text, since a later version may say it better. */
function typeOf(value) {
  if (Array.isArray(value)) return 'readonly unknown[]';
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${typeOf(inner)}`);
  return `{${members.join('; ')}}`;
}

const {options} = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  ROOT,
);
const program = ts.createProgram(
  entries.map((name) => path.join(SRC, `${name}.ts`)),
  {
    ...options,
    noEmit: false,
    noCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: SRC,
    outDir: folder,
  },
);

const json = new Set();
const {diagnostics} = program.emit(undefined, (file, text) => {
  // The modules beside these declarations import JSON as `x.json.js`; so do the declarations.
  const adjusted = text.replace(/(['"])(\.[^'"]+\.json)\1/g, (whole, quote, name) => {
    json.add(path.resolve(path.dirname(file), name));
    return `${quote}${name}.js${quote}`;
  });
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, adjusted);
});
for (const file of json) {
  const source = path.join(SRC, path.relative(folder, file));
  fs.mkdirSync(path.dirname(file), {recursive: true});
  const type = typeOf(JSON.parse(fs.readFileSync(source, 'utf8')));
  fs.writeFileSync(`${file}.d.ts`, `declare const value: ${type};\nexport default value;\n`);
}
// The compiler calls its work skipped as soon as one file, such as JSON, needs no declaration: look for the files.
const missing = entries.filter((name) => !fs.existsSync(path.join(folder, `${name}.d.ts`)));
if (missing.length > 0 || diagnostics.length > 0) {
  const host = {...ts.sys, getNewLine: () => '\n', getCanonicalFileName: (file) => file};
  console.error(missing.map((name) => `No types were made for ${name}.ts.`).join('\n'));
  console.error(ts.formatDiagnostics(diagnostics, host));
  process.exitCode = 1;
}
