import type {Receipt} from '../../../src/protocol/receipt.js';
import type {GroupRow, State} from './groups.js';

/** Address of the page and the data behind one group; whoever knows it may change the group or take it back. */
export function ownGroupHref(base: string, site: string, token: string): string {
  return `${base}/${site}/groups/${token}`;
}

/** What whoever added a group is told of each state. */
const STATUSES: Readonly<Record<State, Receipt['status']>> = {
  waiting: 'pending',
  shown: 'confirmed',
  declined: 'declined',
  withdrawn: 'cancelled',
};

/** What became of a group, said to whoever added it. */
export function groupReceiptOf(
  {id, state, token}: GroupRow,
  {site, base}: {readonly site: string; readonly base: string},
): Receipt {
  return {
    id,
    status: STATUSES[state],
    ...(state === 'waiting' && {waitsFor: 'host'}),
    token,
    manage: ownGroupHref(base, site, token),
  };
}
