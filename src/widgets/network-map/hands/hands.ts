import {html, nothing, type TemplateResult} from 'lit';

import type {MapHost} from '../map-host.js';
import type {Mark} from '../scene/mark.js';
import {Gestures} from './gestures.js';
import {press} from './press.js';

/** Marks that can be gone to by key, the chosen one and the largest first. */
const MOST = 100;
/** How long the picture has to stand still before it is told anew what is on it, in milliseconds. */
const STILL = 200;
/** How far an arrow with Shift moves the map, in pixels. */
const STEP = 80;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Makes the picture something that one can touch, and go through by key and by ear. */
export class Hands {
  readonly #host: MapHost;
  readonly #gestures: Gestures;
  #marks: readonly Mark[] = [];
  /** What the marks are of: until the next painting that is the network before, which may have had more groups. */
  #of: MapHost['shown'];
  /** The mark that the keyboard is at. */
  #at: Mark['cluster'] | undefined;
  /** Whether a key moved the picture: what came of it is then read out, once it stands still. */
  #isMoved = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #wheel: ReturnType<typeof setTimeout> | undefined;

  constructor(host: MapHost) {
    this.#host = host;
    this.#gestures = new Gestures(host, () => this.#sayWheel());
    this.painted();
  }

  /** The picture was painted: once it stands still, the list of what is on it is made anew. */
  painted(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      if (this.#look()) this.#host.changed();
      if (this.#isMoved) this.#host.announce(this.#said);
      this.#isMoved = false;
    }, STILL);
  }

  /** Takes the marks as they were painted last, and whether they are others than before. */
  #look(): boolean {
    const stage = this.#host.scene?.stage;
    const marks = (stage?.picture?.marks ?? []).slice(0, MOST);
    const of = stage?.picture?.chart.atlas;
    const isSame =
      of === this.#of &&
      marks.length === this.#marks.length &&
      marks.every(({cluster}, at) => cluster === this.#marks[at]!.cluster);
    this.#marks = marks;
    this.#of = of;
    // From nearer or farther its groups are in other marks: one goes on at that of the first of them.
    if (this.#at && stage?.picture && this.#index < 0) {
      const there = stage.picture.placing.markOf(stage.view, this.#at.first) ?? this.#at;
      if (stage.at === this.#at) stage.at = there;
      this.#at = there;
    }
    return !isSame;
  }

  /** Where among the marks the keyboard is; -1 where it is at none. */
  get #index(): number {
    return this.#marks.findIndex(({cluster}) => cluster.key === this.#at?.key);
  }

  render(): TemplateResult {
    const {words: l} = this.#host;
    const at = this.#index;
    return html`<div
        class="pick"
        role="listbox"
        tabindex="0"
        aria-label=${this.#said}
        aria-describedby="pick-help"
        aria-activedescendant=${at < 0 ? nothing : `pick-${at}`}
        @pointerdown=${this.#gestures.down}
        @pointermove=${this.#gestures.move}
        @pointerup=${this.#gestures.up}
        @pointercancel=${this.#gestures.cancel}
        @pointerleave=${this.#gestures.leave}
        @wheel=${this.#gestures.wheel}
        @touchstart=${this.#gestures.touch}
        @touchmove=${this.#gestures.touch}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
      >
        ${this.#marks.map(
          (mark, index) =>
            html`<div
              role="option"
              id="pick-${index}"
              aria-selected=${mark.isChosen}
              .textContent=${this.#nameOf(mark)}
            ></div>`,
        )}
      </div>
      <p class="silent" id="pick-help" .textContent=${l.t('pick.help')}></p>
      ${this.#wheel === undefined ? nothing : html`<p class="wheel small" .textContent=${l.t('pick.wheel')}></p>`}`;
  }

  get #said(): string {
    return this.#host.words.t('pick.label', {n: this.#marks.length});
  }

  #nameOf({cluster, bloom}: Mark): string {
    const {words: l} = this.#host;
    if (cluster.count > 1) return l.t('pick.cluster', {town: bloom.label, n: cluster.count});
    const {network, kinds} = this.#of!;
    const {name, place} = network.groups[cluster.first]!;
    return l.t('pick.group', {
      name,
      kind: kinds.label(l, kinds.numbers[cluster.first]!),
      town: place?.label,
    });
  }

  readonly #onFocus = (): void => {
    this.#look();
    this.#goTo(this.#marks[Math.max(0, this.#index)]);
  };

  readonly #onBlur = (): void => {
    const {stage} = this.#host.scene!;
    stage.at = undefined;
    stage.paint();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const {stage} = this.#host.scene!;
    const {view} = stage;
    const arrow = ARROWS[event.key];
    this.#look();
    const at = this.#index;
    this.#isMoved ||= /^[-+=0]$/.test(event.key) || (arrow !== undefined && event.shiftKey);
    if (arrow && event.shiftKey) stage.go(view.pulled(-arrow[0] * STEP, -arrow[1] * STEP), true);
    else if (arrow && event.altKey) this.#goTo(this.#towards(at, arrow));
    else if (arrow)
      this.#goTo(this.#marks[Math.max(0, Math.min(this.#marks.length - 1, at + arrow[0] + arrow[1]))]);
    else if (event.key === '+' || event.key === '=') stage.go(view.zoomed(1), true);
    else if (event.key === '-') stage.go(view.zoomed(-1), true);
    else if (event.key === '0') stage.fit(undefined, true);
    else if (event.key === 'Home') this.#goTo(this.#marks[0]);
    else if (event.key === 'End') this.#goTo(this.#marks.at(-1));
    else if (event.key === 'Enter' || event.key === ' ') press(this.#host, this.#marks[at], true);
    else if (event.key === 'Escape' && this.#host.selected !== undefined) this.#host.select(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The nearest mark in a direction: what lies off it counts for twice as far. */
  #towards(at: number, [dx, dy]: readonly [number, number]): Mark | undefined {
    const from = this.#marks[at];
    if (!from) return this.#marks[0];
    let [best, nearest] = [from, Infinity];
    for (const mark of this.#marks) {
      const [x, y] = [mark.x - from.x, mark.y - from.y];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 0 || along + 2 * aside >= nearest) continue;
      nearest = along + 2 * aside;
      best = mark;
    }
    return best;
  }

  #goTo(mark: Mark | undefined): void {
    if (!mark) return;
    const {stage} = this.#host.scene!;
    this.#at = mark.cluster;
    stage.at = mark.cluster;
    stage.paint();
    this.#host.changed();
  }

  /** Somebody scrolls the page, or would like to zoom: says how for a moment. */
  #sayWheel(): void {
    clearTimeout(this.#wheel);
    this.#wheel = setTimeout(() => {
      this.#wheel = undefined;
      this.#host.changed();
    }, 1_500);
    this.#host.changed();
  }
}
