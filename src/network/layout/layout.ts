/** Where the groups of a network lie in a picture of their ties alone, without a map. */
import {arrange} from './arrange.js';
import {partsOf} from './graph.js';
import {pack, type Box, type Middle, type Sheet} from './pack.js';
import {randomOf} from './random.js';

/** Work between two yields, in meetings of two nodes: 2 ms on a desk, 8 ms on a slow phone. */
export const SLICE = 250_000;

/**
 * Room between parts, more than the length of most ties, and between single nodes, in the lengths of
 * `arrange`.
 */
const ROOM = 4;
const APART = 2.5;

/** The side of a drawing by its number of nodes, roughly, in the lengths of `arrange`. */
const SIDE = 3.5;

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points, and for each of these nodes which of them is its own for now. */
interface Drawing extends Points {
  readonly nodes: Uint32Array;
  readonly at: Uint32Array;
}

/**
 * Positions, by node x and y, for a picture of a graph in which tied nodes lie near each other. It fits in
 * the unit square, around .5 .5; parts that are not tied to each other lie side by side, nodes without ties
 * in rows below.
 *
 * `ends` has two node numbers a tie. Ties of a node with itself and to nodes that are not there are passed
 * over, and one given twice counts once. Yields the positions so far after about the same amount of work each
 * time, a few milliseconds; always the same array, which is also returned. One input always gives the same
 * positions, to the last bit and in every engine: only + - × ÷ and √ are used. O(ties + nodes log nodes), and
 * what `pack` takes.
 */
export function* layoutOf(
  size: number,
  ends: Uint32Array,
  {seed = 1}: {readonly seed?: number} = {},
): Generator<Float64Array, Float64Array> {
  const picture = new Float64Array(2 * size).fill(0.5);
  const plane = {x: new Float64Array(size), y: new Float64Array(size)};
  const random = randomOf(seed);
  const {parts, alone} = partsOf(size, ends);
  yield picture;
  const drawings = parts.map(({nodes}) => rowsOf(nodes));
  let sheet: Sheet | undefined;
  let rooms: readonly Box[];
  const draw = (i: number): void => drawInto(plane, drawings[i]!, sheet!.boxes[i]!, rooms[i]!);
  const drawAll = (): void => {
    for (const i of drawings.keys()) draw(i);
    for (const [i, node] of alone.entries()) ({x: plane.x[node], y: plane.y[node]} = sheet!.singles[i]!);
    fit(plane, picture);
  };
  // Until its turn has come a part is shown in rows, in as much room as it will need by its size.
  rooms = parts.map(({nodes}) => squareOf(SIDE * Math.sqrt(nodes.length)));
  for (sheet of pack(rooms.map(widened), alone.length, APART)) yield picture;
  drawAll();
  let work = 0;
  for (const [i, part] of parts.entries())
    for (const draft of arrange(part.graph, random, SLICE)) {
      work += draft.work;
      drawings[i] = {nodes: part.nodes, ...draft};
      if (work < SLICE) continue;
      draw(i);
      fit(plane, picture);
      yield picture;
      work = 0;
    }
  rooms = drawings.map(boundsOf);
  for (sheet of pack(rooms.map(widened), alone.length, APART)) yield picture;
  drawAll();
  return picture;
}

const squareOf = (side: number): Box => ({width: side, height: side});

const widened = ({width, height}: Box): Box => ({width: width + ROOM, height: height + ROOM});

/** Nodes in the rows of a square, as long as they have not been drawn. */
function rowsOf(nodes: Uint32Array): Drawing {
  const across = Math.ceil(Math.sqrt(nodes.length));
  return {
    nodes,
    x: Float64Array.from(nodes, (_, i) => i % across),
    y: Float64Array.from(nodes, (_, i) => Math.floor(i / across)),
    at: nodes.map((_, i) => i),
  };
}

/** Draws into a room around a middle, as large as fits. */
function drawInto(plane: Points, drawing: Drawing, middle: Middle, room: Box): void {
  const {nodes, x, y, at} = drawing;
  const bounds = boundsOf(drawing);
  const scale = scaleOf(bounds, room);
  for (let i = 0; i < nodes.length; i++) {
    plane.x[nodes[i]!] = middle.x + (x[at[i]!]! - bounds.x) * scale;
    plane.y[nodes[i]!] = middle.y + (y[at[i]!]! - bounds.y) * scale;
  }
}

/** Copies all points, as large as fits in the unit square, around its middle. */
function fit(plane: Points, picture: Float64Array): void {
  const bounds = boundsOf(plane);
  const scale = scaleOf(bounds, {width: 1, height: 1});
  for (let i = 0; i < plane.x.length; i++) {
    picture[2 * i] = 0.5 + (plane.x[i]! - bounds.x) * scale;
    picture[2 * i + 1] = 0.5 + (plane.y[i]! - bounds.y) * scale;
  }
}

/**
 * How much larger something can be drawn in a room; finite, since what has no size has to stay where it is.
 */
function scaleOf(bounds: Box, room: Box): number {
  const wide = bounds.width > 0 ? room.width / bounds.width : Number.MAX_VALUE;
  const high = bounds.height > 0 ? room.height / bounds.height : Number.MAX_VALUE;
  return Math.min(wide, high);
}

/** The middle and the size of what encloses all points. */
function boundsOf({x, y}: Points): Box & Middle {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    west = Math.min(west, x[i]!);
    east = Math.max(east, x[i]!);
    north = Math.min(north, y[i]!);
    south = Math.max(south, y[i]!);
  }
  return {x: (west + east) / 2, y: (north + south) / 2, width: east - west, height: south - north};
}
