/** A rectangle by its size. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where boxes and single places lie: their middles, and the size of the whole, from 0. */
export interface Sheet extends Box {
  readonly boxes: readonly Middle[];
  readonly singles: readonly Middle[];
}

/** Where the middle of something is. */
export interface Middle {
  readonly x: number;
  readonly y: number;
}

/** How much wider than high a sheet should be: between a screen on a desk and one in a hand. */
const ASPECT = 1.25;

/** How many widths are tried, and how much wider each is than the one before. */
const TRIES = 8;
const WIDER = 1.2;

/**
 * Puts boxes onto a sheet so that none overlap, highest first, and single places in rows below them; tries
 * sheets of several widths and yields ever better ones, as a screen is shaped. Each box goes where its upper
 * edge is nearest to the top (bottom-left on a skyline: Burke, Kendall & Whitwell, 2004). O(boxes × boxes
 * side by side).
 */
export function* pack(boxes: readonly Box[], singles: number, side: number): Generator<Sheet, void> {
  const order = [...boxes.keys()].sort(
    (one, other) => boxes[other]!.height - boxes[one]!.height || one - other,
  );
  const area = boxes.reduce((sum, {width, height}) => sum + width * height, singles * side * side);
  let width = boxes.reduce((most, box) => Math.max(most, box.width), Math.max(side, Math.sqrt(area)));
  let best: Sheet | undefined;
  for (let i = 0; i < TRIES; i++, width *= WIDER) {
    const sheet = sheetOf(boxes, order, singles, side, width);
    if (!best || extent(sheet) < extent(best)) best = sheet;
    yield best;
  }
}

const extent = ({width, height}: Box): number => Math.max(width / ASPECT, height);

function sheetOf(
  boxes: readonly Box[],
  order: readonly number[],
  singles: number,
  side: number,
  limit: number,
): Sheet {
  const middles: Middle[] = [];
  // The lower edge of what was placed so far: from each x on, up to the next one, it is at y.
  const edge = [{x: 0, y: 0}];
  let [width, height] = [singles > 0 ? side : 0, 0];
  for (const index of order) {
    const box = boxes[index]!;
    let [at, top] = [0, Infinity];
    for (let i = 0; i < edge.length && edge[i]!.x + box.width <= limit * (1 + 1e-9); i++) {
      let y = 0;
      for (let j = i; j < edge.length && edge[j]!.x < edge[i]!.x + box.width; j++)
        y = Math.max(y, edge[j]!.y);
      if (y < top) [at, top] = [i, y];
    }
    const {x} = edge[at]!;
    const right = x + box.width;
    let end = at;
    while (end < edge.length && edge[end]!.x <= right) end++;
    const after = {x: right, y: edge[end - 1]!.y};
    edge.splice(at, end - at, {x, y: top + box.height}, after);
    middles[index] = {x: x + box.width / 2, y: top + box.height / 2};
    width = Math.max(width, right);
    height = Math.max(height, top + box.height);
  }
  if (boxes.length === 0) width = limit;
  const across = Math.max(1, Math.floor(width / side + 1e-9));
  const places = Array.from({length: singles}, (_, i) => {
    const row = Math.floor(i / across);
    const count = Math.min(across, singles - row * across);
    return {x: width / 2 + ((i % across) - (count - 1) / 2) * side, y: height + (row + 0.5) * side};
  });
  return {width, height: height + Math.ceil(singles / across) * side, boxes: middles, singles: places};
}
