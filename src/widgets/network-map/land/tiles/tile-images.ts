import {BoundedMap} from '../../../../base/bounded-map.js';
import type {TileAddress} from './template.js';
import {parentOf, type Tile} from './tiles-in-view.js';

/** Pictures that are kept: three screens full. */
const KEPT = 128;
/** After so long a picture that could not be had is asked for again, in milliseconds. */
const AGAIN = 30_000;
/** So many levels further away is looked for a tile where a server has none so near. */
const COARSER = 3;

const keyOf = ({z, x, y}: Tile): string => `${z}/${x}/${y}`;

/**
 * The pictures of tiles: fetched when wanted, kept for a while, given up when no longer wanted.
 *
 * By `Image`, so that a page's policy has to name their host in `img-src` alone, where other map software has it too.
 * With CORS, or a canvas with them on it could not be saved; with the page's origin as referrer, since servers refuse
 * those who do not say who they are.
 */
export class TileImages {
  readonly #address: TileAddress;
  readonly #onCame: () => void;
  readonly #kept = new BoundedMap<string, HTMLImageElement>(KEPT);
  readonly #coming = new Map<string, HTMLImageElement>();
  readonly #failed = new BoundedMap<string, number>(4 * KEPT);

  constructor(address: TileAddress, onCame: () => void) {
    this.#address = address;
    this.#onCame = onCame;
  }

  /** The picture, if it is here. */
  get(tile: Tile): HTMLImageElement | undefined {
    return this.#kept.get(keyOf(tile));
  }

  /** Fetches these, and gives up all others that are still on their way. */
  want(tiles: readonly Tile[]): void {
    const wanted = new Map<string, Tile>();
    for (let tile of tiles) {
      for (let steps = 0; steps < COARSER && tile.z > 0 && this.#isFailed(tile); steps++)
        tile = parentOf(tile);
      if (!this.#isFailed(tile)) wanted.set(keyOf(tile), tile);
    }
    for (const [key, image] of this.#coming)
      if (!wanted.has(key)) {
        this.#coming.delete(key);
        image.removeAttribute('src');
      }
    for (const [key, tile] of wanted)
      if (!this.#coming.has(key) && !this.#kept.get(key)) void this.#load(key, tile);
  }

  #isFailed(tile: Tile): boolean {
    return performance.now() - (this.#failed.get(keyOf(tile)) ?? -Infinity) < AGAIN;
  }

  async #load(key: string, tile: Tile): Promise<void> {
    const image = new Image();
    this.#coming.set(key, image);
    image.crossOrigin = 'anonymous';
    image.referrerPolicy = 'strict-origin-when-cross-origin';
    image.src = this.#address.of(tile, devicePixelRatio > 1);
    try {
      await image.decode();
      if (this.#coming.get(key) === image) this.#kept.set(key, image);
    } catch {
      // No such tile, no connection, or given up: what lies under it is seen instead.
      if (this.#coming.get(key) === image) this.#failed.set(key, performance.now());
    }
    if (this.#coming.get(key) !== image) return;
    this.#coming.delete(key);
    this.#onCame();
  }
}
