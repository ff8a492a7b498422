import type {Network, Tie} from '../network.js';
import {membersOf} from './graph.js';

/** Without a focus one group in so many is one of those that are tied most; the others lie around them. */
const AROUND = 8;

/**
 * Which groups to draw, at most `most` of them: by group 1, or 0 if it is left out. With a focus that is it
 * and what can be reached from it, nearest first; without one the groups with most ties and what lies around
 * them, the rest by their number of ties. Declined ties count for nothing. O(groups + ties).
 */
export function neighbourhood(
  {groups, ties}: Pick<Network, 'groups' | 'ties'>,
  focus: number | undefined,
  most: number,
): Uint8Array {
  const mask = new Uint8Array(groups.length);
  const queue: number[] = [];
  const add = (group: number): void => {
    if (queue.length >= most || mask[group] !== 0) return;
    mask[group] = 1;
    queue.push(group);
  };
  let next = 0;
  const walk = (): void => {
    for (; next < queue.length && queue.length < most; next++)
      for (const tie of groups[queue[next]!]!.ties) {
        const {from, to, state} = ties[tie]!;
        if (state !== 'declined') add(from === queue[next] ? to : from);
      }
  };
  if (focus !== undefined) {
    add(focus);
    walk();
    return mask;
  }
  const order = byTies(groups.length, ties);
  for (const group of order.slice(0, Math.ceil(most / AROUND))) add(group);
  for (const group of order) {
    walk();
    add(group);
  }
  return mask;
}

/** All groups, those with most ties first, in their own order where they have as many. O(groups + ties). */
function byTies(size: number, ties: readonly Tie[]): Uint32Array {
  const counts = new Uint32Array(size);
  for (const {from, to, state} of ties)
    if (state !== 'declined') {
      counts[from]!++;
      counts[to]!++;
    }
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  const {members} = membersOf(
    counts.map((count) => most - count),
    most + 1,
  );
  return members;
}
