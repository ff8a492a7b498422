import {readPalette} from './palette.js';
import type {Pen} from './pen.js';
import type {Look} from './look.js';
import type {Picture} from './picture.js';
import {type Camera, fitting, ROOM} from './first-look.js';
import {View} from './view.js';

/** Pixels of a screen that are used for one of CSS, at most: more nobody sees, and each costs four times as much. */
const SHARPEST = 2;
/** Pixels of a picture that is kept or printed: 300 an inch across a page. No more in all than a phone can hold. */
const ACROSS = 2_400;
const MOST = 12_000_000;
/** How long after its last move a picture counts as still, in milliseconds. */
const STILL = 120;
/** How long the picture takes to move, in milliseconds. */
const MOVE = 200;

/** What was painted on another canvas: with what, on how many CSS pixels, and how many of its pixels are one of those. */
export interface Copy {
  readonly context: CanvasRenderingContext2D;
  readonly pen: Pen;
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

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
  /** How much wider than usual ties are drawn. */
  ties = 1;
  /** Whether anybody has looked elsewhere since it was last set to false. */
  isMoved = false;
  /** Paints what lies above a map on the screen alone: pictures and paper are passed on, and it is a visitor's place. */
  above: ((context: CanvasRenderingContext2D, view: View, look: Look) => void) | undefined;
  /** Told after each painting. */
  onPaint: () => void = () => undefined;
  /** Told when there is room for the first time. */
  onRoom: () => void = () => undefined;

  #canvas: HTMLCanvasElement | null = null;
  #context: CanvasRenderingContext2D | null = null;
  #probe: HTMLElement | null = null;
  #pen: Pen | undefined;
  /** Known before anything is painted, since what is looked at depends on it. */
  #letters: Omit<Pen, 'palette'> = {family: 'sans-serif', unit: 1};
  /** The frame that it will be painted with; 0 where nothing has changed. */
  #due = 0;
  #move = 0;
  /** Whether what is on the canvas is for paper. */
  #isPrinted = false;
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
    this.#pen = undefined;
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
    // Marks and their names grow with the letters, and so does the room around them.
    const room = ROOM * this.#letters.unit;
    return groups
      ? fitting(
          this.view,
          groups.map((group) => x[group]!),
          groups.map((group) => y[group]!),
          () => true,
          room,
        )
      : fitting(this.view, x, y, (group) => atlas.shows(group), room);
  }

  /** Whether there is anything to paint on. */
  get hasRoom(): boolean {
    return this.view.width > 0;
  }

  /**
   * Paints what is seen on another canvas, as sharp as paper shows it; `undefined` where there is nothing to be seen or
   * the browser gives no canvas. `isLight`: in light colours, whatever the page has.
   */
  paintOn(canvas: HTMLCanvasElement, isLight: boolean): Copy | undefined {
    const {width, height} = this.view;
    if (!this.picture || !this.hasRoom) return undefined;
    const density = Math.min(ACROSS / width, Math.sqrt(MOST / (width * height)));
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    const pen = this.#readPen(isLight);
    this.#paintWith(context, pen, false);
    return {context, pen, width, height, density};
  }

  /** Makes the canvas ready for paper. In one go: a browser prints what is there when it has told the page. */
  print(): void {
    if (!this.#canvas) return;
    this.#isPrinted = this.paintOn(this.#canvas, true) !== undefined;
  }

  /** Makes it ready for the screen again. */
  unprint(): void {
    if (!this.#isPrinted) return;
    this.#isPrinted = false;
    this.#measure();
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
    if (!width || !height || this.#isPrinted) return;
    const isFirst = !this.hasRoom;
    const density = Math.min(SHARPEST, devicePixelRatio || 1);
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    this.#context = canvas.getContext('2d');
    this.#context?.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    this.view = new View(width, height, this.view);
    this.#readLetters();
    if (isFirst) this.onRoom();
    // At once: an emptied canvas would flash.
    this.#draw();
  }

  #draw(): void {
    cancelAnimationFrame(this.#due);
    this.#due = 0;
    const context = this.#context;
    if (!context || !this.picture || !this.hasRoom || this.#isPrinted) return;
    this.#pen ??= this.#readPen(false);
    const look = this.#paintWith(context, this.#pen, this.#still !== undefined);
    if (this.picture.placing.isMap) this.above?.(context, this.view, look);
    this.onPaint();
  }

  #readLetters(): void {
    const {fontFamily: family, fontSize} = getComputedStyle(this.#canvas!);
    this.#letters = {family, unit: parseFloat(fontSize) / 16};
  }

  #readPen(isLight: boolean): Pen {
    this.#readLetters();
    const probe = this.#probe!;
    probe.style.colorScheme = isLight ? 'light' : '';
    const palette = readPalette(probe);
    probe.style.colorScheme = '';
    return {palette, ...this.#letters};
  }

  #paintWith(context: CanvasRenderingContext2D, pen: Pen, isMoving: boolean): Look {
    const {chosen, at, ties, view} = this;
    const look = {...pen, chosen, at, ties, isMoving};
    this.picture!.paint(context, view, look);
    return look;
  }
}
