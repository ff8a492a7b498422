import type {Browser, CDPSession, Page as Tab} from 'playwright-core';

import type {NetworkMap} from '../../src/widgets/network-map/network-map.js';
import type {CtgDocument} from '../../src/protocol/document.js';
import type {Site} from './site.js';

/** A point of the screen, in CSS pixels. */
export type Point = readonly [x: number, y: number];

/** What a map is looked at from, and where it is on the screen. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Pixels of the whole world. */
  readonly scale: number;
  /** The edges of the picture in the world, and its corner and size on the screen. */
  readonly west: number;
  readonly north: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How far the page is scrolled. */
  readonly scrolled: number;
}

/** A mark of the picture: what it is, where it is in the world, and where its middle is drawn. */
export interface Drawn {
  readonly key: number;
  readonly count: number;
  readonly world: Point;
  readonly at: Point;
}

/** How a visitor comes to a page with a map in it. */
export interface Coming {
  readonly size?: Point;
  readonly isCalm?: boolean;
  readonly hasTouch?: boolean;
  /** Attributes of the map. */
  readonly attributes?: string;
  /** What is done with the tab before it goes there. */
  readonly before?: (tab: Tab) => Promise<unknown>;
  /** What of the map the visitor waits for. */
  readonly until?: string;
}

/** A group: its name, latitude and longitude. */
export type Spot = readonly [name: string, lat: number, lon: number];

/** Groups with a name and a place in degrees, as a document says them. */
export const groupsAt = (...places: readonly Spot[]): CtgDocument => ({
  ctg: '1',
  publisher: {name: 'Everywhere'},
  groups: places.map(([name, lat, lon]) => ({
    id: `https://${name.toLowerCase().replaceAll(' ', '-')}.example/`,
    name,
    sector: 'education',
    place: {label: name, lat, lon, precision: 'exact'},
  })),
});

/** A visitor before a page with one map in it, high enough to be scrolled. */
export class MapVisit {
  readonly tab: Tab;
  readonly session: CDPSession;

  private constructor(tab: Tab, session: CDPSession) {
    this.tab = tab;
    this.session = session;
  }

  static async come(
    browser: Browser,
    site: Site,
    document: CtgDocument,
    {
      size: [width, height] = [1000, 800],
      isCalm = false,
      hasTouch = false,
      attributes = '',
      before = async () => undefined,
      until = '[role=option]',
    }: Coming = {},
  ): Promise<MapVisit> {
    const data = site.file('groups.json', JSON.stringify(document));
    const context = await browser.newContext({
      viewport: {width, height},
      hasTouch,
      reducedMotion: isCalm ? 'reduce' : 'no-preference',
    });
    const tab = await context.newPage();
    // What tsx wraps functions in to keep their names, for those that are run in the page.
    await tab.addInitScript('globalThis.__name = (named) => named');
    await before(tab);
    await tab.goto(
      site.page({
        body:
          `<p>Above</p><div data-ctg="network-map" data-endpoint="${data}" ${attributes} style="min-height:40em"></div>` +
          '<p style="height:3000px">Below</p><script type="module" src="/w/network-map.js"></script>',
      }),
    );
    await tab.locator(`ctg-network-map ${until}`).first().waitFor({state: 'attached'});
    return new MapVisit(tab, await context.newCDPSession(tab));
  }

  /** Runs `look` in the page, with the map. */
  on<Result, Given>(
    look: (map: NetworkMap, given: Given) => Result,
    given?: Given,
  ): Promise<Awaited<Result>> {
    return this.tab.evaluate(
      `((look, given) => look(document.querySelector('ctg-network-map'), given))(${String(look)}, ${JSON.stringify(given)})`,
    );
  }

  seen(): Promise<Seen> {
    return this.on((map) => {
      const {x, y, zoom, scale, west, north, width, height} = map.scene!.stage.view;
      const {left, top} = map.shadowRoot!.querySelector('canvas')!.getBoundingClientRect();
      return {x, y, zoom, scale, west, north, left, top, width, height, scrolled: scrollY};
    });
  }

  marks(): Promise<readonly Drawn[]> {
    return this.on((map) =>
      map.scene!.stage.picture!.marks.map(({cluster: {key, count, x, y}, x: left, y: top}) => ({
        key,
        count,
        world: [x, y] as const,
        at: [left, top] as const,
      })),
    );
  }

  /** Resolves once two frames in a row have shown the same. */
  async rests(): Promise<Seen> {
    for (let before = await this.seen(); ;) {
      await this.frames(3);
      const now = await this.seen();
      if (JSON.stringify(now) === JSON.stringify(before)) return now;
      before = now;
    }
  }

  async frames(count: number): Promise<void> {
    for (let left = count; left > 0; left--)
      await this.tab.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  }

  /** Fingers on the screen, now: those that were there and are not are lifted. */
  async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({x, y, id})),
    });
  }

  /** Leads fingers from where they are to other places in some steps, one a frame. */
  async lead(from: readonly Point[], to: readonly Point[], steps = 12): Promise<void> {
    await this.touch('touchStart', ...from.slice(0, 1));
    if (from.length > 1) await this.touch('touchStart', ...from);
    for (let step = 1; step <= steps; step++) {
      await this.touch(
        'touchMove',
        ...from.map(([x, y], finger): Point => [
          x + ((to[finger]![0] - x) * step) / steps,
          y + ((to[finger]![1] - y) * step) / steps,
        ]),
      );
      await this.frames(1);
    }
  }

  async tap([x, y]: Point): Promise<void> {
    await this.touch('touchStart', [x, y]);
    await this.touch('touchEnd');
  }

  async end(): Promise<void> {
    await this.tab.context().close();
  }
}

/** The place of the world, in the unit square, that is at a point of the screen. */
export const worldAt = ({west, north, left, top, scale}: Seen, [x, y]: Point): Point => [
  west + (x - left) / scale,
  north + (y - top) / scale,
];

/** How many pixels lie between two places of the world, the short way round. */
export function pixelsBetween({scale}: Seen, [x0, y0]: Point, [x1, y1]: Point): number {
  const east = x1 - x0;
  return Math.hypot(east - Math.round(east), y1 - y0) * scale;
}
