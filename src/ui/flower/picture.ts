import {fail, ok, type Result} from '../../base/result.js';
import {FEWEST, HEART, layOut, MOST, SEEDS, type Flower} from './geometry.js';
import {pictureColors} from './picture.styles.js';
import {setLines, type Measure, type Setting} from './picture-text.js';

/** Width and height in pixels: what the places where people share show without cutting. */
export const PICTURE = {width: 1200, height: 630};

/** What the picture shows: values and never a name. */
export interface SharedPicture {
  /** Ids of all values, in the order of the list. */
  readonly values: readonly string[];
  readonly chosen: ReadonlySet<string>;
  /** The chosen ones as a list, such as "Love and Service". */
  readonly title: string;
  /** What is said of them, such as "are what I want to live by." */
  readonly sentence: string;
  /** Where one can do the same, such as `stpaul.example`. */
  readonly host: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Space at the edge, and the column of words, on the other side of the flower. */
const EDGE = 70;
const COLUMN = {from: 640, width: 490};
/** Where the flower's heart lies, and its reach. */
const MIDDLE = {x: 330, y: PICTURE.height / 2};
const REACH = 252;

/**
 * Draws the picture that people share, as a PNG. `within` is the widget's wrapper: its font and colours are taken,
 * in their light form, because a picture is seen anywhere.
 *
 * `blocked`: this browser gives no picture of a canvas, as those do that guard against being recognised by one.
 */
export async function drawPicture(picture: SharedPicture, within: Element): Promise<Result<Blob, 'blocked'>> {
  const canvas = Object.assign(document.createElement('canvas'), PICTURE);
  const colors = resolver(within);
  try {
    const pen = canvas.getContext('2d');
    if (!pen) return fail('blocked');
    drawAll(pen, picture, colors, getComputedStyle(within).fontFamily);
    if (!isSeen(pen, picture)) return fail('blocked');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob && blob.size > 0 ? ok(blob) : fail('blocked');
  } catch {
    // A browser or an extension may also throw where a canvas is read; that is the same to a visitor.
    return fail('blocked');
  } finally {
    colors.end();
    // Safari keeps the memory of a canvas that has a size for a long time.
    canvas.width = 0;
  }
}

/** Turns an expression of our tokens into a colour that a canvas understands. */
interface Colors {
  (expression: string): string;
  end(): void;
}

function resolver(within: Element): Colors {
  const probe = document.createElement('i');
  probe.hidden = true;
  probe.style.colorScheme = 'light';
  within.append(probe);
  const resolve = (expression: string): string => {
    probe.style.color = expression;
    return getComputedStyle(probe).color;
  };
  return Object.assign(resolve, {end: () => probe.remove()});
}

/** The flower of these values. More than it has petals, or fewer: a petal for each that was chosen. */
function petalsOf({values, chosen}: SharedPicture): boolean[] {
  const all = values.map((id) => chosen.has(id));
  if (all.length >= FEWEST && all.length <= MOST) return all;
  const some = all.filter(Boolean).length;
  return Array.from({length: Math.min(MOST, Math.max(FEWEST, some))}, (_, index) => index < some);
}

function drawAll(pen: CanvasRenderingContext2D, picture: SharedPicture, colors: Colors, font: string): void {
  const {width, height} = PICTURE;
  pen.fillStyle = colors(pictureColors.paper);
  pen.fillRect(0, 0, width, height);

  const petals = petalsOf(picture);
  pen.save();
  pen.translate(picture.direction === 'rtl' ? width - MIDDLE.x : MIDDLE.x, MIDDLE.y);
  pen.scale(REACH / 100, REACH / 100);
  drawFlower(pen, layOut(petals.map(() => 0)), petals, colors);
  pen.restore();

  drawWords(pen, picture, colors, font);
}

function drawFlower(
  pen: CanvasRenderingContext2D,
  flower: Flower,
  chosen: readonly boolean[],
  colors: Colors,
): void {
  const glow = pen.createRadialGradient(0, 0, 30, 0, 0, 122);
  glow.addColorStop(0, colors(pictureColors.glow));
  glow.addColorStop(1, colors(pictureColors.paper));
  pen.fillStyle = glow;
  pen.fillRect(-122, -122, 244, 244);

  const shade = pen.createRadialGradient(0, 0, 0, 0, 0, 100);
  shade.addColorStop(0, colors(pictureColors.shadeIn));
  shade.addColorStop(1, colors(pictureColors.shadeOut));
  const [whole, leaf] = [new Path2D(flower.whole), new Path2D(flower.leaf)];
  const slim = Math.min(1, 5 / chosen.length);
  const veins = new Path2D();
  for (const side of [-1, -0.5, 0, 0.5, 1]) {
    veins.moveTo(side * 1.5, -HEART);
    veins.quadraticCurveTo(side * 11 * slim, -42, side * 15 * slim, -74 + 15 * Math.abs(side));
  }
  const turned = (degrees: number, draw: () => void): void => {
    pen.save();
    pen.rotate((degrees * Math.PI) / 180);
    draw();
    pen.restore();
  };
  const paint = (path: Path2D, fill: string, line: string, edge: number): void => {
    pen.fillStyle = fill;
    pen.fill(path);
    pen.strokeStyle = line;
    pen.lineWidth = edge;
    pen.stroke(path);
  };

  const [leafFill, leafLine, line] = [pictureColors.leaf, pictureColors.leafLine, pictureColors.line].map(
    colors,
  );
  for (const {turn} of flower.petals)
    turned(turn + flower.half, () => paint(leaf, leafFill!, leafLine!, 0.9));
  // The chosen ones last, so that their edges stay whole.
  for (const bloomed of [false, true])
    for (const [index, {turn, tone}] of flower.petals.entries()) {
      if (chosen[index] !== bloomed) continue;
      turned(turn, () => {
        paint(whole, colors(bloomed ? pictureColors.chosen(tone) : pictureColors.open(tone)), line!, 1);
        if (!bloomed) return;
        pen.fillStyle = shade;
        pen.fill(whole);
        pen.lineWidth = 2;
        pen.stroke(whole);
        pen.strokeStyle = colors(pictureColors.vein);
        pen.lineWidth = 0.8;
        pen.stroke(veins);
      });
    }

  const heart = new Path2D();
  heart.arc(0, 0, HEART, 0, 2 * Math.PI);
  paint(heart, colors(pictureColors.surface), line!, 1);
  pen.fillStyle = colors(pictureColors.seeds);
  for (const {turn} of flower.petals)
    turned(turn, () => {
      pen.beginPath();
      pen.arc(0, -SEEDS, 2.25, 0, 2 * Math.PI);
      pen.fill();
    });
}

function drawWords(
  pen: CanvasRenderingContext2D,
  {title, sentence, host, direction}: SharedPicture,
  colors: Colors,
  font: string,
): void {
  const set = (
    text: string,
    {weight, leading, height, sizes}: {weight: number; leading: number; height: number; sizes: number[]},
  ): Setting & {weight: number; leading: number} => {
    const measure = (size: number): Measure => {
      pen.font = `${weight} ${size}px ${font}`;
      return (line) => pen.measureText(line).width;
    };
    return {...setLines(text, {width: COLUMN.width, height, sizes, leading, measure}), weight, leading};
  };
  const big = set(title, {
    weight: 600,
    leading: 1.16,
    height: 260,
    sizes: [76, 68, 60, 54, 48, 42, 37, 32, 28],
  });
  const plain = set(sentence, {weight: 400, leading: 1.35, height: 110, sizes: [33, 30, 26]});
  const small = set(host, {weight: 400, leading: 1.3, height: 40, sizes: [28, 24, 20]});
  const parts = [
    {...big, after: 26, color: pictureColors.text},
    {...plain, after: 34, color: pictureColors.text},
    {...small, after: 0, color: pictureColors.muted},
  ].filter(({lines}) => lines.length > 0);

  const tall = parts.reduce(
    (sum, {size, lines, leading, after}) => sum + lines.length * size * leading + after,
    0,
  );
  const x = direction === 'rtl' ? PICTURE.width - COLUMN.from : COLUMN.from;
  let y = Math.max(EDGE, (PICTURE.height - tall) / 2);
  pen.direction = direction;
  pen.textAlign = direction === 'rtl' ? 'right' : 'left';
  pen.textBaseline = 'alphabetic';
  for (const {size, lines, weight, leading, after, color} of parts) {
    pen.font = `${weight} ${size}px ${font}`;
    pen.fillStyle = colors(color);
    for (const line of lines) {
      // Where letters without tails stand in their line.
      pen.fillText(line, x, y + size * (leading / 2 + 0.35));
      y += size * leading;
    }
    y += after;
  }
}

/**
 * Whether what was drawn can be read back. Browsers that guard against being recognised answer with one colour, or
 * with noise; a little noise, which some add everywhere, is no harm.
 */
function isSeen(pen: CanvasRenderingContext2D, {direction}: SharedPicture): boolean {
  const read = (x: number, y: number, side: number): number[] =>
    Array.from(pen.getImageData(direction === 'rtl' ? PICTURE.width - x : x, y, side, side).data);
  const paper = read(10, 10, 4);
  const [red, green, blue] = paper as [number, number, number];
  const far = (pixel: number[]): number =>
    Math.abs(pixel[0]! - red) + Math.abs(pixel[1]! - green) + Math.abs(pixel[2]! - blue);
  const even = paper.every((_, index) => index % 4 > 0 || far(paper.slice(index, index + 3)) < 24);
  // Across the edge of the heart, which is drawn whatever was chosen.
  const edge = Array.from({length: 16}, (_, step) => read(MIDDLE.x, MIDDLE.y + 44 + step, 1));
  return even && edge.some((pixel) => far(pixel) > 60);
}
