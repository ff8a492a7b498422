import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Database, Queries} from '../database.js';
import type {Site} from '../documents.js';
import {forgottenAt} from '../retention.js';
import {PLEDGE, type PledgeRow, readPledge, type State} from './pledges.js';
import {lockPledges, settle} from './tallies.js';

/**
 * What a host can do with a pledge, and what it is afterwards: show it, only count it (which also takes it off the wall),
 * or not take it at all.
 */
export const DEEDS = {show: 'shown', hide: 'counted', decline: 'declined'} as const satisfies Record<
  string,
  State
>;
export type PledgeDeed = keyof typeof DEEDS;

/** Why a host's wish could not be met: it was taken back, or it is not what the host has read. */
export type NotDone = 'gone' | 'altered';

/** A pledge as its host sees it. */
export interface HostPledge extends PledgeRow {
  /** Tells one wording of a pledge from the next, so that nobody shows what they have not read. */
  readonly edition: string;
  /** Whether it is no longer what came in. */
  readonly rewritten: boolean;
  /** Whether there is an earlier one with the same e-mail address. */
  readonly again: boolean;
}

const SEEN_BY_HOST = `
  ${PLEDGE}, extract(epoch from p.changed)::text as edition, p.changed > p.created as rewritten,
  not p.counts and p.state <> 'declined' as again`;

/** The pledges of a site in one of these states: those that wait longest first, others by the newest. */
export function readPledges(
  queries: Queries,
  site: string,
  state: State,
  {skip = 0, most}: {readonly skip?: number; readonly most: number},
): Promise<HostPledge[]> {
  return queries.query<HostPledge>(
    `select ${SEEN_BY_HOST} from pledges p where p.site = $1 and p.state = $2
     order by p.place_in_line ${state === 'waiting' ? '' : 'desc'} limit $3 offset $4`,
    [site, state, most, skip],
  );
}

/** Every pledge of a site that was not taken back, in the order in which they came. */
export function readAllPledges(queries: Queries, site: string): Promise<HostPledge[]> {
  return queries.query<HostPledge>(
    `select ${SEEN_BY_HOST} from pledges p where p.site = $1 and p.state <> 'withdrawn' order by p.place_in_line`,
    [site],
  );
}

/** How many pledges wait to be read. */
export async function countWaiting(queries: Queries, site: string): Promise<number> {
  const [row] = await queries.query<{many: number}>(
    `select count(*)::int as many from pledges where site = $1 and state = 'waiting'`,
    [site],
  );
  return row?.many ?? 0;
}

/**
 * Shows a pledge, takes it off the wall, or declines it; the counts follow in the same moment.
 *
 * @param edition what the host has read: where the pledge was changed since, it is not shown unread; left out, only
 * what was never changed is shown
 */
export function answerPledge(
  database: Database,
  site: Site,
  id: string,
  deed: PledgeDeed,
  {edition, now}: {readonly edition?: string; readonly now: number},
): Promise<Result<PledgeRow, NotDone>> {
  return database.transaction(async (queries) => {
    if (!(await lockPledges(queries, site.id))) return fail('gone');
    const [was] = await queries.query<HostPledge>(
      `select ${SEEN_BY_HOST} from pledges p where p.site = $1 and p.id = $2`,
      [site.id, id],
    );
    if (!was || was.body === null || was.state === 'withdrawn') return fail('gone');
    // Whoever wanted only to be counted is not shown, whatever an old page offers.
    if (deed === 'show' && was.body.display === 'anonymous') return fail('altered');
    const unread = edition === undefined ? was.rewritten : edition !== was.edition;
    if (deed === 'show' && was.state !== 'shown' && unread) return fail('altered');
    const state = DEEDS[deed];
    await queries.query('update pledges set state = $3, keep_until = $4 where site = $1 and id = $2', [
      site.id,
      id,
      state,
      state === 'declined' ? forgottenAt(site, now) : null,
    ]);
    await settle(queries, site.id, id, [was.person]);
    const is = await readPledge(queries, site.id, id);
    return is ? ok(is) : fail('gone');
  });
}
