import {assert} from 'chai';
import fc from 'fast-check';

import {isTooDeep} from '../../src/endpoint/body.js';

/** How many arrays and objects lie in each other. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** Brackets, quotes and backslashes more than anything else. */
const text = fc.string({unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', 'é')});

describe('How deep a text of JSON goes', () => {
  it('is as deep as what it says, whatever its texts are made of', () => {
    const {json} = fc.letrec((tie) => ({
      json: fc.oneof(
        {maxDepth: 5},
        text,
        fc.array(tie('json'), {maxLength: 3}),
        fc.dictionary(text, tie('json'), {maxKeys: 3}),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const depth = depthOf(value);
        assert.isFalse(isTooDeep(JSON.stringify(value), depth));
        if (depth > 0) assert.isTrue(isTooDeep(JSON.stringify(value), depth - 1));
      }),
    );
  });

  it('does not ask what follows a text that never ends', () => {
    assert.isFalse(isTooDeep('["[[[[', 1));
    assert.isFalse(isTooDeep('["\\"[[[[', 1));
  });
});
