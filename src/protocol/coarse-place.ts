/** How much of a place is told: no more than the precision that its people chose. */

/** A place that may have a spot on the map. */
export interface Spot {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  readonly precision?: 'exact' | 'street' | 'town' | 'region' | undefined;
}

/** Decimals of a degree that are told: about a metre, a hundred metres, a kilometre, ten kilometres. */
const DECIMALS = {exact: 5, street: 3, town: 2, region: 1} as const;

/**
 * `place` with its spot rounded to its precision: that of a town where it says none, since many groups meet in homes.
 *
 * Half a spot is none. Rounding what is rounded changes nothing, so whoever sends it and whoever takes it both do.
 */
export function coarsened<Place extends Spot>(place: Place): Place {
  const {lat, lon, precision = 'town', ...rest} = place;
  if (lat === undefined || lon === undefined) return rest as Place;
  const cut = (degrees: number) => Number(degrees.toFixed(DECIMALS[precision])) + 0;
  return {...rest, lat: cut(lat), lon: cut(lon), precision} as unknown as Place;
}
