import type {Bounds} from '../../../network/space/clusters.js';
import {type Camera, WORLD} from './first-look.js';

export type {Camera} from './first-look.js';

/** How near one can come: about a metre a pixel. */
export const NEAREST = 18;
/** How far beyond a pole one can look, in pixels: what is there is on the very edge of the world. */
const BEYOND = 32;

/** Where the world is on a canvas of some size, in CSS pixels. The world is never there twice. */
export class View implements Bounds, Camera {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Pixels of the whole world. */
  readonly scale: number;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;

  /** @param camera is held to what the canvas can show: no nearer than a metre a pixel, no world twice, no pole in the middle */
  constructor(width: number, height: number, camera: Camera) {
    this.width = width;
    this.height = height;
    const farthest = Math.log2(Math.max(width, height, 1) / WORLD);
    this.zoom = Math.max(farthest, Math.min(Math.max(NEAREST, farthest), camera.zoom));
    this.scale = WORLD * 2 ** this.zoom;
    const [across, down] = [width / this.scale / 2, height / this.scale / 2];
    this.x = camera.x - Math.floor(camera.x);
    const least = down - BEYOND / this.scale;
    this.y = Math.max(least, Math.min(1 - least, camera.y));
    this.west = this.x - across;
    this.east = this.x + across;
    this.north = this.y - down;
    this.south = this.y + down;
  }

  /** The same canvas, looked at otherwise. */
  at(camera: Camera): View {
    return new View(this.width, this.height, camera);
  }

  /** Pixels from the left, of an x in any copy of the world. */
  readonly toX = (x: number): number => (x - this.west) * this.scale;

  /** Pixels from the top. */
  readonly toY = (y: number): number => (y - this.north) * this.scale;

  /** What is in view and this many pixels around it. */
  around(pixels: number): Bounds & Camera {
    const {x, y, zoom, west, east, north, south} = this;
    const far = pixels / this.scale;
    return {x, y, zoom, west: west - far, east: east + far, north: north - far, south: south + far};
  }

  /** Pixels from the left, of an x in the unit square: in each copy that is in view or this many pixels from it. */
  seenXs(x: number, room: number): number[] {
    const seen: number[] = [];
    const first = this.toX(x + Math.ceil(this.west - room / this.scale - x));
    for (let at = first; at <= this.width + room; at += this.scale) seen.push(at);
    return seen;
  }

  /** As {@link seenXs}, in the copy that is nearest to the middle alone, wherever it is. */
  nearX(x: number): number {
    return this.toX(x + Math.round(this.x - x));
  }

  /** The camera after the picture was pulled by some pixels. */
  pulled(across: number, down: number): Camera {
    return {x: this.x - across / this.scale, y: this.y - down / this.scale, zoom: this.zoom};
  }

  /** The camera after coming nearer by `steps` zoom levels, so that what is at a pixel stays there. */
  zoomed(steps: number, px = this.width / 2, py = this.height / 2): Camera {
    const {zoom} = this.at({x: this.x, y: this.y, zoom: this.zoom + steps});
    const [x, y] = [this.west + px / this.scale, this.north + py / this.scale];
    const shrink = this.scale / (WORLD * 2 ** zoom);
    return {x: x + (this.x - x) * shrink, y: y + (this.y - y) * shrink, zoom};
  }
}
