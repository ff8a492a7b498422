// What editors and compilers are told about our tags, made from the manifest.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import ts from 'typescript';

import tags from '../../src/tags.json' with {type: 'json'};

const DIST = new URL('../../dist/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, DIST), 'utf8'));

/** What the compiler says of a component that has `element` in it. */
function compile(element: string): string[] {
  const name = fileURLToPath(new URL('component.tsx', import.meta.url));
  const source = `import type {} from '../../dist/esm/jsx.js';\nexport const component = () => ${element};\n`;
  const options: ts.CompilerOptions = {
    jsx: ts.JsxEmit.Preserve,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.getSourceFile = (file, ...more) =>
    file === name
      ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, file, ...more);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({file}) => file?.fileName === name || file?.fileName.endsWith('/jsx.d.ts'))
    .map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the types for JSX', () => {
  test('accept a widget with its attributes, and refuse what it does not have', () => {
    const good = compile(
      '<ctg-site endpoint="/ctg.json"><ctg-gathering-signup limit={3} show-past heading-level={2} onctg-signup={(event) => event.detail} /><ctg-values-pledge view="wall" minimum={25} onctg-pledge={(event) => event.detail} /></ctg-site>',
    );
    const [misspelt, mistyped] = ['endpont="/ctg.json"', 'limit="three"'].map((wrong) =>
      compile(`<ctg-gathering-signup ${wrong} />`),
    );

    assert.deepEqual(good, []);
    assert.match(misspelt!.join(), /'endpont' does not exist/);
    assert.match(mistyped!.join(), /'string' is not assignable to type 'number/);
  });
});

describe('the data for editors', () => {
  const html = read('vscode.html-custom-data.json') as {
    tags: {name: string; attributes: {name: string; description?: string}[]}[];
  };

  test('has every tag and every attribute, each with a sentence', () => {
    const manifest = read('custom-elements.json') as {
      modules: {declarations?: {tagName?: string; attributes?: {name: string; fieldName?: string}[]}[]}[];
    };
    const elements = manifest.modules.flatMap(({declarations = []}) =>
      declarations.filter((each) => each.tagName),
    );

    assert.deepEqual(
      html.tags.map(({name}) => name).sort(),
      [...tags, 'site'].map((tag) => `ctg-${tag}`).sort(),
    );
    for (const {tagName, attributes = []} of elements) {
      const known = html.tags.find(({name}) => name === tagName)!.attributes;
      const expected = attributes.filter(({fieldName}) => fieldName).map(({name}) => name);
      assert.deepEqual(known.map(({name}) => name).sort(), expected.sort());
      assert.deepEqual(
        known.filter(({description}) => !description).map(({name}) => name),
        [],
      );
    }
  });

  test('has the tokens and parts for style sheets', () => {
    const css = read('vscode.css-custom-data.json') as {
      properties: {name: string}[];
      pseudoElements: {name: string}[];
    };

    assert.ok(css.properties.some(({name}) => name === '--ctg-color-accent'));
    assert.ok(css.pseudoElements.some(({name}) => name === '::part(button)'));
  });

  test('is what package.json points at', () => {
    const {contributes, ...known} = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as Record<string, string> & {contributes: Record<string, {customData: string[]}>};
    const files = [
      known['customElements']!,
      known['web-types']!,
      ...Object.values(contributes).flatMap(({customData}) => customData),
    ];

    for (const file of files)
      assert.ok(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file);
    assert.equal((read('web-types.json') as {name: string}).name, 'ctg-widgets');
  });
});
