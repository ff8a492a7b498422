import {cached} from '../../../i18n/intl-cache.js';
import {listOf} from '../../../i18n/phrases.js';
import {breakLines} from '../../../ui/flower/picture-text.js';
import type {MapHost} from '../map-host.js';
import {MARK_PATHS} from '../scene/marks.js';
import type {Copy} from '../scene/stage.js';
import {sourceNames} from './source-names.js';

/** What is said below the picture, in pixels where letters have 16. */
const LETTERS = 14;
const LINE = 22;
const EDGE = 16;
/** Between two signs. */
const GAP = 22;
/** The most names of sources: more nobody reads below a picture. */
const NAMES = 12;
/** Lines as they are drawn by the state of a tie: their dashes, and how wide. */
const LINES = [
  {state: 'confirmed', dashes: [], width: 1.75},
  {state: 'claimed', dashes: [8, 6], width: 1.5},
  {state: 'unchecked', dashes: [0.1, 5.5], width: 2},
] as const;

/** A sign and what it means. */
interface Sign {
  readonly text: string;
  /** How wide the sign is. */
  readonly room: number;
  /** Draws it with its left end at 0 0. */
  draw(context: CanvasRenderingContext2D): void;
}

/**
 * Draws what is seen of the map or the connections as a PNG, sharp enough to be printed, with its signs, where the
 * groups come from, and the date. `undefined` where this browser gives no picture of a canvas.
 */
export async function drawPicture(host: MapHost): Promise<Blob | undefined> {
  const {stage} = host.scene ?? {};
  const [seen, all] = [document.createElement('canvas'), document.createElement('canvas')];
  try {
    const copy = stage?.paintOn(seen, false);
    if (!copy) return undefined;
    all.width = seen.width;
    const below = new Below(host, copy);
    all.height = seen.height + Math.ceil(below.height * copy.density);
    const context = all.getContext('2d');
    if (!context) return undefined;
    context.fillStyle = copy.pen.palette.surface;
    context.fillRect(0, 0, all.width, all.height);
    context.drawImage(seen, 0, 0);
    context.setTransform(copy.density, 0, 0, copy.density, 0, seen.height);
    below.draw(context);
    return (await new Promise<Blob | null>((made) => all.toBlob(made, 'image/png'))) ?? undefined;
  } catch {
    // Browsers that guard against being recognised by a canvas may throw where it is read.
    return undefined;
  } finally {
    // Safari keeps the memory of a canvas that has a size for a long time.
    seen.width = all.width = 0;
  }
}

/** What stands below the picture. */
class Below {
  readonly height: number;
  readonly #copy: Copy;
  readonly #isRightToLeft: boolean;
  readonly #rows: readonly (readonly Sign[])[];
  readonly #lines: readonly string[];
  readonly #font: string;

  constructor(host: MapHost, copy: Copy) {
    const {context, pen, width} = copy;
    this.#copy = copy;
    this.#isRightToLeft = host.words.dir === 'rtl';
    this.#font = `${LETTERS}px ${pen.family}`;
    context.font = this.#font;
    const wide = (text: string): number => context.measureText(text).width;
    const column = width / pen.unit - 2 * EDGE;
    this.#rows = inRows(signs(host, copy), column, (text) => wide(text));
    this.#lines = sentences(host).flatMap((text) => breakLines(text, column, wide));
    this.height = ((this.#rows.length + this.#lines.length) * LINE + 2 * EDGE) * pen.unit;
  }

  draw(context: CanvasRenderingContext2D): void {
    const {pen, width} = this.#copy;
    const {palette, unit} = pen;
    context.scale(unit, unit);
    const end = width / unit - EDGE;
    context.font = this.#font;
    context.textBaseline = 'middle';
    context.direction = this.#isRightToLeft ? 'rtl' : 'ltr';
    context.textAlign = this.#isRightToLeft ? 'right' : 'left';
    let y = EDGE + LINE / 2;
    for (const row of this.#rows) {
      let x = 0;
      for (const {text, room, draw} of row) {
        const long = context.measureText(text).width;
        context.save();
        context.translate(this.#isRightToLeft ? end - x - room : EDGE + x, y);
        draw(context);
        context.restore();
        context.fillStyle = palette.text;
        const after = x + room + 7;
        context.fillText(text, this.#isRightToLeft ? end - after : EDGE + after, y);
        x = after + long + GAP;
      }
      y += LINE;
    }
    context.fillStyle = palette.label;
    for (const line of this.#lines) {
      context.fillText(line, this.#isRightToLeft ? end : EDGE, y);
      y += LINE;
    }
  }
}

/** The kinds of group that are shown, and what the lines mean. */
function signs({atlas, words: l}: MapHost, {pen: {palette}}: Copy): Sign[] {
  const {kinds, network} = atlas!;
  const there = new Set<number>();
  for (const {index} of network.groups) if (atlas!.shows(index)) there.add(kinds.numbers[index]!);
  const marks = [...there]
    .sort((one, other) => one - other)
    .map((kind): Sign => {
      const draw = (context: CanvasRenderingContext2D): void => {
        context.translate(7, 0);
        context.scale(7, 7);
        context.fillStyle = palette.kinds[kind]!;
        context.fill(new Path2D(MARK_PATHS[kind]));
      };
      return {text: kinds.label(l, kind), room: 14, draw};
    });
  const lines = LINES.map(({state, dashes, width}): Sign => {
    const draw = (context: CanvasRenderingContext2D): void => {
      context.strokeStyle = palette.tie;
      context.lineWidth = width;
      context.lineCap = 'round';
      context.setLineDash([...dashes]);
      context.beginPath();
      context.moveTo(1, 0);
      context.lineTo(35, 0);
      context.stroke();
    };
    return {text: l.t(`line.${state}`), room: 36, draw};
  });
  return [...marks, ...lines];
}

/** How many groups there are and from where, and the day. */
function sentences({atlas, words: l, readings}: MapHost): string[] {
  const used = new Set<number>();
  for (const {index, sources} of atlas!.network.groups)
    if (atlas!.shows(index)) for (const source of sources) used.add(source);
  const names = [...new Set(sourceNames(readings.filter((_, at) => used.has(at))))];
  const named = names.length > NAMES ? [...names.slice(0, NAMES), '…'] : names;
  const date = cached(`long ${l.lang}`, () => new Intl.DateTimeFormat(l.lang, {dateStyle: 'long'}));
  return [l.t('map.sums', {n: atlas!.count, sources: listOf(l, named)}), date.format(new Date())];
}

/** Signs in as many rows as they need. */
function inRows(all: readonly Sign[], column: number, wide: (text: string) => number): Sign[][] {
  const rows: Sign[][] = [];
  let left = 0;
  for (const sign of all) {
    const needs = sign.room + 7 + wide(sign.text);
    if (rows.length === 0 || needs > left) {
      rows.push([]);
      left = column;
    }
    rows.at(-1)!.push(sign);
    left -= needs + GAP;
  }
  return rows;
}
