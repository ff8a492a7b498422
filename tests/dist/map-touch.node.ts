// Real touches and turns of the wheel on a map: what they do to the picture, and that they leave the page its own.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from './browser.js';
import {type Coming, groupsAt, MapVisit, pixelsBetween, type Point, type Seen, worldAt} from './map-visit.js';
import {Site} from './site.js';

const DOCUMENT = groupsAt(['Reno', 39.5, -119.8], ['Paris', 48.8, 2.3], ['Suva', -18, 178]);
/** Reno is a bit off the middle. */
const AT = {attributes: 'data-center="39.5,-115" data-zoom="4"'};
const PHONE: Coming = {...AT, size: [400, 800], hasTouch: true};

/** What a finger or a pointer may be off, in pixels: the screen has whole ones alone. */
const NEAR = 1;

describe('a map under real hands', () => {
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

  const come = async (coming: Coming): Promise<Seen> => {
    visit = await MapVisit.come(browser, site, DOCUMENT, coming);
    return visit.rests();
  };
  const middleOf = ({left, top, width, height}: Seen): Point => [
    Math.round(left + width / 2),
    Math.round(top + height / 2),
  ];
  const isSame = (one: Seen, other: Seen): boolean =>
    one.x === other.x && one.y === other.y && one.zoom === other.zoom;

  test('leaves one finger that goes up to the page, and does not move under it', async () => {
    const before = await come(PHONE);
    const [x, y] = middleOf(before);

    await visit.lead([[x, y]], [[x, y - 200]]);
    await visit.touch('touchEnd');

    const after = await visit.rests();
    assert.ok(after.scrolled > 150, `the page was scrolled by ${after.scrolled}`);
    assert.ok(isSame(after, before));
  });

  test('goes with one finger that goes sideways first, wherever it then goes', async () => {
    const before = await come(PHONE);
    const [x, y] = middleOf(before);

    await visit.lead([[x, y]], [[x - 90, y - 4]]);
    const aside = await visit.seen();
    await visit.touch('touchMove', [x - 90, y - 70]);
    await visit.touch('touchEnd');

    const after = await visit.rests();
    assert.equal(after.scrolled, 0);
    // What a finger does before it is known to be no press is not seen by the page.
    assert.ok((aside.x - before.x) * before.scale > 60);
    assert.ok(after.y > aside.y);
  });

  for (const [what, to, steps] of [
    ['apart', [-90, 0, 90, 0], 12],
    ['apart in one go', [-90, 0, 90, 0], 1],
    ['together', [-12, 0, 12, 0], 12],
    ['up', [-40, -110, 40, -110], 12],
    ['apart while they wander', [-40, 50, 130, 80], 12],
    ['apart while they wander in one go', [-40, 50, 130, 80], 1],
  ] as const)
    test(`keeps what is between two fingers there while they go ${what}`, async () => {
      const before = await come({...PHONE, attributes: 'data-center="39.5,-118" data-zoom="6"'});
      const [x, y] = middleOf(before);
      const [x0, y0, x1, y1] = to;

      await visit.lead(
        [
          [x - 40, y],
          [x + 40, y],
        ],
        [
          [x + x0, y + y0],
          [x + x1, y + y1],
        ],
        steps,
      );

      const after = await visit.seen();
      const between: Point = [x + (x0 + x1) / 2, y + (y0 + y1) / 2];
      const off = pixelsBetween(after, worldAt(before, [x, y]), worldAt(after, between));
      assert.ok(off < NEAR, `it is ${off} pixels off`);
      const nearer = Math.log2(Math.hypot(x1 - x0, y1 - y0) / 80);
      assert.ok(Math.abs(after.zoom - before.zoom - nearer) < 0.01);
      await visit.touch('touchEnd');
      // Nothing is thrown by fingers that were lifted from a pinch.
      assert.ok(isSame(await visit.rests(), after));
      assert.equal((await visit.seen()).scrolled, 0);
    });

  test('comes closer where it is tapped twice, and not where a mark is', async () => {
    const before = await come(PHONE);
    const [x, y] = middleOf(before);
    const there: Point = [x + 60, y + 50];

    await visit.tap(there);
    await visit.tap(there);

    const after = await visit.rests();
    assert.ok(Math.abs(after.zoom - before.zoom - 1) < 0.01);
    assert.ok(pixelsBetween(after, worldAt(before, there), worldAt(after, there)) < NEAR);
  });

  test('leaves the wheel to the page, and says how one comes closer', async () => {
    const before = await come(AT);
    await visit.tab.mouse.move(...middleOf(before));

    await visit.tab.mouse.wheel(0, 120);

    const after = await visit.rests();
    assert.equal(after.scrolled, 120);
    assert.ok(isSame(after, before));
    await visit.tab.getByText('Hold Ctrl while you scroll to come closer.').waitFor();
  });

  for (const how of ['with Ctrl', 'after a press'] as const)
    test(`comes closer around the pointer by the wheel ${how}`, async () => {
      const before = await come(AT);
      const [x, y] = middleOf(before);
      const there: Point = [x + 120, y - 90];
      await visit.tab.mouse.move(...there);
      if (how === 'with Ctrl') await visit.tab.keyboard.down('Control');
      else await visit.tab.mouse.click(...there);

      await visit.tab.mouse.wheel(0, -120);
      await visit.tab.mouse.wheel(0, -120);

      const after = await visit.rests();
      await visit.tab.keyboard.up('Control');
      assert.ok(after.zoom > before.zoom + 0.5);
      assert.ok(pixelsBetween(after, worldAt(before, there), worldAt(after, there)) < NEAR);
      assert.equal(after.scrolled, 0);
    });

  test('gives the wheel back to the page when it shows all there is, and what goes sideways always', async () => {
    const before = await come(AT);
    await visit.tab.mouse.click(...middleOf(before));

    for (let turn = 0; turn < 40 && (await visit.rests()).scrolled === 0; turn++)
      await visit.tab.mouse.wheel(0, 240);

    assert.ok((await visit.seen()).scrolled > 0);
    assert.ok(await visit.on((map) => map.shadowRoot!.activeElement?.getAttribute('role') === 'listbox'));
  });

  /** Drags to the left and lets go in the middle of it; how far the map went on, in pixels. */
  const throwIt = async (isCalm: boolean): Promise<number> => {
    const before = await come({...AT, isCalm});
    const [x, y] = middleOf(before);
    await visit.tab.mouse.move(x, y);
    await visit.tab.mouse.down();
    for (let move = 1; move <= 8; move++) await visit.tab.mouse.move(x - 20 * move, y);
    const held = await visit.seen();
    await visit.tab.mouse.up();

    const after = await visit.rests();
    assert.ok(pixelsBetween(held, worldAt(before, [x, y]), worldAt(held, [x - 160, y])) < NEAR);
    const thrown = (after.x - held.x) * held.scale;
    assert.ok(thrown >= 0 && thrown < held.width, `it went on for ${thrown} pixels`);
    return thrown;
  };

  test('goes on a little when it is thrown, and comes to rest', async () => {
    let farthest = 0;
    // A machine that is busy delivers the end late, and a hand that has stopped throws nothing: then once more.
    for (let time = 0; time < 8 && farthest <= 10; time++) {
      if (time > 0) await visit.end();
      farthest = await throwIt(false);
    }
    assert.ok(farthest > 10, `it went on for ${farthest} pixels at most`);
  });

  test('stands where it was let go for whoever wants no motion', async () => {
    assert.equal(await throwIt(true), 0);
  });
});
