import type {Group} from '../protocol/group.js';

/** Whether a place is on the earth, or known by its name alone. */
export function isSomewhere(place: Group['place']): boolean {
  if (!place) return false;
  const {lat, lon} = place;
  if (lat === undefined && lon === undefined) return true;
  return Math.abs(lat ?? NaN) <= 90 && Math.abs(lon ?? NaN) <= 180 && !(lat === 0 && lon === 0);
}
