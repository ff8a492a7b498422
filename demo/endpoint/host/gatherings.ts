import {randomInt} from 'node:crypto';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Gathering} from '../../../src/protocol/gathering.js';
import {parseMoment} from '../../../src/protocol/moment.js';
import type {Database, Queries} from '../database.js';
import {type GatheringRow, readGathering, whole, type Site} from '../documents.js';
import {lockGathering} from '../signups.js';
import type {Plan} from './plan.js';

/** Why a gathering could not be changed: somebody else was faster, in one way or another. */
export type NotChanged = 'gone' | 'stale' | 'too-small' | 'in-use';

/** Letters that nobody mistakes for another one, and that make no words. */
const LETTERS = '23456789bcdfghjkmnpqrstvwxz';

/**
 * Adds a gathering on each day of `plan`, as one series where there are several or where `series` names one.
 *
 * @returns their ids, in order
 */
export async function addGatherings(
  queries: Queries,
  site: Site,
  plan: Plan,
  series: Gathering['series'],
): Promise<string[]> {
  const {series: _before, ...details} = plan.details;
  const several = plan.dates.days.length > 1;
  const own = series ?? (several ? {id: `series-${word()}`, label: plan.label} : undefined);
  const ids: string[] = [];
  for (const day of plan.dates.days)
    ids.push(await insert(queries, site, plan, day, {...details, ...(own && {series: own})}));
  return ids;
}

/** Adds one gathering under an id that was never used: one that a host deleted may still be in somebody's calendar. */
async function insert(
  queries: Queries,
  site: Site,
  plan: Plan,
  day: string,
  details: Partial<Gathering>,
): Promise<string> {
  const {time, minutes, zone, capacity, confirm} = plan;
  const rows = await queries.query<{id: string}>(
    `insert into gatherings (site, id, wall, minutes, time_zone, capacity, details, confirm, revision)
     select $1, $2, $3, $4, $5, $6, $7, $8, 1
     where not exists (select 1 from removed where site = $1 and gathering = $2)
     on conflict (site, id) do nothing returning id`,
    [
      site.id,
      `${day}-${word()}`,
      `${day}T${time}:00`,
      minutes,
      zone,
      capacity,
      JSON.stringify(details),
      confirm,
    ],
  );
  return rows[0]?.id ?? insert(queries, site, plan, day, details);
}

/**
 * Puts `plan` in the place of a gathering, unless somebody wrote to it since its page was made.
 *
 * Counted under the lock that signups take: no capacity slips below those who came in meanwhile. Sign-up that closes
 * some time before it begins moves with it. Guests whose time would end before the new day stay until it is over:
 * they were told that their data are kept for this gathering.
 */
export async function editGathering(
  queries: Queries,
  site: Site,
  id: string,
  plan: Plan,
  revision: number,
): Promise<Result<GatheringRow, NotChanged>> {
  if (!(await lockGathering(queries, site.id, id))) return fail('gone');
  const row = await readGathering(queries, site.id, id);
  if (!row) return fail('gone');
  if (row.revision !== revision) return fail('stale');
  const {capacity, minutes, zone, time, confirm, details} = plan;
  if (capacity !== null && capacity !== row.capacity && capacity < row.taken) return fail('too-small');
  await queries.query(
    `update gatherings set closes = closes + coalesce($3::timestamp - wall, interval '0'), wall = $3::timestamp, minutes = $4,
       time_zone = $5, capacity = $6, details = $7, confirm = $8, revision = revision + 1, updated = now()
     where site = $1 and id = $2`,
    [
      site.id,
      id,
      `${plan.dates.days[0]}T${time}:00`,
      minutes,
      zone,
      capacity,
      JSON.stringify(details),
      confirm,
    ],
  );
  const after = await readGathering(queries, site.id, id);
  const {end, timeZone} = whole(after ?? row);
  const over = parseMoment(end, timeZone)?.at;
  if (over !== undefined)
    await queries.query(
      `update signups set keep_until = greatest(keep_until, $3::timestamptz)
       where site = $1 and gathering = $2 and keep_until is not null
         and status in ('confirmed', 'waitlisted', 'pending')`,
      [site.id, id, new Date(over).toISOString()],
    );
  return ok(row);
}

/** Deletes a gathering that nobody ever signed up for; one with guests can be cancelled. */
export function removeGathering(
  database: Database,
  site: Site,
  id: string,
): Promise<Result<undefined, NotChanged>> {
  return database.transaction(async (queries) => {
    if (!(await lockGathering(queries, site.id, id))) return fail('gone');
    const guests = await queries.query('select id from signups where site = $1 and gathering = $2 limit 1', [
      site.id,
      id,
    ]);
    if (guests.length > 0) return fail('in-use');
    await queries.query('delete from gatherings where site = $1 and id = $2', [site.id, id]);
    await queries.query(
      'insert into removed (site, gathering) values ($1, $2) on conflict (site, gathering) do nothing',
      [site.id, id],
    );
    return ok(undefined);
  });
}

/** Five letters at random: with the day before them, a short address that nobody has. */
function word(): string {
  return Array.from({length: 5}, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
