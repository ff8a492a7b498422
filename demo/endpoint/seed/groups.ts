import type {Group} from '../../../src/protocol/group.js';
import type {Queries} from '../database.js';
import {newToken} from '../tokens.js';

/**
 * Writes the groups that a site publishes itself, and what they say now in the place of what they said before.
 *
 * One that the host took off the map stays off it. No `keep_until`: nobody asked for them to be added.
 */
export async function seedGroups(queries: Queries, site: string, groups: readonly Group[]): Promise<void> {
  const rows = groups.map(({updated, ...group}) => ({
    id: group.id,
    token: newToken(),
    lat: group.place?.lat ?? null,
    lon: group.place?.lon ?? null,
    body: {ctg: '1', ...group},
    changed: updated ?? new Date(0).toISOString(),
  }));
  await queries.query(
    `insert into network_groups (site, id, public_id, token, state, own, lat, lon, body, changed)
     select $1, id, id, token, 'shown', true, lat, lon, body, changed
     from jsonb_to_recordset($2::jsonb) as r (id text, token text, lat double precision, lon double precision,
       body jsonb, changed timestamptz)
     on conflict (site, id) do update set lat = excluded.lat, lon = excluded.lon, body = excluded.body,
       changed = excluded.changed
     where network_groups.own and network_groups.state = 'shown'
       and (network_groups.body, network_groups.changed) is distinct from (excluded.body, excluded.changed)`,
    [site, JSON.stringify(rows)],
  );
}
