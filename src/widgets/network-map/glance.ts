import {html, type ReactiveController, svg, type TemplateResult} from 'lit';

import {projectMercator} from '../../network/space/mercator.js';
import type {Sketch} from '../../network/sketch.js';
import type {Atlas} from './atlas.js';
import {decodeOutline} from './land/outline.js';
import {WORLD_110M} from './land/world-110m.js';
import type {MapHost} from './map-host.js';
import {firstLook, fitting, NEAR_LAND, ROOM, WORLD} from './scene/first-look.js';

/** How wide the world is, in units of the picture: those of the outline, which makes its numbers short. */
const WIDE = parseInt(WORLD_110M, 10);
/** The most dots: of more, the first view shows a part. */
const MOST = 5_000;
/** The world and its neighbours on either side, for a view across the antimeridian. */
const COPIES = [-WIDE, 0, WIDE];

let land: string | undefined;

/**
 * What is seen of a map before the part that paints it is here: each group as a dot of its kind on the outline of the
 * world, from where the painted map will be looked at first. An image of the first file, so that a slow line shows
 * something true after one request; nothing in it can be pressed, and it is not read out.
 */
export class Glance implements ReactiveController {
  readonly #host: MapHost;
  #of: Atlas<Sketch> | undefined;
  #xs: number[] = [];
  #ys: number[] = [];
  /** By kind: its dots, as a path. */
  #dots: string[] = [];

  constructor(host: MapHost) {
    this.#host = host;
    host.addController(this);
  }

  render(atlas: Atlas<Sketch>): TemplateResult {
    if (this.#of !== atlas) this.#see(atlas);
    land ??= decodeOutline(WORLD_110M, WIDE)
      .land.map(({points}) => `M${points.join(' ')}Z`)
      .join('');
    return html`<svg class="glance" aria-hidden="true">
      ${COPIES.map(
        (at) => svg`<g transform="translate(${at})">
        <path d=${land}></path>
        ${this.#dots.map((dots, kind) => svg`<path class="dot halo" d=${dots}></path><path class="dot k${kind}" d=${dots}></path>`)}
      </g>`,
      )}
    </svg>`;
  }

  /** Has it looked at from where the painted map will be. */
  hostUpdated(): void {
    const {renderRoot, center, zoom} = this.#host;
    const picture = renderRoot.querySelector('.glance');
    // In no page it has neither room nor letters.
    if (!picture?.isConnected) return;
    const {clientWidth: width, clientHeight: height} = picture;
    const room = (ROOM / 16) * parseFloat(getComputedStyle(picture).fontSize);
    const whole = fitting({width, height}, this.#xs, this.#ys, () => true, room) ?? {x: 0.5, y: 0.5, zoom: 0};
    const look = firstLook(whole, center, zoom);
    // The world is never seen twice.
    const scale = Math.max(width, height, WORLD * 2 ** look.zoom) / WIDE;
    const [across, down] = [width / scale, height / scale];
    picture.setAttribute(
      'viewBox',
      [look.x * WIDE - across / 2, look.y * WIDE - down / 2, across, down].join(' '),
    );
    picture.classList.toggle('inland', look.zoom >= NEAR_LAND);
  }

  #see(atlas: Atlas<Sketch>): void {
    const {groups} = atlas.network;
    this.#of = atlas;
    this.#xs = [];
    this.#ys = [];
    this.#dots = [];
    groups.forEach(({place}, group) => {
      const {x, y} = projectMercator(place?.lon ?? NaN, place?.lat ?? NaN);
      this.#xs.push(x);
      this.#ys.push(y);
      if (x >= 0 && group % Math.ceil(groups.length / MOST) === 0) {
        const kind = atlas.kinds.numbers[group]!;
        // A line of hardly any length with round ends is a disc, whose width can be one of the screen's.
        this.#dots[kind] = `${this.#dots[kind] ?? ''}M${x * WIDE} ${y * WIDE}h.01`;
      }
    });
  }
}
