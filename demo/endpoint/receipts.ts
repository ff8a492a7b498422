import type {Receipt} from '../../src/protocol/receipt.js';
import {whole} from './documents.js';
import {hasLapsed, waitsFor} from './holds.js';
import type {Booked} from './signups.js';

/** Address of the page and the data behind one signup; whoever knows it may change the signup. */
export function manageHref(base: string, site: string, token: string): string {
  return `${base}/${site}/signups/${token}`;
}

/** Said to whoever comes back after the day for which places were kept. */
export const LAPSED = 'The link in your e-mail was not used in time, so the places are free for others.';

/**
 * What became of a signup, said to the one who made it.
 *
 * The whole place is told only to those who have one: elsewhere a host's home stays unknown.
 */
export function receiptOf({signup, gathering}: Booked, site: string, base: string): Receipt {
  const {place} = whole(gathering);
  const waits = waitsFor(signup);
  const coming = signup.status === 'confirmed';
  return {
    id: signup.id,
    status: signup.status,
    ...(waits && {waitsFor: waits}),
    ...(hasLapsed(signup) && {message: LAPSED}),
    ...(signup.position !== null && {position: signup.position}),
    token: signup.token,
    manage: manageHref(base, site, signup.token),
    ...(coming && place && {place}),
    counts: {taken: gathering.taken, waiting: gathering.waiting},
    gathering: gathering.id,
  };
}
