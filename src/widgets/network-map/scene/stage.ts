import {readPalette, type Palette} from './palette.js';
import type {Look, Picture} from './picture.js';
import {type Camera, fitting, View} from './view.js';

/** Pixels of a screen that are used for one of CSS, at most: more nobody sees, and each costs four times as much. */
const SHARPEST = 2;
/** How long after its last move a picture counts as still, in milliseconds. */
const STILL = 120;
/** How long the picture takes to move, in milliseconds. */
const MOVE = 200;

/**
 * The canvas: how large it is, what it is looked at from, and when it is painted.
 *
 * Paints once a frame at most, and only when something has changed. Owns no data and hears no pointer.
 */
export class Stage {
  view = new View(0, 0, {x: 0.5, y: 0.5, zoom: 0});
  picture: Picture | undefined;
  /** The group that is selected, and the mark that the pointer or the keyboard is at. */
  chosen: number | undefined;
  at: Look['at'];
  /** Whether anybody has looked elsewhere since it was last set to false. */
  isMoved = false;
  /** Paints what lies above a map. */
  above: ((context: CanvasRenderingContext2D, view: View, look: Look) => void) | undefined;
  /** Told after each painting. */
  onPaint: () => void = () => undefined;
  /** Told when there is room for the first time. */
  onRoom: () => void = () => undefined;

  #canvas: HTMLCanvasElement | null = null;
  #context: CanvasRenderingContext2D | null = null;
  #probe: HTMLElement | null = null;
  #palette: Palette | undefined;
  #look: Pick<Look, 'family' | 'unit'> = {family: 'sans-serif', unit: 1};
  /** The frame that it will be painted with; 0 where nothing has changed. */
  #due = 0;
  #move = 0;
  /** Counts down to when the picture stands still. */
  #still: ReturnType<typeof setTimeout> | undefined;
  readonly #resized = new ResizeObserver(() => this.#measure());

  /** Looks there without anybody having moved it. */
  begin(camera: Camera): void {
    cancelAnimationFrame(this.#move);
    this.view = this.view.at(camera);
    this.isMoved = false;
    this.paint();
  }

  /** Paints on this canvas from now on; `probe` is an element that has the look's tokens. */
  attach(canvas: HTMLCanvasElement | null, probe: HTMLElement | null): void {
    if (canvas === this.#canvas) return;
    this.#resized.disconnect();
    this.#canvas = canvas;
    this.#probe = probe;
    // Measured with the frame, which has to lay out everything anyway, and not before it as well.
    this.#context = null;
    if (canvas) this.#resized.observe(canvas);
  }

  /** The colours or the letters around it may have changed. */
  restyle(): void {
    this.#palette = undefined;
    this.paint();
  }

  /** Has it painted with the next frame. */
  readonly paint = (): void => {
    this.#due ||= requestAnimationFrame(() => this.#draw());
  };

  /** Looks from somewhere else: at once, or, where it is `smooth` and the visitor does not mind, in a moment. */
  go(camera: Camera, smooth = false): void {
    cancelAnimationFrame(this.#move);
    const calm = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (calm) return this.#turn(camera);
    const {x, y, zoom} = this.view;
    // The short way round the world.
    const across = camera.x - x - Math.round(camera.x - x);
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const t = Math.min(1, (now - start) / MOVE);
      const part = 1 - (1 - t) ** 3;
      this.#turn({
        x: x + across * part,
        y: y + (camera.y - y) * part,
        zoom: zoom + (camera.zoom - zoom) * part,
      });
      if (t < 1) this.#move = requestAnimationFrame(step);
    };
    this.#move = requestAnimationFrame(step);
  }

  /** Looks at all that is shown, or at these groups. */
  fit(groups?: readonly number[], smooth = false): void {
    const camera = this.whole(groups);
    if (camera) this.go(camera, smooth);
  }

  /** What sees all that is shown, or these groups; `undefined` where none has a place. */
  whole(groups?: readonly number[]): Camera | undefined {
    const {picture} = this;
    if (!picture) return undefined;
    const {x, y} = picture.placing;
    const {atlas} = picture.chart;
    return groups
      ? fitting(
          this.view,
          groups.map((group) => x[group]!),
          groups.map((group) => y[group]!),
          () => true,
        )
      : fitting(this.view, x, y, (group) => atlas.shows(group));
  }

  /** Whether there is anything to paint on. */
  get hasRoom(): boolean {
    return this.view.width > 0;
  }

  #turn(camera: Camera): void {
    // A place that is none would leave nothing to be seen.
    if (Number.isNaN(camera.x + camera.y + camera.zoom)) return;
    this.isMoved = true;
    clearTimeout(this.#still);
    this.#still = setTimeout(() => {
      this.#still = undefined;
      this.paint();
    }, STILL);
    this.view = this.view.at(camera);
    this.paint();
  }

  #measure(): void {
    const canvas = this.#canvas!;
    const {clientWidth: width, clientHeight: height} = canvas;
    if (!width || !height) return;
    const isFirst = !this.hasRoom;
    const density = Math.min(SHARPEST, devicePixelRatio || 1);
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    this.#context = canvas.getContext('2d');
    this.#context?.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    this.view = new View(width, height, this.view);
    if (isFirst) this.onRoom();
    // At once: an emptied canvas would flash.
    this.#draw();
  }

  #draw(): void {
    cancelAnimationFrame(this.#due);
    this.#due = 0;
    const context = this.#context;
    if (!context || !this.picture || !this.hasRoom) return;
    if (!this.#palette) {
      const {fontFamily, fontSize} = getComputedStyle(this.#canvas!);
      this.#look = {family: fontFamily, unit: parseFloat(fontSize) / 16};
      this.#palette = readPalette(this.#probe!);
    }
    const {chosen, at} = this;
    const look = {
      ...this.#look,
      palette: this.#palette,
      chosen,
      at,
      isMoving: this.#still !== undefined,
    };
    this.picture.paint(context, this.view, look);
    if (this.picture.placing.isMap) this.above?.(context, this.view, look);
    this.onPaint();
  }
}
