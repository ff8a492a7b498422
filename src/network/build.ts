/** One network out of the documents of many sites. */
import {possibleDuplicates} from './duplicates.js';
import {isExpired} from './freshness.js';
import {mergeGroups} from './merge.js';
import type {LeftOut, Network, SourceDocument} from './network.js';
import {tiesOf} from './ties.js';

/**
 * Makes one network of what the documents say at `now`, in milliseconds. O(n log n) in groups and ties. Which of the
 * documents comes first decides only the numbers of groups, never what is said of them.
 */
export function buildNetwork(sources: readonly SourceDocument[], now: number): Network {
  const counts = new Map<LeftOut['reason'], number>();
  const leaveOut = (reason: LeftOut['reason'], count = 1): void =>
    void (count > 0 && counts.set(reason, (counts.get(reason) ?? 0) + count));
  const all = mergeGroups(sources, now, leaveOut);
  // After merging, because a group that says itself that it has ended must not live on in what others said of it.
  const merged = all.filter(({group}) => !isExpired(group.expires, now));
  leaveOut('expired', all.length - merged.length);
  const ties = tiesOf(merged, leaveOut);
  const tied: number[][] = merged.map(() => []);
  for (const [index, {from, to}] of ties.entries()) {
    tied[from]!.push(index);
    tied[to]!.push(index);
  }
  const groups = merged.map(({group}, index) => ({...group, index, ties: tied[index]!}));
  const leftOut = [...counts].map(([reason, count]) => ({reason, count}));
  return {groups, ties, duplicates: possibleDuplicates(groups), leftOut};
}
