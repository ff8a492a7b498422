// Where a text stops being JSON, in the same words in every engine.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {jsonFault} from '../../../src/endpoint/diagnosis/json-fault.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the fault in a text', () => {
  test('is found exactly where the parser finds one, in whatever is cut, added or changed', () => {
    const text = fc.json({maxDepth: 4});
    const change = fc.record({
      at: fc.nat(200),
      remove: fc.nat(3),
      add: fc.constantFrom('', ',', '"', '}', ']', '{', ':', '\\', '\n', '0', '-', '.', "'", '\ufeff', 'nul'),
    });
    fc.assert(
      fc.property(text, change, (json, {at, remove, add}) => {
        const start = Math.min(at, json.length);
        const broken = json.slice(0, start) + add + json.slice(start + remove);
        assert.equal(jsonFault(broken) === undefined, isJson(broken), broken);
      }),
      {numRuns: 5_000},
    );
  });

  const PLACES: ReadonlyArray<readonly [string, string, string]> = [
    ['{"a": 1,}', '1:9', 'take the comma before it away'],
    ['{"a": 1\n "b": 2}', '2:2', 'a comma is missing before it'],
    ["{'a': 1}", '1:2', 'quotes in JSON are straight and double: "'],
    ['{“a”: 1}', '1:2', 'quotes in JSON are straight and double: "'],
    ['{a: 1}', '1:2', 'names in JSON are in straight double quotes'],
    ['{"a": [1, 2', '1:12', 'it ends in the middle, as if cut off'],
    ['// hello\n{}', '1:1', 'JSON has no comments'],
    ['', '1:1', 'the answer is empty'],
    ['{} {}', '1:4', 'the JSON has ended before this'],
    ['{"a": "one\ntwo"}', '1:7', 'this text is never closed, or has a line break or a wrong \\ in it'],
  ];
  for (const [text, place, hint] of PLACES)
    test(`of ${JSON.stringify(text)} is at ${place}`, () => {
      const fault = jsonFault(text);

      assert.equal(`${fault?.line}:${fault?.column}`, place);
      assert.equal(fault?.hint, hint);
    });
});
