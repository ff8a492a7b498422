// Groups at the edges of the world, on a real canvas: on both sides of the antimeridian, and at the poles.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from './browser.js';
import {groupsAt, MapVisit, type Spot} from './map-visit.js';
import {Site} from './site.js';

const FIJI: Spot = ['Suva', -18.14, 178.44];
const TAVEUNI: Spot = ['Taveuni', -16.85, -179.97];
const SAMOA: Spot = ['Apia', -13.83, -171.76];
const ANADYR: Spot = ['Anadyr', 64.73, 177.5];
const UELEN: Spot = ['Uelen', 66.16, -169.8];

/** A lake on either side of the antimeridian, as one shape whose ring goes on beyond 180. */
const LAKE = {
  type: 'Feature',
  properties: {kind: 'water'},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [179.5, -18],
        [180.5, -18],
        [180.5, -17],
        [179.5, -17],
        [179.5, -18],
      ],
    ],
  },
};

describe('a map at the edges of the world', () => {
  let site: Site;
  let browser: Browser;
  let visit: MapVisit;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  afterEach(() => visit.end());

  const come = async (places: readonly Spot[], attributes = ''): Promise<void> => {
    visit = await MapVisit.come(browser, site, groupsAt(...places), {attributes});
    await visit.rests();
  };
  const names = (): Promise<string[]> => visit.tab.locator('ctg-network-map [role=option]').allTextContents();

  test('shows Fiji and Samoa, and both ends of Chukotka, side by side at first', async () => {
    for (const [places, least] of [
      [[FIJI, SAMOA], 5],
      [[FIJI, TAVEUNI, SAMOA], 5],
      [[ANADYR, UELEN], 4],
    ] as const) {
      await come([...places]);
      const {zoom, width} = await visit.seen();
      const marks = await visit.marks();

      assert.ok(zoom > least, `it looks from ${zoom}`);
      assert.equal(marks.length, places.length);
      const xs = marks.map(({at}) => at[0]);
      assert.ok(Math.max(...xs) - Math.min(...xs) > width / 3);
      if (places[0] !== ANADYR) await visit.end();
    }
  });

  test('has each mark once on a picture of the whole world, wherever that is cut', async () => {
    await come([FIJI, SAMOA, ANADYR, ['Reno', 39.5, -119.8], ['Paris', 48.8, 2.3]]);
    const whole = await visit.on(async ({scene}) => {
      const {stage} = scene!;
      const seen: string[] = [];
      for (let x = 0; x < 1; x += 0.05) {
        stage.go({x, y: 0.5, zoom: 0});
        await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
        const {marks} = stage.picture!;
        seen.push(marks.map(({cluster: {key, count}}) => `${key} ${count}`).join());
      }
      return seen;
    });

    assert.equal(new Set(whole).size, 1);
    const counts = whole[0]!.split(',').map((mark) => Number(mark.split(' ')[1]));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      5,
    );
  });

  test('draws the half of a flower that comes round the world on its other side', async () => {
    await come([TAVEUNI, ['Reno', 39.5, -119.8], ['Paris', 48.8, 2.3]]);

    /** Whether there is anything else than sea, at the height of the first mark, along both edges. */
    const edges = await visit.on(async (map) => {
      const {stage} = map.scene!;
      stage.go({x: 0.5, y: 0.5, zoom: 0});
      await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
      const canvas = map.shadowRoot!.querySelector('canvas')!;
      const mark = stage.picture!.marks.find(({cluster}) => cluster.x < 0.01)!;
      const y = Math.round((mark.y / stage.view.height) * canvas.height);
      const at = (x: number): string => canvas.getContext('2d')!.getImageData(x, y, 1, 1).data.join();
      return [at(0), at(canvas.width - 1), at(40)];
    });

    assert.equal(edges[0], edges[1]);
    assert.notEqual(edges[0], edges[2]);
  });

  test('shows groups at the poles whole, names what is there, and goes to it by key', async () => {
    await come(
      [
        ['North', 90, 0],
        ['Alert', 85.5, -62],
        ['South', -89.9, 10],
      ],
      'data-center="89,-30" data-zoom="3"',
    );
    const {height} = await visit.seen();

    for (const {at} of await visit.marks()) assert.ok(at[1] >= 20 && at[1] <= height - 20, `${at[1]}`);
    assert.deepEqual((await names()).map((name) => name.split(',')[0]).sort(), ['Alert', 'North']);
    await visit.tab.locator('ctg-network-map [role=listbox]').focus();
    await visit.tab.keyboard.press('Alt+ArrowLeft');
    await visit.tab.keyboard.press('Enter');
    await visit.tab.locator('ctg-network-map .detail').getByText('Alert').first().waitFor();
  });

  test('goes by key across the antimeridian as over any other line', async () => {
    await come([FIJI, TAVEUNI, SAMOA]);
    const active = (): Promise<string | null> =>
      visit.on(({shadowRoot}) => {
        const box = shadowRoot!.querySelector('[role=listbox]')!;
        return (
          shadowRoot!.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null
        );
      });
    await visit.tab.locator('ctg-network-map [role=listbox]').focus();
    const way: string[] = [];
    for (const key of ['Left', 'Left', 'Right', 'Right', 'Right']) {
      await visit.tab.keyboard.press(`Alt+Arrow${key}`);
      await visit.frames(2);
      way.push((await active())!.split(',')[0]!);
    }

    assert.deepEqual(way.slice(1), ['Suva', 'Taveuni', 'Apia', 'Apia']);
  });

  test('draws a region’s own outline on both sides of the antimeridian, in whichever world one is', async () => {
    const outline = site.file('lake.geojson', JSON.stringify({type: 'FeatureCollection', features: [LAKE]}));
    await come(
      [['Taveuni', -18.5, -179.9]],
      `data-outline="${outline}" data-center="-17.5,180" data-zoom="8.2"`,
    );

    /** By where it is looked from: the colours west and east of the line in the lake, and west and east of the lake. */
    const colours = await visit.on(async (map) => {
      const {stage} = map.scene!;
      const canvas = map.shadowRoot!.querySelector('canvas')!;
      const at = (pixels: number): string =>
        canvas
          .getContext('2d')!
          .getImageData(
            Math.round(((stage.view.nearX(0) + pixels) / stage.view.width) * canvas.width),
            Math.round(canvas.height / 2) + 7,
            1,
            1,
          )
          .data.join();
      const seen: string[][] = [];
      for (const x of [0, 0.9999, 0.0001]) {
        stage.go({...stage.view, x});
        for (let frame = 0; frame < 100; frame++) {
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          if (at(-60) !== at(-170)) break;
        }
        seen.push([at(-60), at(60), at(-170), at(170)]);
      }
      return seen;
    });

    for (const [west, east, land, other] of colours) {
      assert.equal(west, east);
      assert.equal(land, other);
      assert.notEqual(west, land);
    }
  });
});
