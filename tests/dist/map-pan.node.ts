// Ten thousand groups on a real canvas: what is drawn of a zoom level never depends on where one looks from.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import fc from 'fast-check';
import type {Browser} from 'playwright-core';

import type {CtgDocument} from '../../src/protocol/document.js';
import {networkOf} from '../bench/map/crowd.js';
import {groupsOf} from '../bench/map/shapes.js';
import {openBrowser} from './browser.js';
import {type Drawn, MapVisit, type Point} from './map-visit.js';
import {Site} from './site.js';

/** Where one begins, and how the picture is pulled from there, in pixels. */
interface Trip {
  readonly from: {readonly x: number; readonly y: number; readonly zoom: number};
  readonly pulls: readonly Point[];
}

/** What was painted after a pull: the marks, and how far each is drawn from where its place in the world is. */
interface Painted {
  readonly level: number;
  readonly marks: readonly Drawn[];
  readonly off: number;
}

const pull = fc.integer({min: -400, max: 400});
const trips: fc.Arbitrary<Trip> = fc.record({
  from: fc.record({
    // Most towns are in the west of America, some on either side of the antimeridian.
    x: fc.oneof(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0.16, max: 0.22, noNaN: true})),
    y: fc.oneof(fc.double({min: 0.3, max: 0.6, noNaN: true}), fc.double({min: 0.35, max: 0.4, noNaN: true})),
    zoom: fc.oneof(fc.integer({min: 1, max: 7}), fc.double({min: 0, max: 12, noNaN: true})),
  }),
  pulls: fc.array(fc.tuple(pull, pull), {minLength: 1, maxLength: 16}),
});

describe('ten thousand groups on a map that is moved', () => {
  let site: Site;
  let browser: Browser;
  let visit: MapVisit;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    const groups = groupsOf(networkOf(10_000)) as CtgDocument['groups'];
    visit = await MapVisit.come(browser, site, {ctg: '1', publisher: {name: 'Bench'}, groups});
  });

  after(async () => {
    await visit.end();
    await browser.close();
    await site.close();
  });

  /** Goes on a trip, and tells what was painted after each step of it. */
  const travel = (trip: Trip): Promise<readonly Painted[]> =>
    visit.on(async (map, {from, pulls}: Trip) => {
      const {stage} = map.scene!;
      const painted: Painted[] = [];
      stage.go(from);
      for (const [across, down] of [[0, 0] as const, ...pulls]) {
        stage.go(stage.view.pulled(across, down));
        await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
        const {scale, west, north, zoom} = stage.view;
        let off = 0;
        const marks = stage.picture!.marks.map(({cluster: {key, count, x, y}, x: left, y: top}) => {
          const east = (x - west) * scale - left;
          off = Math.max(
            off,
            Math.abs(east - Math.round(east / scale) * scale),
            Math.abs((y - north) * scale - top),
          );
          return {key, count, world: [x, y] as const, at: [left, top] as const};
        });
        painted.push({level: Math.round(zoom), marks, off});
      }
      return painted;
    }, trip);

  test('draws each mark of a level at one place, of as many groups, whatever is in view', async () => {
    const known = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(trips, async (trip) => {
        for (const {level, marks, off} of await travel(trip)) {
          assert.ok(off < 0.01, `a mark is drawn ${off} pixels from its place`);
          assert.equal(new Set(marks.map(({key}) => key)).size, marks.length);
          for (const {key, count, world} of marks) {
            const here = `${level} ${key}`;
            const is = `${count} at ${world.join()}`;
            assert.equal(is, known.get(here) ?? is);
            known.set(here, is);
          }
        }
      }),
      {numRuns: 25},
    );
    assert.ok(known.size > 50, `only ${known.size} marks were seen`);
  });

  test('shows the same when one comes back to where one was, by whatever way', async () => {
    await fc.assert(
      fc.asyncProperty(trips, async ({from, pulls}) => {
        const [first] = await travel({from, pulls: []});

        await travel({from: {...from, zoom: from.zoom + 3}, pulls});
        await travel({from: {...from, zoom: from.zoom - 2}, pulls});

        assert.deepEqual(await travel({from, pulls: []}), [first]);
      }),
      {numRuns: 8},
    );
  });

  test('carries all marks along with the hand, step by step across the antimeridian', async () => {
    await travel({from: {x: 0.02, y: 0.42, zoom: 2.2}, pulls: []});
    const {left, top, width, height} = await visit.rests();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + 40)];
    await visit.tab.mouse.move(x, y);
    await visit.tab.mouse.down();
    let before: ReadonlyMap<number, Drawn> | undefined;
    let held = 0;
    for (let step = 1; step <= 60; step++) {
      await visit.tab.mouse.move(x + 4 * step, y + step);
      await visit.frames(2);
      const now = new Map((await visit.marks()).map((mark) => [mark.key, mark]));
      for (const [key, {at, count}] of now) {
        const last = before?.get(key);
        if (!last) continue;
        held++;
        assert.equal(count, last.count);
        assert.ok(Math.hypot(at[0] - last.at[0] - 4, at[1] - last.at[1] - 1) < 0.01);
      }
      // What is new came in by an edge, and what is gone went out by one.
      for (const [key, {at}] of [...now].filter(([key]) => before && !before.has(key)))
        assert.ok(at[0] <= 4.01 || at[1] <= 1.01, `${key} appeared at ${at.join()}`);
      for (const [key, {at}] of [...(before ?? [])].filter(([key]) => !now.has(key)))
        assert.ok(at[0] >= width - 4.01 || at[1] >= height - 1.01, `${key} left from ${at.join()}`);
      // A hand that has moved little may still want to press.
      if (step > 3) before = now;
    }
    await visit.tab.mouse.up();
    assert.ok(held > 500, `only ${held} marks were followed`);
  });
});
