import type {Counts, Pledge} from '../../../src/protocol/pledge.js';
import type {Receipt} from '../../../src/protocol/receipt.js';
import type {Pledged, State} from './pledges.js';

/** Address of the page and the data behind one pledge; whoever knows it may change the pledge or take it back. */
export function ownHref(base: string, site: string, token: string): string {
  return `${base}/${site}/pledges/${token}`;
}

/** What the one who pledged is told of each state. A pledge that the host only counts is not a refused one. */
const STATUSES: Readonly<Record<State, Receipt['status']>> = {
  waiting: 'pending',
  shown: 'confirmed',
  counted: 'confirmed',
  declined: 'declined',
  withdrawn: 'cancelled',
};

/**
 * What became of a pledge, said to the one who made it: the same for a first one and for one more of the same person,
 * which is why the numbers have it in them even where another one counts for it.
 */
export function pledgeReceiptOf(
  {pledge}: Pledged,
  counts: Counts,
  {site, base}: {readonly site: string; readonly base: string},
): Receipt {
  const stands = pledge.state !== 'withdrawn' && pledge.state !== 'declined';
  const unseen = stands && !pledge.counts ? 1 : 0;
  const {people, organisations} = {
    ...counts,
    ...(pledge.kind === 'person'
      ? counts.people !== undefined && {people: counts.people + unseen}
      : counts.organisations !== undefined && {organisations: counts.organisations + unseen}),
  };
  return {
    id: pledge.id,
    status: STATUSES[pledge.state],
    ...(pledge.state === 'waiting' && {waitsFor: 'host'}),
    token: pledge.token,
    manage: ownHref(base, site, pledge.token),
    ...(stands && hasBadge(pledge.kind, pledge.body) && {badge: pledge.badge}),
    counts: {
      ...(people !== undefined && {people}),
      ...(organisations !== undefined && {organisations}),
    },
  };
}

/** Whether a pledge may ever have a badge: an organisation's that wants to be seen. */
export function hasBadge(kind: Pledge['kind'], body: Pledge | null): boolean {
  return kind === 'organisation' && body !== null && body.display !== 'anonymous';
}
