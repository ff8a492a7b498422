import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {projectMercator} from '../../../../src/network/space/mercator.js';
import {fitting} from '../../../../src/widgets/network-map/scene/first-look.js';
import {type Camera, View} from '../../../../src/widgets/network-map/scene/view.js';

const size = fc.integer({min: 200, max: 1600});
const share = fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true});
const cameras: fc.Arbitrary<Camera> = fc.record({
  x: fc.double({min: -3, max: 3, noNaN: true}),
  y: share,
  zoom: fc.double({min: -1, max: 20, noNaN: true}),
});
const views = fc.tuple(size, size, cameras).map(([width, height, camera]) => new View(width, height, camera));

/** How far two places in the world are from each other, the short way round, in pixels. */
const apart = ({scale}: View, one: Camera, other: Camera): number => {
  const east = one.x - other.x;
  return Math.hypot(east - Math.round(east), one.y - other.y) * scale;
};

test('what is pulled comes along, and is where it was when it is pulled back', () => {
  fc.assert(
    fc.property(views, fc.integer({min: -500, max: 500}), (view, across) => {
      const there = view.at(view.pulled(across, 0));
      const back = there.at(there.pulled(-across, 0));

      assert.ok(apart(view, view, back) < 1e-3);
      assert.ok(
        Math.abs(Math.abs(apart(view, view, there)) - Math.abs(across)) < 1e-3 ||
          Math.abs(across) > view.scale / 2,
      );
    }),
  );
});

test('what is at a pixel stays there when one comes nearer, however near one can come', () => {
  fc.assert(
    fc.property(
      views,
      share,
      share,
      fc.double({min: 0, max: 9, noNaN: true}),
      (view, across, down, steps) => {
        const [px, py] = [across * view.width, down * view.height];

        const near = view.at(view.zoomed(steps, px, py));

        const at = {x: view.west + px / view.scale, y: view.north + py / view.scale, zoom: 0};
        // Beyond a pole there is nothing to come nearer to.
        fc.pre(at.y >= 0 && at.y <= 1);
        const now = {x: near.west + px / near.scale, y: near.north + py / near.scale, zoom: 0};
        assert.ok(apart(near, at, now) < 0.01);
      },
    ),
  );
});

test('a place is in each copy of the world that is in view, and in no other', () => {
  fc.assert(
    fc.property(views, share, fc.integer({min: 0, max: 60}), (view, x, room) => {
      const seen = view.seenXs(x, room);

      const all = Array.from({length: 13}, (_, copy) => view.toX(x + copy - 6));
      const inView = all.filter((at) => at > -room + 1e-6 && at < view.width + room - 1e-6);
      for (const at of inView) assert.ok(seen.some((one) => Math.abs(one - at) < 1e-3));
      for (const at of seen) assert.ok(at > -room - 1e-3 && at < view.width + room + 1e-3);
      assert.ok(seen.length <= inView.length + 2);
      // The world is never there twice.
      assert.ok(view.scale > view.width - 1e-6);
    }),
  );
});

test('what is on the edge of the world, at a pole, can be looked at whole', () => {
  for (const [lat, edge] of [
    [90, 0],
    [-88, 1],
  ] as const) {
    const {x, y} = projectMercator(0, lat);
    const view = new View(600, 400, {x, y, zoom: 6});

    assert.equal(y, edge);
    assert.ok(view.toY(y) >= 32 - 1e-6 && view.toY(y) <= 400 - 32 + 1e-6);
  }
});

test('groups on either side of the antimeridian are seen side by side, and all others as near as can be', () => {
  const see = (...places: readonly (readonly [lat: number, lon: number])[]): View => {
    const points = places.map(([lat, lon]) => projectMercator(lon, lat));
    const view = new View(600, 400, {x: 0.5, y: 0.5, zoom: 0});
    const [xs, ys] = [points.map(({x}) => x), points.map(({y}) => y)];
    const there = view.at(fitting(view, xs, ys, () => true)!);
    for (const {x, y} of points) {
      assert.equal(there.seenXs(x, 0).length, 1);
      assert.ok(there.toY(y) >= 0 && there.toY(y) <= 400);
    }
    return there;
  };

  assert.ok(see([-17, 179], [-17, -179]).zoom > 7);
  assert.ok(see([-18.1, 178.4], [-13.8, -171.8], [-21.1, -175.2]).zoom > 5);
  assert.ok(see([64.7, 177.5], [66.2, -169.8]).zoom > 4);
  assert.ok(see([39.5, -119.8], [39.4, -118.8]).zoom > 7);
  assert.ok(see([-17, 179], [39.5, -119.8]).zoom > 2);
});
