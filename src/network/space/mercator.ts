/** A position in the world as a unit square: x grows eastwards from the antimeridian, y southwards. */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

/** A position in degrees, as WGS 84 gives it. */
export interface Degrees {
  readonly lon: number;
  readonly lat: number;
}

/** Where the square ends, in degrees: beyond it Web Mercator would stretch without limit. */
export const EDGE_LATITUDE = 85.0511287798066;

/**
 * Web Mercator in a unit square: longitude -180 is x = 0, latitude 85.05 is y = 0. Latitudes nearer to a pole are
 * drawn on the edge, longitudes beyond ±180 come round. Not a finite number gives NaN: a place that is none.
 */
export function projectMercator(lon: number, lat: number): WorldPoint {
  const turns = lon / 360 + 0.5;
  const radians = (Math.max(-EDGE_LATITUDE, Math.min(EDGE_LATITUDE, lat)) * Math.PI) / 180;
  const y = 0.5 - Math.atanh(Math.sin(radians)) / (2 * Math.PI);
  return {x: turns - Math.floor(turns), y: Math.max(0, Math.min(1, y))};
}

/** The inverse of {@link projectMercator}; an x beyond the unit square gives the longitude of its copy of the world. */
export function unprojectMercator(x: number, y: number): Degrees {
  return {lon: (x - 0.5) * 360, lat: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI};
}
