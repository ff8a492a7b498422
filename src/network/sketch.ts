/** What was read, before it is known which of it is one group and who is tied to whom. */
import type {Group} from '../protocol/group.js';
import {isExpired} from './freshness.js';
import {inSteps} from './in-steps.js';
import type {SourceDocument, Tie} from './network.js';
import {isSomewhere} from './somewhere.js';

/** What a picture needs of a group. */
export interface SketchedGroup extends Pick<Group, 'name' | 'sector' | 'place'> {
  readonly ties?: readonly number[];
}

/** What a picture is made of: a network, or what will become one. */
export interface Sketch {
  readonly groups: readonly SketchedGroup[];
  readonly ties: readonly Tie[];
}

/**
 * The groups of the documents as they stand there, in steps as a network is built: a hundredth of its work, for a
 * picture of very many until the network is there. Without ties; of two that have one id the first. O(n).
 */
export function* sketchSteps(sources: readonly SourceDocument[], now: number): Generator<void, Sketch> {
  const groups: SketchedGroup[] = [];
  // One document was looked through for equal ids when it was read.
  const known = sources.length > 1 ? new Set<string>() : undefined;
  for (const source of sources)
    yield* inSteps(source.groups, (group) => {
      const {id, name, sector, place, expires} = group;
      if (known?.has(id) || isExpired(expires, now)) return;
      known?.add(id);
      groups.push(!place || isSomewhere(place) ? group : {name, sector, place: {label: place.label}});
    });
  return {groups, ties: []};
}
