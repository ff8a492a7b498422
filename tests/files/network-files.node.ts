import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {groupsCsv, groupsGeoJson} from '../../src/files/network-files.js';

const texts = fc.array(fc.string(), {maxLength: 3});
const groups = fc.array(
  fc.record({
    id: fc.webUrl(),
    name: fc.string({minLength: 1}),
    sector: fc.option(fc.string(), {nil: undefined}),
    needs: texts,
    offers: texts,
    values: texts,
    description: fc.option(fc.string(), {nil: undefined}),
    place: fc.option(
      fc.record(
        {
          label: fc.string(),
          lat: fc.double({min: -90, max: 90, noNaN: true}),
          lon: fc.double({min: -180, max: 180, noNaN: true}),
        },
        {requiredKeys: []},
      ),
      {nil: undefined},
    ),
    source: fc.option(fc.string(), {nil: undefined}),
    contact: fc.constant({email: 'somebody@example.org'}),
  }),
);

describe('the groups of a network as files', () => {
  it('never say how to reach anybody', () => {
    fc.assert(
      fc.property(groups, (all) => {
        assert.doesNotMatch(groupsCsv(all), /somebody@example/);
        assert.doesNotMatch(groupsGeoJson(all), /somebody@example/);
      }),
    );
  });

  it('are a table with a row for each, in which no cell is a formula', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const cells = [...groupsCsv(all).matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!);
        assert.equal(cells.length, 14 * (all.length + 1));
        for (const cell of cells)
          if (Number.isNaN(Number(cell || NaN))) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }),
    );
  });

  it('have coordinates in the table that are numbers, west and south too', () => {
    const place = {lat: -33.87, lon: -119.81};
    const one = {id: 'https://a.example/', name: 'A', needs: [], offers: [], values: [], place};

    assert.match(groupsCsv([one]), /"-33\.87","-119\.81"/);
  });

  it('say from which document each group was taken', () => {
    const one = {id: 'https://a.example/', name: 'A', needs: [], offers: [], values: [], source: 'Lake'};

    assert.match(groupsCsv([one]), /"source"\r\n.*"Lake"\r\n$/);
    assert.match(groupsGeoJson([one]), /"source":"Lake"/);
  });

  it('are GeoJSON with longitude first, and without a geometry where there is no place', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const {features} = JSON.parse(groupsGeoJson(all)) as {
          features: readonly {id: string; geometry: {coordinates: readonly number[]} | null}[];
        };
        assert.equal(features.length, all.length);
        for (const [at, {geometry, id}] of features.entries()) {
          const {lat, lon} = all[at]!.place ?? {};
          assert.equal(id, all[at]!.id);
          if (lat === undefined || lon === undefined) assert.equal(geometry, null);
          else assert.deepEqual(geometry!.coordinates, [lon + 0, lat + 0]);
        }
      }),
    );
  });
});
