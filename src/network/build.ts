/** One network out of the documents of many sites. */
import {isExpired} from './freshness.js';
import {identityOf} from './identity.js';
import {inSteps} from './in-steps.js';
import {byTrust, type Draft, groupOf, mergeGroups, type Said} from './merge.js';
import type {LeaveOut, LeftOut, Network, SourceDocument} from './network.js';
import {tiesOf} from './ties.js';

/**
 * Makes one network of what the documents say at `now`, in milliseconds. O(n log n) in groups and ties. Which of the
 * documents comes first decides only the numbers of groups, never what is said of them.
 */
export function buildNetwork(sources: readonly SourceDocument[], now: number): Network {
  const steps = buildSteps(sources, now);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/**
 * As {@link buildNetwork}, in steps of a few milliseconds between which a page can do other things; the network is
 * what the generator returns. The documents must stay as they are until then.
 */
export function* buildSteps(sources: readonly SourceDocument[], now: number): Generator<void, Network> {
  const counts = new Map<LeftOut['reason'], number>();
  const leaveOut: LeaveOut = (reason, count = 1) =>
    void (count > 0 && counts.set(reason, (counts.get(reason) ?? 0) + count));
  const {all, numberOf} = yield* mergeGroups(sources, now);
  const kept: Said[] = [];
  const groups: Draft[] = [];
  yield* inSteps(all, ({records: [any]}) => {
    const {said} = any!;
    // All that is said of one group is met once for each of its ids.
    if (said.number !== undefined) return;
    said.records.sort(byTrust);
    // After merging, because a group that says itself that it has ended must not live on in what others said of it.
    if (isExpired(said.records[0]!.group.expires, now)) {
      said.number = -1;
      return leaveOut('expired');
    }
    said.number = kept.push(said) - 1;
    groups.push(groupOf(said, now, leaveOut));
  });
  const known = (id: string, from: string): number | undefined => numberOf(identityOf(id, from));
  const ties = yield* tiesOf(kept, groups, known, leaveOut);
  return {groups, ties, leftOut: [...counts].map(([reason, count]) => ({reason, count}))};
}
