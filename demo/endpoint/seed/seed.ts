import {newId} from '../../../src/base/id.js';
import {dayIn, later, type Wall} from '../clock.js';
import type {Database, Queries} from '../database.js';
import {newToken} from '../tokens.js';
import {BUSINESS} from './business.js';
import {CHURCH} from './church.js';
import {seedGroups} from './groups.js';
import {NONPROFIT} from './nonprofit.js';
import type {Guest, Planned, PlannedSite} from './plan.js';
import {seedPledges} from './pledges.js';

/** The sites of the demonstration. */
export const SITES: readonly PlannedSite[] = [CHURCH, BUSINESS, NONPROFIT];
const DAY_MINUTES = 24 * 60;

/**
 * Puts the demonstration's sites, gatherings and invented guests into the database, and moves its calendar to today.
 *
 * May run at any time: it leaves alone what visitors and hosts did (signups, states, the host's tokens, gatherings
 * that a host changed or deleted), and guests come with a gathering's first seeding only, so that one whom a host declined does not come back.
 */
export async function seed(database: Database, sites: readonly PlannedSite[], now: number): Promise<void> {
  await database.transaction(async (queries) => {
    for (const site of sites) {
      await queries.query(
        `insert into sites (id, publisher, host_token, mail, pages, extra) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set publisher = excluded.publisher, pages = excluded.pages,
           extra = sites.extra || excluded.extra, mail = coalesce(sites.mail, excluded.mail)`,
        [
          site.id,
          JSON.stringify(site.publisher),
          newToken(),
          site.mail ?? null,
          JSON.stringify(site.pages ?? []),
          JSON.stringify({
            ...(site.pledge && {pledge: site.pledge}),
            ...(site.network && {network: site.network}),
          }),
        ],
      );
      if (site.pledgers) await seedPledges(queries, site.id, site.pledgers, now);
      if (site.groups) await seedGroups(queries, site.id, site.groups(now));
      for (const planned of site.gatherings) await seedGathering(queries, site, planned, now);
    }
  });
}

async function seedGathering(
  queries: Queries,
  site: PlannedSite,
  planned: Planned,
  now: number,
): Promise<void> {
  const {
    id,
    day,
    time = '00:00',
    minutes,
    zone = site.zone,
    opensIn,
    closesIn,
    status,
    capacity,
    confirm = false,
    details,
  } = planned;
  const today = dayIn(zone, now);
  const from = (days: number | undefined): Wall | null =>
    days === undefined ? null : later(`${today}T09:00:00`, days * DAY_MINUTES);
  const rows = await queries.query<{fresh: boolean}>(
    `insert into gatherings (site, id, wall, minutes, opens, closes, time_zone, capacity, details, status, confirm)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
     where not exists (select 1 from removed where site = $1 and gathering = $2)
     on conflict (site, id) do update set wall = excluded.wall, minutes = excluded.minutes,
       time_zone = excluded.time_zone, details = excluded.details, opens = excluded.opens, closes = excluded.closes,
       confirm = excluded.confirm,
       updated = case when gatherings.wall is distinct from excluded.wall then now() else gatherings.updated end
       where gatherings.revision = 0
     returning (xmax = 0) as fresh`,
    [
      site.id,
      id,
      day ? `${day(today)}T${time}:00` : null,
      minutes ?? null,
      from(opensIn),
      from(closesIn),
      zone,
      capacity ?? null,
      JSON.stringify(details),
      status ?? 'scheduled',
      confirm,
    ],
  );
  if (rows[0]?.fresh !== true) return;
  for (const guest of planned.guests ?? []) await seedGuest(queries, site.id, planned, guest, now);
}

async function seedGuest(
  queries: Queries,
  site: string,
  {id: gathering, details: {contact}}: Planned,
  guest: Guest,
  now: number,
): Promise<void> {
  const id = newId();
  const {name, adults, children, status = 'confirmed', answers = {}, note} = guest;
  const at = new Date(now).toISOString();
  const first = name.split(' ')[0]!.toLowerCase();
  const body = {
    ctg: '1',
    id,
    gathering,
    name,
    // Numbers from 555-0100 to 555-0199 belong to nobody.
    ...(contact === 'phone'
      ? {phone: `775 555 01${10 + (name.length % 90)}`}
      : {email: `${first}@guest.example`}),
    adults,
    children,
    answers,
    consents: [],
    ...(note !== undefined && {note}),
    language: 'en',
    at,
  };
  // No `keep_until`: these people do not exist, and the demonstration should not grow empty.
  await queries.query(
    `insert into signups (site, gathering, id, token, status, adults, children, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [site, gathering, id, newToken(), status, adults, children, JSON.stringify(body)],
  );
}
