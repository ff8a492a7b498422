/** Whether a point is filled, when all shapes are one path and the rule is "nonzero", as on a canvas. */
export function isFilled(
  shapes: readonly {readonly points: ArrayLike<number>}[],
  x: number,
  y: number,
): boolean {
  let winding = 0;
  for (const {points} of shapes)
    for (let at = 0; at < points.length; at += 2) {
      const next = (at + 2) % points.length;
      const [x1, y1, x2, y2] = [points[at]!, points[at + 1]!, points[next]!, points[next + 1]!];
      if (y1 > y === y2 > y) continue;
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) > x) winding += y2 > y1 ? 1 : -1;
    }
  return winding !== 0;
}
