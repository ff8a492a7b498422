/** A path as it was drawn: x and y in turn. */
interface Path {
  readonly points: number[];
  closed: boolean;
}

/** What one call of `fill` or `stroke` painted. */
interface Painted {
  readonly how: 'fill' | 'stroke';
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
  readonly paths: readonly Path[];
}

/** Takes what is drawn on a canvas and keeps it, in as far as land, grid, names and scale are drawn with it. */
export class FakeCanvas {
  readonly painted: Painted[] = [];
  readonly texts: {readonly text: string; readonly x: number; readonly y: number}[] = [];
  /** How many states are saved and not restored. */
  depth = 0;
  fillStyle = '';
  strokeStyle = '';
  lineWidth = 1;
  globalAlpha = 1;
  #dash: readonly number[] = [];
  #paths: Path[] = [];

  /** This, where a context is asked for. */
  get context(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  save(): void {
    this.depth++;
  }

  restore(): void {
    this.depth--;
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  beginPath(): void {
    this.#paths = [];
  }

  moveTo(x: number, y: number): void {
    this.#paths.push({points: [x, y], closed: false});
  }

  lineTo(x: number, y: number): void {
    this.#paths.at(-1)!.points.push(x, y);
  }

  closePath(): void {
    this.#paths.at(-1)!.closed = true;
  }

  fill(): void {
    this.#paint('fill', this.fillStyle);
  }

  stroke(): void {
    this.#paint('stroke', this.strokeStyle);
  }

  measureText(text: string): {width: number} {
    return {width: text.length * 6};
  }

  strokeText(): void {}

  fillText(text: string, x: number, y: number): void {
    this.texts.push({text, x, y});
  }

  #paint(how: 'fill' | 'stroke', color: string): void {
    this.painted.push({
      how,
      color,
      width: this.lineWidth,
      dash: this.#dash,
      alpha: this.globalAlpha,
      paths: this.#paths,
    });
  }
}
