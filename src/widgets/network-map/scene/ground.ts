/** What lies under a map: land, water, a grid, and a bar that says how far is how far. */
import type {Localizer} from '../../../i18n/localizer.js';
import {lengthOf, usesMiles} from '../../../i18n/phrases.js';
import {drawGrid} from '../land/draw-grid.js';
import {drawLand} from '../land/draw-land.js';
import {drawScaleBar, scaleBar} from '../land/draw-scale-bar.js';
import {decodeOutline, type Outline} from '../land/outline.js';
import {WORLD_110M} from '../land/world-110m.js';
import type {LoadFailure} from '../../../protocol/outcome.js';
import {NEAR_LAND} from './first-look.js';
import type {Look} from './look.js';
import type {Box} from './pen.js';
import type {View} from './view.js';

/** From this zoom on the finer outline is fetched. */
const FINER = 4;
/** From this zoom on there are a grid and a scale bar: of half a world neither would be true. */
const MEASURED = 4;

/** Paints streets above the land; whether there were any. */
type Streets = (context: CanvasRenderingContext2D, view: View, look: Look) => boolean;

/** The ground of one map: the world, and a region's own outline above it. */
export class Ground {
  readonly #l: () => Localizer;
  /** Those who are told when there is more to paint. */
  readonly listeners = new Set<() => void>();
  #world: Outline | undefined;
  #isFine = false;
  #hasStreets = false;
  #address: string | undefined;
  /** A region's own outline. */
  #own:
    | {readonly outline: Outline; readonly drawNames: typeof import('../land/draw-names.js').drawNames}
    | undefined;

  constructor(l: () => Localizer) {
    this.#l = l;
  }

  /** Paints it, and streets above the land where there are any. */
  readonly draw = (context: CanvasRenderingContext2D, view: View, look: Look, streets?: Streets): void => {
    const {palette, unit, family} = look;
    if (view.zoom >= FINER) void this.#fetchFiner();
    const {land, label, edge} = palette;
    if (view.zoom < NEAR_LAND) drawLand(context, (this.#world ??= decodeOutline(WORLD_110M)), view, palette);
    else {
      // All that can be seen is somebody's country; what is water there only the region's own outline knows.
      context.fillStyle = land;
      context.fillRect(0, 0, view.width, view.height);
    }
    if (view.zoom >= MEASURED) drawGrid(context, view, edge);
    if (this.#own) drawLand(context, this.#own.outline, view, palette);
    // Streets name what they show themselves.
    this.#hasStreets = !!streets?.(context, view, look);
    if (view.zoom < MEASURED) return;
    const l = this.#l();
    const bar = scaleBar(view.scale, view.y, usesMiles(l.lang));
    const at = {x: 12 * unit, y: view.height - 12 * unit, color: label, font: `${12 * unit}px ${family}`};
    drawScaleBar(context, bar, lengthOf(l, bar.value, bar.unit), at);
  };

  /** Writes what the region's own outline calls its lakes and rivers, last: names of groups matter more. */
  readonly write = (
    context: CanvasRenderingContext2D,
    view: View,
    {palette: {label, sea: halo}, unit, family}: Look,
    isFree: (box: Box) => boolean,
  ): void => {
    if (this.#hasStreets) return;
    const high = 12 * unit;
    const paint = {label, halo, font: `italic ${high}px ${family}`, high};
    this.#own?.drawNames(context, this.#own.outline.names, view, paint, isFree);
  };

  /**
   * Draws a region's own outline, from an address of GeoJSON, above the world; none without one. Resolves with why it
   * could not be had, or how many shapes of it could not be drawn.
   */
  async show(address: string | undefined): Promise<LoadFailure | number | undefined> {
    if (address === this.#address) return undefined;
    this.#address = address;
    this.#own = undefined;
    this.#changed();
    if (!address) return undefined;
    const {fetchOutline, drawNames} = await import('../land/fetch-own.js');
    const read = await fetchOutline(address);
    if (address !== this.#address) return undefined;
    if ('failure' in read) return read.failure;
    this.#own = {outline: read.outline, drawNames};
    this.#changed();
    return read.dropped;
  }

  #changed(): void {
    for (const listener of this.listeners) listener();
  }

  async #fetchFiner(): Promise<void> {
    if (this.#isFine) return;
    this.#isFine = true;
    // The coarse one is a picture already: nobody waits for this.
    await new Promise((idle) => (globalThis.requestIdleCallback ?? setTimeout)(idle));
    try {
      this.#world = decodeOutline((await import('../land/world-50m.js')).WORLD_50M);
      this.#changed();
    } catch {
      // No connection just now: the coarser one goes on, and the next painting asks again.
      this.#isFine = false;
    }
  }
}
