// The page for developers: what it shows is what runs.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {fillSource, partsOf} from '../../demo/extend/source.js';

const read = (path: string) => readFileSync(new URL(`../../demo/${path}`, import.meta.url), 'utf8');

describe('the code on the page for developers', () => {
  const source = read('extend/sunflower-pledge.ts');

  it('is every line of the file that runs, in its order', () => {
    const names = Array.from(read('pages/extend.html').matchAll(/%CODE:(\w+)%/g), ([, name]) => name!);
    const parts = partsOf(source);

    assert.deepEqual(names, [...parts.keys()]);
    const bare = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line && !line.startsWith('//'));
    assert.deepEqual(
      names.flatMap((name) => bare(parts.get(name) ?? '')),
      bare(source),
    );
  });

  it('is text in the page, whatever stands in it', () => {
    const page = fillSource('<code>%CODE:petal%</code>');

    assert.ok(page.includes('html`&lt;svg'));
    assert.equal(page.match(/</g)?.length, 2);
  });

  it('begins at the left, however deep it stood', () => {
    const parts = partsOf('class A {\n  // #region one\n  a() {\n    b();\n  }\n  // #endregion\n}\n');

    assert.equal(parts.get('one'), 'a() {\n  b();\n}');
  });
});
