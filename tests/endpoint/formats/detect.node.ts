import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {detect, formatNamed, FORMAT_NAMES} from '../../../src/endpoint/formats/index.js';
import {FIXTURES, OTHERS} from './fixtures.js';
import {arrive, NOW} from './source.js';

const nameOf = (what: string) => what.split(' ', 1)[0]!;

describe('finding the format by its shape', () => {
  for (const [what, source] of Object.entries(FIXTURES))
    test(`${what}: this one and no other`, async () => {
      assert.deepEqual(await detect(source), [nameOf(what)]);
    });

  for (const [what, source] of Object.entries(OTHERS))
    test(`${what}: none`, async () => {
      assert.deepEqual(await detect(source), []);
    });

  test('every format has a source here, and says the name it is fetched by', async () => {
    assert.deepEqual([...new Set(Object.keys(FIXTURES).map(nameOf))].sort(), [...FORMAT_NAMES].sort());
    for (const name of FORMAT_NAMES) assert.equal((await formatNamed(name))?.name, name);
  });

  test('a name that nobody knows is no format, whatever objects have by nature', async () => {
    for (const name of ['', 'ctg', 'auto', 'toString', 'constructor', '__proto__', 'GeoJSON'])
      assert.equal(await formatNamed(name), undefined);
  });

  test('each source gives one entry', async () => {
    for (const [what, source] of Object.entries(FIXTURES)) {
      const format = (await formatNamed(nameOf(what)))!;

      const {gatherings, groups, dropped} = arrive(await format.translate(source, NOW));

      assert.equal(gatherings.length + groups.length, 1, what);
      assert.deepEqual(dropped, [], what);
    }
  });
});

describe('a format on data of another kind', () => {
  for (const name of FORMAT_NAMES)
    test(`${name} gives nothing, and says why`, async () => {
      const format = (await formatNamed(name))!;
      // GeoJSON is what OGC API Features sends, and each reads the other.
      const kin = name === 'ogc-features' || name === 'geojson' ? ['geojson', 'ogc-features'] : [name];
      const strangers = [...Object.entries(FIXTURES), ...Object.entries(OTHERS)].filter(
        ([what]) => !kin.includes(nameOf(what)) && what !== 'a native document with features',
      );

      for (const [what, source] of strangers) {
        const {gatherings, groups, left} = arrive(await format.translate(source, NOW));

        // JSON-LD is JSON-LD: a native document that says it is an event as well may be read as one, if asked to.
        if (name === 'schema-org' && what === 'a native document with a context') continue;
        assert.deepEqual([gatherings, groups], [[], []], what);
        assert.equal(left.length, 1, what);
        assert.match(left[0]!.code, /^[a-z-]+$/);
      }
    });
});
