import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {buildNetwork} from '../../src/network/build.js';
import {folded, matching} from '../../src/network/search.js';
import {documentOf, NOW} from './arbitraries.js';

const found = (name: string, words: string): boolean => {
  const network = buildNetwork([documentOf('https://a.example/ctg.json', [{id: '1', name}])], NOW);
  return matching(network, words)[0] === 1;
};

for (const [name, ...typed] of [
  ['Großstraße', 'grossstrasse', 'GROSSSTRASSE', 'Großstraße', 'großstraẞe'],
  ['Jardín del Río', 'jardin rio', 'RÍO', 'Jardi\u0301n'],
  ['St Paul’s', "st paul's", 'st pauls', 'St Paul’s'],
  ['Saint-Denis', 'saint denis', 'saint-denis', 'Saint–Denis'],
  ['Łódź Smørrebrød', 'lodz', 'smorrebrod'],
  ['İstanbul Kırtasiye', 'istanbul', 'kirtasiye'],
  ['مُؤَسَّسَةُ الأمل', 'مؤسسة', 'مؤسسه', 'الامل', 'الأمـــل'],
  ['مدرسة مصطفى', 'مصطفي', 'مدرسه'],
  ['Œuvre du cœur', 'oeuvre coeur'],
  ['Ｔｏｋｙｏ ﬁsh', 'tokyo', 'fish'],
  ['Vor\u00ADarl\u200Bberg', 'vorarlberg'],
  ['東京の庭', '東京'],
  ['한국 정원', '정원'],
] as const)
  test(`"${name}" is found by ${typed.join(', ')}`, () => {
    for (const words of typed) assert.ok(found(name, words), words);
    assert.ok(!found(name, 'zzz'));
  });

test('what is folded stays as it is, and finds what it came from', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', minLength: 1}), (text) => {
      assert.equal(folded(folded(text)), folded(text));
    }),
  );
});

test('plain text is folded as it is among letters that are not', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(folded(`é${text}é`), `e${folded(`.${text}.`).slice(1, -1)}e`);
    }),
  );
});

test('five thousand characters are looked for as a few are', () => {
  assert.ok(!found('Mill', 'mill '.repeat(1_000) + 'x'));
  assert.ok(found('Mill', 'mill '.repeat(1_000)));
  assert.ok(!found('Mill', 'm'.repeat(5_000)));
});
