import {isDeepStrictEqual} from 'node:util';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {GroupMessage} from '../../../src/protocol/group-message.js';
import type {Database, Queries} from '../database.js';
import type {Site} from '../documents.js';
import {invalid, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {forgottenAt} from '../retention.js';
import {columnsOf, GROUP, type GroupRow, shownOf, type TellGroup} from './groups.js';

/** The group was taken back: nothing is kept of it that could be shown. */
export const WITHDRAWN: Refusal = refusal(
  410,
  'withdrawn',
  'Taken back',
  'This group was taken off the map. What it said is deleted.',
);

const DECLINED = refusal(409, 'closed', 'Not shown', 'This group was not taken. You can still take it back.');

/** The group a token belongs to. The site's own have no owner but its host. */
export async function readOwnGroup(
  queries: Queries,
  site: string,
  token: string,
  lock = '',
): Promise<Result<GroupRow, Refusal>> {
  const [group] = await queries.query<GroupRow>(
    `select ${GROUP} from network_groups g where g.site = $1 and g.token = $2 and not g.own ${lock}`,
    [site, token],
  );
  return group ? ok(group) : fail(NOT_FOUND);
}

/**
 * Puts `next` in the place of what was said of a group before; where others would read something new, the host reads
 * it first. An address that is left out stays the one that it was: the answer to `GET` does not have it.
 */
export function changeGroup(
  database: Database,
  site: Site,
  token: string,
  next: GroupMessage,
  {now, tell}: {readonly now: number; readonly tell?: TellGroup | undefined},
): Promise<Result<GroupRow, Refusal>> {
  return underLock(database, site, token, async (queries, was) => {
    if (next.id !== was.id) return fail(invalid([{pointer: '/id', detail: 'This is another group.'}]));
    if (was.state === 'withdrawn' || was.body === null) return fail(WITHDRAWN);
    if (was.state === 'declined') return fail(DECLINED);
    const [lat, lon, body, asker, until] = columnsOf(next, site, now);
    const changed = new Date(now);
    const is: GroupRow = {...was, body: JSON.parse(body as string) as GroupMessage, changed};
    const same = isDeepStrictEqual(shownOf({...was, changed}), shownOf(is));
    await queries.query(
      `update network_groups set state = $3, lat = $4, lon = $5, body = $6, changed = $7,
         asker = coalesce($8, asker), asker_until = coalesce($9, asker_until) where site = $1 and id = $2`,
      [site.id, was.id, same ? was.state : 'waiting', lat, lon, body, changed.toISOString(), asker, until],
    );
    if (!same && was.state !== 'waiting') await tell?.(queries, is);
    return ok(undefined);
  });
}

/**
 * Takes a group back: everything it said and the address of its sender are deleted at once. What is left says only that
 * this `id` was taken back, to a message that was on its way. Twice is the same as once.
 */
export function withdrawGroup(
  database: Database,
  site: Site,
  token: string,
  now: number,
): Promise<Result<GroupRow, Refusal>> {
  return underLock(database, site, token, async (queries, was) => {
    if (was.state === 'withdrawn') return ok(undefined);
    await queries.query(
      `update network_groups set state = 'withdrawn', lat = null, lon = null, body = null, asker = null,
         asker_until = null, changed = $4, keep_until = $3 where site = $1 and id = $2`,
      [site.id, was.id, forgottenAt(site, now), new Date(now).toISOString()],
    );
    return ok(undefined);
  });
}

/** Runs `act` on the group of a token, which nobody else changes meanwhile, and answers it as it is afterwards. */
function underLock(
  database: Database,
  site: Site,
  token: string,
  act: (queries: Queries, was: GroupRow) => Promise<Result<undefined, Refusal>>,
): Promise<Result<GroupRow, Refusal>> {
  return database.transaction(async (queries) => {
    const own = await readOwnGroup(queries, site.id, token, 'for update');
    if (!own.ok) return own;
    const acted = await act(queries, own.value);
    return acted.ok ? readOwnGroup(queries, site.id, token) : acted;
  });
}
