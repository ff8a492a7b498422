import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';

import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOCALES = path.join(ROOT, 'src/i18n/locales.ts');
const GERMAN = path.join(ROOT, 'src/i18n/locales/de.json');

/** What the compiler has to say about our languages, when `de.json` were what `change` makes of it. */
function complaints(change: (text: string) => string): string[] {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)).config,
    ts.sys,
    ROOT,
  );
  // Types of packages take seconds to read, and none of them is met here.
  const options = {...config.options, noEmit: true, types: [], skipLibCheck: true};
  const host = ts.createCompilerHost(options);
  const read = (file: string): string | undefined => ts.sys.readFile(file);
  host.readFile = (file) => (path.resolve(file) === GERMAN ? change(read(file) ?? '') : read(file));
  const program = ts.createProgram([LOCALES], options, host);
  const file = program.getSourceFile(LOCALES);
  return program
    .getSemanticDiagnostics(file)
    .map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('languages that are complete compile', () => {
  assert.deepEqual(
    complaints((text) => text),
    [],
  );
});

test('a language that lacks one sentence does not compile, and the compiler names it', () => {
  const said = complaints((text) => text.replace(/^\s*"error\.kept":.*\n/m, ''));

  assert.equal(said.length, 1);
  assert.match(said[0] ?? '', /error\.kept/);
});

test('a language with a sentence that is none does not compile', () => {
  const said = complaints((text) => text.replace(/("error\.kept": ).*,/, '$1 17,'));

  assert.match(said.join('\n'), /error\.kept/);
});
