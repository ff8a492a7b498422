import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {projectMercator} from '../../../src/network/space/mercator.js';
import {SpatialIndex} from '../../../src/network/space/spatial-index.js';
import {bounds, placed, positions, WORLD, zoom} from './fixture.js';

const indexOf = (...places: [lon: number, lat: number][]): SpatialIndex => {
  const points = places.map(([lon, lat]) => projectMercator(lon, lat));
  return new SpatialIndex(
    Float64Array.from(points, ({x}) => x),
    Float64Array.from(points, ({y}) => y),
  );
};

test('each group with a place is in exactly one mark, and the counts say so', () => {
  fc.assert(
    fc.property(positions, zoom, (groups, level) => {
      const index = new SpatialIndex(groups.x, groups.y);

      const marks = index.clusters(level, WORLD);

      const members = marks.map((mark) => index.members(mark));
      assert.deepEqual(
        members.flat().toSorted((a, b) => a - b),
        placed(groups),
      );
      assert.deepEqual(
        marks.map(({count}) => count),
        members.map(({length}) => length),
      );
      assert.equal(new Set(marks.map(({key}) => key)).size, marks.length);
      for (const [i, mark] of marks.entries()) {
        assert.ok(members[i]!.includes(mark.first));
        for (const group of members[i]!) assert.equal(index.clusterOf(level, group), mark);
      }
    }),
  );
});

test('a view shows the marks of the whole world whose middle is in it, as the same objects', () => {
  fc.assert(
    fc.property(positions, zoom, bounds, (groups, level, view) => {
      const index = new SpatialIndex(groups.x, groups.y);
      const seen = index.clusters(level, view);

      const all = index.clusters(level, WORLD);

      const inView = all.filter(
        ({x, y}) =>
          y >= view.north &&
          y <= view.south &&
          [-2, -1, 0, 1, 2, 3].some((copy) => x + copy >= view.west && x + copy <= view.east),
      );
      assert.deepEqual(new Set(seen), new Set(inView));
      for (const mark of seen) assert.ok(all.includes(mark));
    }),
  );
});

test('what merges does not depend on where one looked first', () => {
  fc.assert(
    fc.property(positions, zoom, fc.array(bounds, {maxLength: 4}), (groups, level, views) => {
      const wandering = new SpatialIndex(groups.x, groups.y);
      for (const view of views) wandering.clusters(level, view);

      const fresh = new SpatialIndex(groups.x, groups.y);

      assert.deepEqual(wandering.clusters(level, WORLD), fresh.clusters(level, WORLD));
    }),
  );
});

test('a filter shows what an index of the chosen groups alone would', () => {
  fc.assert(
    fc.property(positions, zoom, fc.infiniteStream(fc.boolean()), (groups, level, choice) => {
      const mask = Uint8Array.from(groups.x, () => Number(choice.next().value));
      const index = new SpatialIndex(groups.x, groups.y);
      const before = index.clusters(level, WORLD);

      index.filter(mask);

      const shown = placed(groups).filter((group) => mask[group]);
      const filtered = index.clusters(level, WORLD).flatMap((mark) => index.members(mark));
      assert.deepEqual(
        filtered.toSorted((a, b) => a - b),
        shown,
      );
      for (const group of groups.x.keys())
        assert.equal(index.clusterOf(level, group) !== undefined, shown.includes(group));

      index.filter(undefined);

      assert.deepEqual(index.clusters(level, WORLD), before);
    }),
  );
});

test('from zoom 17 on only groups on one spot merge', () => {
  const spot: [number, number] = [-119.81, 39.53];
  const index = indexOf(spot, spot, [-119.810001, 39.53]);

  const marks = index.clusters(17, WORLD);

  assert.deepEqual(marks.map(({count}) => count).toSorted(), [1, 2]);
  assert.equal(index.clusters(16, WORLD).length, 1);
});

test('marks on either side of the antimeridian merge, and are seen from both', () => {
  const index = indexOf([179.99, -17], [-179.99, -17], [178, -17]);

  const marks = index.clusters(5, {west: 0.98, north: 0, east: 1.02, south: 1});

  assert.equal(marks[0]!.count, 3);
  assert.deepEqual(index.clusters(5, {west: -0.02, north: 0, east: 0.02, south: 1}), marks);
  assert.deepEqual(index.clusters(5, {west: 0.4, north: 0, east: 0.6, south: 1}), []);
});

test('groups at the poles are on the edge of the picture', () => {
  const index = indexOf([0, 90], [0, -90]);

  const marks = index.clusters(3, WORLD);

  assert.deepEqual(marks.map(({y}) => y).toSorted(), [0, 1]);
});

test('only as many members as are wanted are given', () => {
  const index = indexOf([1, 1], [1, 1], [1, 1]);

  assert.equal(index.members(index.clusters(20, WORLD)[0]!, 2).length, 2);
});
