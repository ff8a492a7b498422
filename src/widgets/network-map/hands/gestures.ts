import type {MapHost} from '../map-host.js';
import type {Stage} from '../scene/stage.js';
import {press} from './press.js';

/** A pointer that moves less is a press, in pixels. */
const STILL = 6;
/** Two presses within this time are one that comes closer, in milliseconds. */
const TWICE = 300;
/** How far a picture goes on that was let go in motion, in milliseconds of that motion. */
const THROW = 120;
/** Zoom levels for a pixel of the wheel; a line counts as sixteen pixels, a page as the height. */
const WHEEL = 1 / 240;
const LINE = 16;
/** Whoever wants no motion has the picture where it was let go. */
const CALM = '(prefers-reduced-motion: reduce)';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

/** Drags, throws, pinches, wheels and presses on the picture. */
export class Gestures {
  readonly #host: MapHost;
  /** Told that somebody scrolls over the picture who may want to zoom. */
  readonly #onScroll: () => void;
  readonly #down = new Map<number, Point>();
  #first: Point | undefined;
  #lastPress: Point | undefined;
  #speed: readonly [number, number] = [0, 0];
  /** A single finger that went up or down first: the page scrolls by it, and the picture stays. */
  #isPages = false;

  constructor(host: MapHost, onScroll: () => void) {
    this.#host = host;
    this.#onScroll = onScroll;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const point = this.#pointOf(event);
    // The first of its kind: whatever was down before is gone, even where nobody was told.
    if (event.isPrimary) this.#down.clear();
    this.#first = this.#down.size === 0 ? point : undefined;
    this.#isPages = false;
    this.#down.set(event.pointerId, point);
    this.#speed = [0, 0];
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    const before = this.#down.get(event.pointerId);
    const now = this.#pointOf(event);
    if (!before) return this.#hover(event, now);
    if (this.#first) {
      if (far(this.#first, now) < STILL) return;
      const [across, down] = [now.x - before.x, now.y - before.y];
      // The first move is told before the browser takes the finger for itself.
      this.#isPages = event.pointerType === 'touch' && Math.abs(down) > Math.abs(across);
      this.#first = undefined;
    }
    const {stage} = this.#host.scene!;
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    this.#down.set(event.pointerId, now);
    if (other) {
      const middle = [(now.x + other.x) / 2, (now.y + other.y) / 2] as const;
      const steps = Math.log2(Math.max(1, far(now, other)) / Math.max(1, far(before, other)));
      // Pulled first: what was between the fingers is then between them, and comes closer right there.
      stage.go(stage.view.pulled((now.x - before.x) / 2, (now.y - before.y) / 2));
      stage.go(stage.view.zoomed(steps, ...middle));
      return;
    }
    if (this.#isPages) return;
    const time = Math.max(1, now.time - before.time);
    this.#speed = [(now.x - before.x) / time, (now.y - before.y) / time];
    stage.go(stage.view.pulled(now.x - before.x, now.y - before.y));
  };

  readonly up = (event: PointerEvent): void => {
    const last = this.#down.get(event.pointerId);
    if (!last) return;
    this.#down.delete(event.pointerId);
    const now = this.#pointOf(event);
    if (this.#first && this.#down.size === 0) return this.#press(now, event.pointerType !== 'mouse');
    const [across, down] = this.#speed;
    const isThrown = now.time - last.time < 60 && Math.hypot(across, down) > 0.3;
    const {stage} = this.#host.scene!;
    if (isThrown && this.#down.size === 0 && !matchMedia(CALM).matches)
      stage.go(stage.view.pulled(across * THROW, down * THROW), true);
  };

  readonly cancel = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
    this.#first = undefined;
  };

  readonly leave = (event: PointerEvent): void => {
    this.#point(event, undefined);
  };

  /** Comes closer where it is meant: with Ctrl, as a pinch on a touchpad says it, or once the picture was pressed. */
  readonly wheel = (event: WheelEvent): void => {
    const {stage} = this.#host.scene!;
    const box = event.currentTarget as HTMLElement;
    const isHeld = event.ctrlKey || event.metaKey;
    if (!isHeld && !box.matches(':focus')) return this.#onScroll();
    const pixels =
      event.deltaY * (event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? stage.view.height : 1);
    // A pinch comes in small steps, a wheel in large ones.
    const steps = Math.max(-1, Math.min(1, -pixels * (event.ctrlKey ? 4 : 1) * WHEEL));
    const {x, y} = this.#pointOf(event);
    const next = stage.view.zoomed(steps, x, y);
    // A wheel that changes nothing any more is the page's again: nobody is to be kept here.
    if (!isHeld && next.zoom === stage.view.zoom) return;
    event.preventDefault();
    stage.go(next);
  };

  /** Two fingers are for the picture, one is for the page. */
  readonly touch = (event: TouchEvent): void => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };

  #hover(event: PointerEvent, {x, y}: Point): void {
    if (event.pointerType !== 'touch')
      this.#point(event, this.#host.scene!.stage.picture?.markAt(x, y)?.cluster);
  }

  #point({currentTarget}: PointerEvent, at: Stage['at']): void {
    const {stage} = this.#host.scene!;
    if (stage.at === at) return;
    stage.at = at;
    (currentTarget as Element).toggleAttribute('data-over', at !== undefined);
    stage.paint();
  }

  #press(now: Point, isTouch: boolean): void {
    const {stage} = this.#host.scene!;
    const last = this.#lastPress;
    this.#lastPress = now;
    const mark = stage.picture?.markAt(now.x, now.y);
    if (last && !mark && now.time - last.time < TWICE && far(last, now) < 4 * STILL) {
      this.#lastPress = undefined;
      stage.go(stage.view.zoomed(1, now.x, now.y), true);
    } else press(this.#host, mark, isTouch);
  }

  #pointOf(event: PointerEvent | WheelEvent): Point {
    const {left, top} = (event.currentTarget as Element).getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top, time: event.timeStamp};
  }
}

const far = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
