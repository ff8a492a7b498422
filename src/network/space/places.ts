import type {Sketch} from '../sketch.js';
import {projectMercator} from './mercator.js';

/** One x and one y a group, between 0 and 1 in Web Mercator; NaN for one without a place. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Where the groups of a network are, by number, as a `SpatialIndex` takes it. A group that gives only its town or
 * region is where the middle of that is: whoever draws it must not show it as a spot. O(n).
 */
export function placesOf({groups}: Sketch): Places {
  const x = new Float64Array(groups.length);
  const y = new Float64Array(groups.length);
  groups.forEach(({place}, index) => {
    const point = projectMercator(place?.lon ?? NaN, place?.lat ?? NaN);
    x[index] = point.x;
    y[index] = point.y;
  });
  return {x, y};
}
