/** Spots on the map as people type them. */

/** A spot in degrees. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
}

/** A spot; that there is none; that one of its numbers is missing; that it is nowhere on earth. */
export type SpotRead = Spot | 'none' | 'half' | 'wrong';

/** Degrees as people type them: with a comma, with a sign of degrees. Not a number where it is none. */
function degrees(typed: string): number {
  return Number(typed.replace(',', '.').replace(/[°\s]/g, '').replace('−', '-') || NaN);
}

/** Reads what stands in the two fields. */
export function readSpot(north: string, east: string): SpotRead {
  const [isNorth, isEast] = [north.trim() !== '', east.trim() !== ''];
  if (!isNorth && !isEast) return 'none';
  if (!isNorth || !isEast) return 'half';
  const [lat, lon] = [degrees(north), degrees(east)];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : 'wrong';
}

/** Whether two numbers that are no spot would be one the other way round. */
export function isWrongWay(north: string, east: string): boolean {
  return typeof readSpot(east, north) === 'object';
}

/** The two numbers of a spot that was pasted whole into one field, as maps write it: `39.5296, -119.8138`. */
export function pastedSpot(typed: string): readonly [north: string, east: string] | undefined {
  // With a point in both, since `39,53` is one number in half of the world.
  const [, north, east] = /^\s*(-?\d+\.\d+)°?\s*[,;\s]\s*(-?\d+\.\d+)°?\s*$/.exec(typed) ?? [];
  return north !== undefined && east !== undefined ? [north, east] : undefined;
}
