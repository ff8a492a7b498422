/** Places that are kept for a while, for people who were asked by letter whether it is them. */
import {parseMoment} from '../../src/protocol/moment.js';
import type {Queries} from './database.js';
import {type GatheringRow, readGathering, whole} from './documents.js';

/** The gathering, counted without places whose letter was not answered in time. Only under its lock. */
export async function readCounted(
  queries: Queries,
  site: string,
  id: string,
  now: number,
): Promise<GatheringRow | undefined> {
  const row = await readGathering(queries, site, id);
  if (!row || row.held === 0) return row;
  return (await release(queries, now, {site, gathering: id})) > 0 ? readGathering(queries, site, id) : row;
}

/** Hours for which places are kept for somebody who has not answered the letter yet. */
const HELD = 24;

/** Until when places are kept: a day, and never into the gathering. */
export function heldUntil(row: GatheringRow, now: number): string {
  const {start, timeZone} = whole(row);
  const begins = start === undefined ? undefined : parseMoment(start, timeZone)?.at;
  return new Date(Math.min(now + HELD * 3_600_000, begins ?? Infinity)).toISOString();
}

/**
 * Frees the places of everyone who did not answer their letter in time, and answers how many signups that were.
 * `granted` stays, so that whoever comes back late is told why.
 */
export async function release(
  queries: Queries,
  now: number,
  only?: {readonly site: string; readonly gathering: string},
): Promise<number> {
  const gone = await queries.query(
    `update signups set status = 'cancelled', changed = now()
     where status = 'pending' and granted is not null and held_until <= $1
       and ($2::text is null or (site = $2 and gathering = $3)) returning id`,
    [new Date(now).toISOString(), only?.site ?? null, only?.gathering ?? null],
  );
  return gone.length;
}

/** What of a signup says whether a letter has to be answered. */
interface Waiting {
  readonly status: string;
  readonly granted: string | null;
}

/** Whether a signup ended because its letter was not answered in time. */
export function hasLapsed({status, granted}: Waiting): boolean {
  return status === 'cancelled' && granted !== null;
}

/** Whose word a signup waits for; undefined when it waits for none. */
export function waitsFor({status, granted}: Waiting): 'host' | 'email' | undefined {
  if (status !== 'pending') return undefined;
  return granted === null ? 'host' : 'email';
}
