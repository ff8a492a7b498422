import type {Gathering} from '../../src/protocol/gathering.js';
import {parseMoment} from '../../src/protocol/moment.js';
import type {Database} from './database.js';
import type {Site} from './documents.js';

const DAY = 24 * 3_600_000;
/** Days for which personal data are kept after a gathering where a site says nothing else. */
const KEEP_DAYS = 30;

/**
 * When a signup is deleted: the site's `keepDays` after the gathering, counted from today where it has no date.
 *
 * Written down with the signup, so that moving the gathering later can not keep people's data for longer than
 * they were told, but for the time until it is over.
 */
export function keepUntil(site: Site, gathering: Gathering, now: number): string {
  const last = gathering.end ?? gathering.start;
  const end = last === undefined ? undefined : parseMoment(last, gathering.timeZone)?.at;
  return new Date(Math.max(end ?? now, now) + keepDaysOf(site) * DAY).toISOString();
}

/** Days for which a site keeps personal data after a gathering. */
export function keepDaysOf(site: Site): number {
  return site.publisher.privacy?.keepDays ?? KEEP_DAYS;
}

/** Milliseconds after which a host's form that was kept open may act a second time: thirty days. */
const PRESS_KEPT = 30 * DAY;

/** Deletes every signup whose time is over, row and all, and answers how many there were. */
export async function purge(database: Database, now: number): Promise<number> {
  const gone = await database.query('delete from signups where keep_until < $1 returning id', [
    new Date(now).toISOString(),
  ]);
  await database.query('delete from presses where at < $1', [new Date(now - PRESS_KEPT).toISOString()]);
  return gone.length;
}
