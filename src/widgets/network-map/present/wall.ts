import {render} from 'lit';

import type {Atlas} from '../atlas.js';
import type {MapHost} from '../map-host.js';
import {keepAwake} from './awake.js';
import {type Question, questionsOf} from './questions.js';
import {Turning} from './turning.js';
import {WallPicture} from './wall-picture.js';
import {askedOf, renderAsked, renderPicture} from './wall-view.js';

/** How long a mouse rests before what is only for it fades, in milliseconds. */
const REST = 3_000;

/**
 * The layer over the window, and over the whole screen where the browser lets it: an open `<dialog>`, so that the page
 * behind is out of reach, and in it what fills the screen, because a `<dialog>` itself may not.
 */
export class Wall {
  readonly dialog = document.createElement('dialog');
  readonly #host: MapHost;
  readonly #close: () => void;
  readonly #sheet = this.dialog.appendChild(document.createElement('div'));
  readonly #picture: WallPicture;
  readonly #asked: HTMLElement;
  readonly #turning = new Turning(
    () => this.#turn(1),
    () => this.#draw(),
  );
  readonly #sleep = keepAwake();
  readonly #resized = new ResizeObserver(() => this.#draw());
  #resting: ReturnType<typeof setTimeout> | undefined;
  #questions: readonly Question[] = [];
  #at = 0;
  /** What the questions were made of. */
  #of: {readonly atlas: Atlas; readonly mask: Uint8Array | undefined} | undefined;
  #isOver = false;

  /** @param close is called when somebody has had enough */
  constructor(host: MapHost, close: () => void) {
    this.#host = host;
    this.#close = close;
    this.dialog.className = 'wall';
    this.#sheet.className = 'sheet';
    const seen = this.#sheet.appendChild(document.createElement('div'));
    seen.className = 'seen';
    render(renderPicture(), seen);
    this.#asked = this.#sheet.appendChild(document.createElement('div'));
    this.#asked.className = 'asked';
    this.#picture = new WallPicture(host, seen);
    this.dialog.addEventListener('close', () => {
      if (!this.#isOver) this.#close();
    });
    this.dialog.addEventListener('keydown', this.#onKey);
    this.dialog.addEventListener('pointermove', this.#wake);
    this.#sheet.addEventListener('fullscreenchange', this.#onFullscreen);
    this.#resized.observe(this.#sheet);
    this.#wake();
  }

  /** The widget was drawn: opens the layer, and asks of what the widget has now. */
  shown(wantsAll: boolean): void {
    const {atlas} = this.#host;
    if (this.#isOver || !this.dialog.isConnected || !atlas) return;
    const isNew = this.#of?.atlas !== atlas || this.#of.mask !== atlas.mask;
    if (isNew) {
      if (this.#of?.atlas !== atlas) this.#picture.take(atlas);
      this.#of = {atlas, mask: atlas.mask};
      const {key} = this.#questions[this.#at] ?? {};
      this.#questions = questionsOf(atlas);
      this.#at = Math.max(
        0,
        this.#questions.findIndex((each) => each.key === key),
      );
    }
    this.#draw();
    if (!this.dialog.open) {
      this.dialog.showModal();
      this.#asked.querySelector<HTMLElement>('[role=heading]')?.focus();
    }
    if (isNew) this.#show();
    if (wantsAll) void (this.#sheet as Partial<HTMLElement>).requestFullscreen?.().catch(() => undefined); // Then it fills the window.
  }

  /** Takes the layer away. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#resting);
    this.#resized.disconnect();
    this.#turning.stop();
    this.#sleep();
    this.#picture.end();
    if (this.#isFull) void document.exitFullscreen().catch(() => undefined); // The browser has ended it itself.
    this.dialog.close();
  }

  get #isFull(): boolean {
    return (this.dialog.getRootNode() as ShadowRoot).fullscreenElement === this.#sheet;
  }

  /** Asks another question, so many further on; after the last one comes the first. */
  #turn(by: number): void {
    const all = this.#questions.length;
    this.#goTo((this.#at + by + all) % all);
  }

  #goTo(at: number): void {
    if (!this.#questions[at]) return;
    this.#at = at;
    this.#turning.again();
    this.#draw();
    this.#show();
  }

  #show(): void {
    const question = this.#questions[this.#at];
    if (!question) return;
    void this.#picture.show(question);
    const line = this.#asked.querySelector('[role=status]');
    if (line) line.textContent = askedOf(this.#host, question, this.#at, this.#questions.length);
  }

  #draw(): void {
    const question = this.#questions[this.#at];
    if (this.#isOver || !this.#host.atlas) return;
    const {words: l} = this.#host;
    this.dialog.ariaLabel = l.t('present.label');
    const draw = (lines: number): void =>
      void render(
        renderAsked(this.#host, question, {
          at: this.#at,
          all: this.#questions.length,
          lines,
          turning: this.#turning,
          turn: (by) => this.#turn(by),
          end: this.#close,
        }),
        this.#asked,
      );
    let lines = this.#lines;
    draw(lines);
    // Nobody scrolls a wall: of long names there are fewer, and how many more there are is said.
    while (lines > 1 && this.#asked.scrollHeight > this.#asked.clientHeight) draw((lines -= 1));
    const canvas = this.#sheet.querySelector('canvas');
    if (canvas)
      canvas.ariaLabel =
        this.#asked.querySelector(question ? '.answer' : '.stack')?.textContent?.trim() ?? '';
  }

  /** How many names there may be room for beside the question, or below it on a screen that is higher than wide. */
  get #lines(): number {
    const {clientWidth: width, clientHeight: height} = this.#sheet;
    const em = parseFloat(getComputedStyle(this.#sheet).fontSize) || 24;
    return width > height ? Math.max(3, Math.min(10, Math.floor((height / em - 19) / 3))) : 6;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onwards = this.#host.words.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    // What is held in the hand of a speaker sends the keys for pages.
    if (event.key === onwards || event.key === 'PageDown') this.#turn(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'PageUp')
      this.#turn(-1);
    else if (event.key === 'Home') this.#goTo(0);
    else if (event.key === 'End') this.#goTo(this.#questions.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A browser ends it on Escape, and tells the page nothing else. */
  readonly #onFullscreen = (): void => {
    if (!this.#isFull && !this.#isOver) this.#close();
  };

  readonly #wake = (): void => {
    this.dialog.classList.remove('resting');
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.dialog.classList.add('resting'), REST);
  };
}
