/** What a visitor on a slow line sees of a map after its first file, before the one that paints it has come. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';

import type {Browser, Page as Tab} from 'playwright-core';

import {openBrowser} from './browser.js';
import {groupsAt, MapVisit, type Point} from './map-visit.js';
import {Site} from './site.js';

/** Chunks: each comes when it is let through, or never. */
class Line {
  readonly asked: string[] = [];
  #held: Array<() => void> = [];
  isDown = false;

  constructor(readonly chunk: RegExp) {}

  readonly take = (tab: Tab): Promise<unknown> =>
    tab.route('**/chunks/*', async (route) => {
      const name = new URL(route.request().url()).pathname;
      if (!this.chunk.test(name)) return route.continue();
      this.asked.push(name);
      if (this.isDown) return route.abort();
      await new Promise<void>((go) => this.#held.push(go));
      return route.continue();
    });

  letThrough(): void {
    for (const go of this.#held.splice(0)) go();
  }
}

describe('the first view of a map', () => {
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

  const WORLD = groupsAt(['Reno', 39.5, -119.8], ['Accra', 5.6, -0.2], ['Lima', -12, -77]);
  const FIJI = groupsAt(['Suva', -18.1, 178.4], ['Apia', -13.8, -171.8]);
  const TOWN = groupsAt(['Sparks', 39.53, -119.75], ['Reno', 39.52, -119.81]);

  /** Where the dots are on the screen, from the left. */
  const dots = (): Promise<readonly Point[]> =>
    visit.on(({shadowRoot}) => {
      const picture = shadowRoot!.querySelector<SVGSVGElement>('.glance')!;
      const seen = picture.getBoundingClientRect();
      return [...picture.querySelectorAll<SVGPathElement>('.dot:not(.halo)')]
        .flatMap((path) =>
          [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+?)h/g)].map(([, x, y]) => {
            const at = new DOMPoint(Number(x), Number(y)).matrixTransform(path.getScreenCTM()!);
            return [at.x, at.y] as const;
          }),
        )
        .filter(([x, y]) => x > seen.left && x < seen.right && y > seen.top && y < seen.bottom)
        .sort(([one], [other]) => one - other);
    });

  /** How far what is on the page was moved, each time. */
  const moved = (): Promise<readonly number[]> =>
    visit.tab.evaluate(() => (window as unknown as {moved: readonly number[]}).moved);

  /** Where the painted marks are, in the same way. */
  const marks = async (): Promise<readonly Point[]> => {
    const {left, top} = await visit.seen();
    return (await visit.marks())
      .map(({at: [x, y]}): Point => [x + left, y + top])
      .sort(([one], [other]) => one - other);
  };

  for (const [what, document, attributes] of [
    ['of the world', WORLD, ''],
    ['across the antimeridian', FIJI, ''],
    ['of a town', TOWN, ''],
    ['that the page looks at from somewhere', WORLD, 'data-center="10,-40" data-zoom="2"'],
  ] as const)
    test(`shows the groups ${what} where they are painted later, and moves nothing when that comes`, async () => {
      const line = new Line(/\/scene-/);
      visit = await MapVisit.come(browser, site, document, {
        before: line.take,
        until: '.glance',
        attributes: `${attributes} data-view="map"`,
      });
      await visit.tab.evaluate(() => {
        const moved: number[] = [];
        Object.assign(window, {moved});
        new PerformanceObserver((list) =>
          moved.push(...list.getEntries().map((entry) => (entry as unknown as {value: number}).value)),
        ).observe({type: 'layout-shift', buffered: true});
      });
      await visit.frames(2);
      const early = await dots();
      assert.ok(early.length >= 1);
      assert.match(await visit.tab.locator('ctg-network-map .detail').innerText(), /groups/);

      const before = await moved();
      line.letThrough();
      await visit.tab.locator('ctg-network-map [role=option]').first().waitFor({state: 'attached'});
      await visit.rests();
      const late = await marks();
      assert.equal(late.length, early.length);
      early.forEach(([x, y], at) => {
        assert.ok(Math.hypot(x - late[at]![0], y - late[at]![1]) < 2, `${x} ${y} is not ${String(late[at])}`);
      });
      assert.equal(await visit.tab.locator('ctg-network-map .glance').count(), 0);
      assert.deepEqual(await moved(), before);
    });

  test('shows the land of the world, and only land where no coast could be true', async () => {
    const line = new Line(/\/scene-/);
    visit = await MapVisit.come(browser, site, WORLD, {before: line.take, until: '.glance'});
    const colours = (): Promise<readonly [back: string, land: string]> =>
      visit.on(({shadowRoot}) => {
        const picture = shadowRoot!.querySelector('.glance')!;
        return [getComputedStyle(picture).backgroundColor, getComputedStyle(picture).fill] as const;
      });
    const [sea, land] = await colours();
    assert.notEqual(sea, land);
    for (const dot of await dots())
      assert.ok(
        await visit.on(({shadowRoot}, [x, y]) => shadowRoot!.elementFromPoint(x!, y!)!.matches('.dot'), dot),
        `nothing is painted at ${String(dot)}`,
      );
    await visit.end();

    visit = await MapVisit.come(browser, site, TOWN, {before: line.take, until: '.glance.inland'});
    assert.deepEqual(await colours(), [land, land]);
    line.letThrough();
  });

  test('comes before the painted map on a fast line, too, which has less to do for it', async () => {
    visit = await MapVisit.come(browser, site, WORLD, {
      before: (tab) =>
        tab.addInitScript(() => {
          const seen: string[] = [];
          Object.assign(window, {seen});
          const look = (): void => {
            const root = document.querySelector('ctg-network-map')?.shadowRoot;
            const now = root?.querySelector('.glance, canvas')?.localName;
            if (now && seen.at(-1) !== now) seen.push(now);
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    });
    assert.deepEqual(await visit.tab.evaluate(() => (window as unknown as {seen: string[]}).seen), [
      'svg',
      'canvas',
    ]);
  });

  test('says of how many sites it shows the groups, those that the page has read itself among them', async () => {
    const line = new Line(/\/weaving-/);
    visit = await MapVisit.come(browser, site, WORLD, {before: line.take, until: '.glance'});
    const sums = visit.tab.locator('ctg-network-map .sums');
    assert.match(await sums.innerText(), /3 groups from 1 of 1 site\./);
    await visit.on(
      (map) => (map.documents = [{url: 'https://handed.example/', readAt: 0, groups: []}]) && true,
    );
    await sums.getByText('2 of 2 sites').waitFor();
    line.letThrough();
  });

  test('says so where the rest cannot be had, asks for it once, and again on a press', async () => {
    for (const chunk of [/\/scene-/, /\/weaving-/]) {
      const line = new Line(chunk);
      line.isDown = true;
      visit = await MapVisit.come(browser, site, WORLD, {before: line.take, until: '.detail .button'});
      await visit.frames(30);
      // Once for the view that wants it, and once for the data that came.
      assert.ok(line.asked.length <= 2, `${String(chunk)} was asked for ${line.asked.length} times`);
      line.isDown = false;
      await visit.tab.locator('ctg-network-map .detail .button').click();
      line.letThrough();
      const passing = setInterval(() => line.letThrough(), 50);
      await visit.tab.locator('ctg-network-map [role=option]').first().waitFor({state: 'attached'});
      await visit.tab.waitForFunction(
        () => document.querySelector('ctg-network-map')!.atlas?.network.groups.length === 3,
      );
      clearInterval(passing);
      if (chunk.test('/scene-')) await visit.end();
    }
  });

  for (const [chunk, attributes] of [
    ['hands', ''],
    ['tiles', 'data-tiles="/{z}/{x}/{y}.png"'],
    ['present', 'data-present'],
    ['graph', 'data-view="graph"'],
  ] as const)
    test(`does not ask without end for ${chunk} that cannot be had, and asks again with the next press`, async () => {
      const line = new Line(new RegExp(`/${chunk}-`));
      line.isDown = true;
      visit = await MapVisit.come(browser, site, WORLD, {before: line.take, until: 'canvas', attributes});
      await visit.frames(60);
      const {length} = line.asked;
      // With whatever else is drawn meanwhile.
      assert.ok(length >= 1 && length <= 5, `asked for ${length} times`);

      await visit.tab.locator('ctg-network-map .chip').first().click();
      await visit.frames(60);
      assert.ok(line.asked.length > length);
      assert.ok(line.asked.length <= length + 5, `asked for ${line.asked.length} times`);
    });

  test('says so in the list, too, and shows the groups once the rest can be had', async () => {
    const line = new Line(/\/weaving-/);
    line.isDown = true;
    visit = await MapVisit.come(browser, site, WORLD, {
      before: line.take,
      until: '[part~=failed] button',
      attributes: 'data-view="list"',
    });
    await visit.tab.unroute('**/chunks/*');
    await visit.tab.locator('ctg-network-map [part~=failed] button').click();
    await visit.tab.locator('ctg-network-map tbody').getByText('Accra').first().waitFor();
  });
});
