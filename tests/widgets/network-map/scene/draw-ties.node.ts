import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {projectMercator} from '../../../../src/network/space/mercator.js';
import type {Bundle} from '../../../../src/network/space/tie-bundles.js';
import {drawTies} from '../../../../src/widgets/network-map/scene/draw-ties.js';
import {View} from '../../../../src/widgets/network-map/scene/view.js';

/** The curves of a path: where each begins and ends. */
class FakePath {
  readonly curves: number[][] = [];
  #from: number[] = [];

  moveTo(x: number, y: number): void {
    this.#from = [x, y];
  }

  quadraticCurveTo(_cx: number, _cy: number, x: number, y: number): void {
    this.curves.push([...this.#from, x, y]);
  }
}

const {Path2D: real} = globalThis as {Path2D?: unknown};
const STROKE = {most: 400, unit: 1, isPlain: true};

type Place = readonly [lon: number, lat: number];

const tie = (from: Place, to: Place): Bundle => {
  const [one, other] = [from, to].map(([lon, lat], key) => ({
    ...projectMercator(lon, lat),
    key,
    count: 1,
    first: key,
  }));
  return {from: one!, to: other!, weight: 1, state: 0};
};

/** What is drawn of ties, in a view of some width around a longitude: from x to x, in pixels. */
function drawn(view: View, ...ties: readonly Bundle[]): readonly (readonly number[])[] {
  const curves: number[][] = [];
  const context = {setLineDash: () => undefined, stroke: (path: FakePath) => curves.push(...path.curves)};
  drawTies(context as unknown as CanvasRenderingContext2D, view, ties, STROKE);
  return curves;
}

const looking = (lon: number, zoom: number, width = 512): View =>
  new View(width, 400, {...projectMercator(lon, 0), zoom});

describe('ties on a round world', () => {
  before(() => Object.assign(globalThis, {Path2D: FakePath}));
  after(() => Object.assign(globalThis, {Path2D: real}));

  const fiji: Place = [178, -17];
  const samoa: Place = [-172, -14];

  test('one across the antimeridian goes the short way', () => {
    const view = looking(180, 4);

    const [[x0, , x1] = []] = drawn(view, tie(fiji, samoa));

    assert.equal(Math.round(x1! - x0!), Math.round((10 / 360) * view.scale));
  });

  test('one across the edge of a picture of the whole world is seen at both of its ends', () => {
    const view = looking(0, 1);
    assert.equal(view.scale, 512);

    for (const each of [tie(fiji, samoa), tie(samoa, fiji)]) {
      const curves = drawn(view, each);

      const ends = curves.flatMap(([x0, , x1]) => [Math.round(x0!), Math.round(x1!)]);
      assert.equal(curves.length, 2);
      for (const [lon, copy] of [
        [178, 0],
        [178, -1],
        [-172, 0],
        [-172, 1],
      ] as const)
        assert.ok(ends.includes(Math.round((lon / 360 + 0.5 + copy) * 512)), `${lon}: ${ends.join()}`);
    }
  });

  test('one that leads far away is seen from wherever its ends or its middle are', () => {
    const long = tie([-119.8, 39.5], [50, 20]);
    for (const lon of [-119, -60, 0, 49])
      assert.ok(
        drawn(new View(512, 512, {...projectMercator(lon, 20), zoom: 2}), long).length > 0,
        String(lon),
      );
    // The other half of the world has nothing of it.
    assert.deepEqual(drawn(new View(512, 512, {...projectMercator(130, 20), zoom: 3}), long), []);
  });

  test('one that bends into the picture is there, though both its ends are above it', () => {
    const view = new View(512, 400, {x: 0.5, y: 0.5, zoom: 6});
    const above = view.north - 5 / view.scale;
    const one = {key: 0, count: 1, first: 0, x: view.east, y: above};
    const other = {...one, key: 1, x: view.west};

    assert.ok(drawn(view, {from: one, to: other, weight: 1, state: 0}).length > 0);
  });
});
