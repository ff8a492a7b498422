/** Groups that may be one, which only people can tell. */
import {folded} from './search.js';
import type {NetworkGroup} from './network.js';

/** How near two groups of one name have to be, in metres. */
const NEAR = 300;
/** A name that so many have is no sign of anything. */
const COMMON = 50;
const METRES_A_DEGREE = 111_320;

/**
 * Pairs of groups, by number, of one name, from different sources, within 300 m. Never by the name alone. O(n).
 */
export function possibleDuplicates(
  groups: readonly NetworkGroup[],
): ReadonlyArray<readonly [number, number]> {
  const named = new Map<string, NetworkGroup[]>();
  for (const group of groups) {
    if (group.place?.lat === undefined) continue;
    const name = folded(group.name);
    const there = named.get(name);
    if (there) there.push(group);
    else named.set(name, [group]);
  }
  const pairs: Array<readonly [number, number]> = [];
  for (const same of named.values()) {
    if (same.length > COMMON) continue;
    for (const [at, one] of same.entries())
      for (const other of same.slice(at + 1))
        if (!one.sources.some((source) => other.sources.includes(source)) && metres(one, other) <= NEAR)
          pairs.push([one.index, other.index]);
  }
  return pairs;
}

/** How far apart two groups are, in metres; good to a few per cent over such distances. */
function metres({place: one}: NetworkGroup, {place: other}: NetworkGroup): number {
  const [a, b] = [one!, other!];
  const down = a.lat! - b.lat!;
  const turn = Math.abs(a.lon! - b.lon!);
  const across = Math.min(turn, 360 - turn) * Math.cos(((a.lat! + b.lat!) * Math.PI) / 360);
  return Math.hypot(down, across) * METRES_A_DEGREE;
}
