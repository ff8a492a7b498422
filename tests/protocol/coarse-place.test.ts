import {assert} from 'chai';
import fc from 'fast-check';
import {coarsened, type Spot} from '../../src/protocol/coarse-place.js';

const SPOT = {label: 'Reno', lat: 39.5296329, lon: -119.8138027};

describe('how much of a place is told', () => {
  const table: readonly [string, object, object][] = [
    ['a metre of an exact one', {precision: 'exact'}, {lat: 39.52963, lon: -119.8138}],
    ['a hundred metres of a street', {precision: 'street'}, {lat: 39.53, lon: -119.814}],
    ['a kilometre of a town', {precision: 'town'}, {lat: 39.53, lon: -119.81}],
    ['ten kilometres of a region', {precision: 'region'}, {lat: 39.5, lon: -119.8}],
  ];
  for (const [what, precision, told] of table)
    it(what, () =>
      assert.deepEqual<object>(coarsened({...SPOT, ...precision}), {label: 'Reno', ...precision, ...told}),
    );

  it('no more than the town where nobody says how much', () => {
    const told = {label: 'Reno', lat: 39.53, lon: -119.81, precision: 'town'};
    assert.deepEqual<object>(coarsened(SPOT), told);
  });

  it('nothing of half a spot', () => {
    assert.deepEqual<object>(coarsened({lat: 39.5, precision: 'exact'}), {});
  });

  it('the same when it is told again, and never off the map', () => {
    const precision = fc.constantFrom('exact', 'street', 'town', 'region' as const);
    const degrees = (most: number) => fc.double({min: -most, max: most, noNaN: true});
    fc.assert(
      fc.property(degrees(90), degrees(180), precision, (lat, lon, how) => {
        const once = coarsened({lat, lon, precision: how} as Spot);
        assert.deepEqual(coarsened(once), once);
        assert.isAtMost(Math.abs(once.lat!), 90);
        assert.isAtMost(Math.abs(once.lon!), 180);
      }),
    );
  });
});
