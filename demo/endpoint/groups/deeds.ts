import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Database, Queries} from '../database.js';
import type {Site} from '../documents.js';
import {forgottenAt} from '../retention.js';
import {findGroup, GROUP, type GroupRow, type State} from './groups.js';

/** What a host can do with a group, and what it is afterwards: show it, or not, which also takes it off the map. */
export const GROUP_DEEDS = {show: 'shown', decline: 'declined'} as const satisfies Record<string, State>;
export type GroupDeed = keyof typeof GROUP_DEEDS;

/** Why a host's wish could not be met: it was taken back, or it is not what the host has read. */
export type NotDone = 'gone' | 'altered';

/** A group as its host sees it. */
export interface HostGroup extends GroupRow {
  /** Tells one wording of a group from the next, so that nobody shows what they have not read. */
  readonly edition: string;
}

const SEEN_BY_HOST = `${GROUP}, md5(g.body::text) as edition`;

/** The groups of a site in one of these states: those that wait longest first, others by the newest. */
export function readGroups(
  queries: Queries,
  site: string,
  state: State,
  {skip = 0, most}: {readonly skip?: number; readonly most: number},
): Promise<HostGroup[]> {
  return queries.query<HostGroup>(
    `select ${SEEN_BY_HOST} from network_groups g where g.site = $1 and g.state = $2
     order by g.place_in_line ${state === 'waiting' ? '' : 'desc'} limit $3 offset $4`,
    [site, state, most, skip],
  );
}

/**
 * Shows a group, or declines it.
 *
 * @param edition what the host has read: where the group was changed since, it is not shown unread
 */
export function answerGroup(
  database: Database,
  site: Site,
  id: string,
  deed: GroupDeed,
  {edition, now}: {readonly edition?: string; readonly now: number},
): Promise<Result<GroupRow, NotDone>> {
  return database.transaction(async (queries) => {
    const [was] = await queries.query<HostGroup>(
      `select ${SEEN_BY_HOST} from network_groups g where g.site = $1 and g.id = $2 for update`,
      [site.id, id],
    );
    if (!was || was.body === null || was.state === 'withdrawn') return fail('gone');
    if (deed === 'show' && edition !== undefined && edition !== was.edition) return fail('altered');
    // What the site published itself comes back from no message: it stays, and stays declined.
    const until = deed === 'decline' && !was.own ? forgottenAt(site, now) : null;
    await queries.query('update network_groups set state = $3, keep_until = $4 where site = $1 and id = $2', [
      site.id,
      id,
      GROUP_DEEDS[deed],
      until,
    ]);
    const is = await findGroup(queries, site.id, id);
    return is ? ok(is.group) : fail('gone');
  });
}
