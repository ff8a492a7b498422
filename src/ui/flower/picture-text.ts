/** Words set for a canvas: measured, broken into lines, made smaller where they are many. */

/** How wide a text is in the font that is set. */
export type Measure = (text: string) => number;

/** Lines of one size. */
export interface Setting {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Breaks `text` at its spaces, and within a word that alone is wider than `width`. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (measure(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    // By what a reader takes for one letter: an accent or a family of emoji never stands alone.
    for (const {segment} of new Intl.Segmenter().segment(word)) {
      if (line !== '' && measure(line + segment) > width) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** What a text may take: its column and height in pixels, and the sizes it may have, the largest first. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  /** From one line to the next, in the size of the letters. */
  readonly leading: number;
  /** Sets the font of a size, and measures with it. */
  measure(size: number): Measure;
}

/**
 * `text` at the largest size at which it fits, in lines of about one length. What is too long even at the smallest is
 * cut, with three dots.
 */
export function setLines(text: string, {width, height, sizes, leading, measure}: Room): Setting {
  const most = (size: number): number => Math.max(1, Math.floor(height / (size * leading)));
  for (const size of sizes) {
    const wide = measure(size);
    const lines = breakLines(text, width, wide);
    // A long word is not broken before everything else has been tried.
    const whole = text.split(/\s+/).every((word) => wide(word) <= width);
    if (lines.length <= most(size) && (whole || size === sizes.at(-1)))
      return {size, lines: whole ? balance(text, width, lines, wide) : lines};
  }
  const size = sizes.at(-1)!;
  const lines = breakLines(text, width, measure(size)).slice(0, most(size));
  const last = Array.from(lines.pop() ?? '')
    .slice(0, -1)
    .join('');
  return {size, lines: [...lines, `${last.trimEnd()}…`]};
}

/** The same number of lines, in the narrowest column that holds them, so that none is left with one word. */
function balance(text: string, width: number, lines: string[], measure: Measure): string[] {
  for (let narrower = width * 0.95; narrower > width * 0.4; narrower -= width * 0.05) {
    const next = breakLines(text, narrower, measure);
    if (next.length > lines.length || next.some((line) => measure(line) > narrower)) break;
    lines = next;
  }
  return lines;
}
