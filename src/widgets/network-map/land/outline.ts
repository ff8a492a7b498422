/** What lies under the map: land, water and borders, as shapes in the unit square of Web Mercator. */

/**
 * A ring or a line: x and y in turn, in world units (see `network/space/mercator.ts`), and the box around them. A
 * ring names its first point once and is closed where it is drawn.
 */
export interface Shape {
  readonly points: Float64Array;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** What a shape is called, where to write it, and how wide the shape is there, in world units. */
export interface Name {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/**
 * What is drawn under a map. In `land` and `water` a ring runs clockwise on the screen and a hole the other way, so
 * that all of them are filled as one path and overlaps stay filled.
 */
export interface Outline {
  readonly land: readonly Shape[];
  readonly water: readonly Shape[];
  readonly rivers: readonly Shape[];
  readonly borders: readonly Shape[];
  readonly names: readonly Name[];
}

/** The shape of these points, x and y in turn. */
export function shapeOf(points: Float64Array): Shape {
  const ends = [1 / 0, 1 / 0, -1 / 0, -1 / 0];
  points.forEach((value, at) => {
    const axis = at & 1;
    ends[axis] = Math.min(ends[axis]!, value);
    ends[axis + 2] = Math.max(ends[axis + 2]!, value);
  });
  const [west, north, east, south] = ends as [number, number, number, number];
  return {points, west, north, east, south};
}

/**
 * Reads an outline as `scripts/outlines.mjs` writes it: `units!rings!lines`, where the world is so many units wide.
 * Shapes stand between spaces; each is the steps from point to point, the first one from the end of the shape before.
 * The last digit of a step is one of 57 from `#` to `[`, those before it are of 34 from `]` to `~`, and half of them
 * are below zero.
 *
 * @param text such an outline
 * @param wide how many units of what comes out the world is to be wide
 */
export function decodeOutline(text: string, wide = 1): Outline {
  const [units, land, borders] = text.split('!');
  const unit = +units! / wide;
  const at = [0, 0];
  const read = (part: string | undefined): Shape[] =>
    (part ? part.split(' ') : []).map((shape) => {
      const points: number[] = [];
      let step = 0;
      for (let index = 0; index < shape.length; index++) {
        const code = shape.charCodeAt(index);
        if (code > 92) step = step * 34 + code - 110;
        else {
          const axis = points.length & 1;
          at[axis]! += step * 57 + code - 63;
          step = 0;
          points.push(at[axis]! / unit);
        }
      }
      return shapeOf(Float64Array.from(points));
    });
  return {land: read(land), borders: read(borders), water: [], rivers: [], names: []};
}
