/** What the marks hold, checked against an index that others wrote. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import KDBush from 'kdbush';
import {EXACT_ZOOM, MERGE_PIXELS} from '../../../src/network/space/clusters.js';
import {SpatialIndex} from '../../../src/network/space/spatial-index.js';
import {placed, type Positions, positions, WORLD, zoom} from './fixture.js';

/** Groups to find with an index of another make, each also in the copies of the world to the west and the east. */
class Others {
  readonly #index: KDBush;
  readonly #groups: readonly number[];

  constructor(groups: Positions) {
    this.#groups = placed(groups).flatMap((group) => [group, group, group]);
    this.#index = new KDBush(this.#groups.length);
    for (const [at, group] of this.#groups.entries())
      this.#index.add(groups.x[group]! + ((at % 3) - 1), groups.y[group]!);
    this.#index.finish();
  }

  within(x: number, y: number, radius: number): ReadonlySet<number> {
    return new Set(this.#index.within(x, y, radius).map((at) => this.#groups[at]!));
  }

  range(west: number, north: number, east: number, south: number): readonly number[] {
    return this.#index.range(west, north, east, south).map((at) => this.#groups[at]!);
  }
}

/** How wide a pixel is at a zoom level, the world being 1. */
const pixel = (level: number): number => 1 / 256 / 2 ** level;
/** Sums of many numbers differ in the last digits by how they are summed. */
const HAIR = 1e-9;
/** Squares whose groups are summed before they merge, in pixels. */
const SQUARE = 32;

test('a part of the world around which nothing is has as many groups in its marks as another index finds', () => {
  fc.assert(
    fc.property(positions, zoom, fc.nat(), (groups, level, pick) => {
      const others = new Others(groups);
      const all = placed(groups);
      const around = all[pick % Math.max(1, all.length)];
      if (around === undefined) return;
      const reach = (MERGE_PIXELS + 3 * SQUARE) * pixel(level);
      // Widened until nothing stands near its edge, so that no mark reaches across it.
      let [west, north, east, south] = [
        groups.x[around]!,
        groups.y[around]!,
        groups.x[around]!,
        groups.y[around]!,
      ];
      for (let found = 0; ;) {
        const near = others.range(west - reach, north - reach, east + reach, south + reach);
        if (near.length === found) break;
        found = near.length;
        west = Math.min(west, ...near.map((group) => groups.x[group]!));
        east = Math.max(east, ...near.map((group) => groups.x[group]!));
        north = Math.min(north, ...near.map((group) => groups.y[group]!));
        south = Math.max(south, ...near.map((group) => groups.y[group]!));
      }
      // What crosses the antimeridian is the business of the tests of the marks themselves.
      if (west < reach || east > 1 - reach) return;
      const bounds = {west: west - HAIR, north: north - HAIR, east: east + HAIR, south: south + HAIR};

      const marks = new SpatialIndex(groups.x, groups.y).clusters(level, bounds);

      assert.equal(
        marks.reduce((sum, {count}) => sum + count, 0),
        others.range(west, north, east, south).length,
      );
    }),
  );
});

test('the groups of a mark are all within reach of one of them, as another index sees it', () => {
  fc.assert(
    fc.property(positions, zoom, (groups, level) => {
      const index = new SpatialIndex(groups.x, groups.y);
      const others = new Others(groups);
      // From the centre's mean to that of a square that joins it, and from each to its farthest group.
      const reach = (MERGE_PIXELS + 2 * Math.SQRT2 * SQUARE) * pixel(level) + HAIR;
      for (const mark of index.clusters(level, WORLD)) {
        const near = others.within(groups.x[mark.first]!, groups.y[mark.first]!, reach);
        for (const group of index.members(mark)) assert.ok(near.has(group));
      }
    }),
  );
});

test('from zoom 17 on a mark is what another index finds on its spot', () => {
  fc.assert(
    fc.property(positions, (groups) => {
      const index = new SpatialIndex(groups.x, groups.y);
      const others = new Others(groups);
      for (const mark of index.clusters(EXACT_ZOOM, WORLD)) {
        const spot = others.range(mark.x, mark.y, mark.x, mark.y);
        // The finest squares are 9 mm wide, and whoever shares one shares a mark.
        const same = others.within(mark.x, mark.y, 2 ** -31);
        const members = index.members(mark);
        assert.ok(spot.every((group) => members.includes(group)));
        assert.ok(members.every((group) => same.has(group)));
      }
    }),
  );
});

test('two groups with nobody else around are one mark where another index finds them near', () => {
  fc.assert(
    fc.property(positions, fc.integer({min: 0, max: EXACT_ZOOM - 1}), (groups, level) => {
      const index = new SpatialIndex(groups.x, groups.y);
      // Alone in their squares, two groups are their squares' means: as near as another index finds them, one mark.
      const others = new Others(groups);
      const far = (MERGE_PIXELS + 2 * Math.SQRT2 * SQUARE) * pixel(level);
      const near = (MERGE_PIXELS - 1e-6) * pixel(level);
      for (const group of placed(groups)) {
        const [x, y] = [groups.x[group]!, groups.y[group]!];
        const around = others.within(x, y, 2 * far);
        const pair = others.within(x, y, near);
        if (around.size !== 2 || pair.size !== 2) continue;
        const [one, other] = [...pair].map((each) => index.clusterOf(level, each));
        assert.equal(one, other);
      }
    }),
  );
});
