import {assert} from 'chai';

import {define} from '../../src/ui/define.js';

describe('define', () => {
  const {info} = console;
  let said: string[];

  beforeEach(() => {
    said = [];
    console.info = (...words: unknown[]) => void said.push(words.join(' '));
  });

  afterEach(() => {
    console.info = info;
  });

  it('gives a tag its element', () => {
    const First = class extends HTMLElement {};

    define('ctg-test-first', First);

    assert.instanceOf(document.createElement('ctg-test-first'), First);
    assert.isEmpty(said);
  });

  it('leaves a tag that is taken to its first owner, says so, and breaks nothing', () => {
    const First = class extends HTMLElement {};
    define('ctg-test-taken', First);

    define('ctg-test-taken', class extends HTMLElement {});

    assert.equal(customElements.get('ctg-test-taken'), First);
    assert.lengthOf(said, 1);
    assert.match(said[0]!, /^<ctg-test-taken>: /);
  });

  it('says nothing when the same element comes twice', () => {
    const First = class extends HTMLElement {};
    define('ctg-test-twice', First);

    define('ctg-test-twice', First);

    assert.isEmpty(said);
  });

  it('leaves what is inside a tag to browsers older than those we serve', () => {
    const {supports} = CSS;
    CSS.supports = () => false;

    define('ctg-test-old', class extends HTMLElement {});
    CSS.supports = supports;

    assert.isUndefined(customElements.get('ctg-test-old'));
    assert.isEmpty(said);
  });
});
