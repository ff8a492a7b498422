import {newId} from '../../../src/base/id.js';
import type {Queries} from '../database.js';
import {retally} from '../pledges/tallies.js';
import {newToken} from '../tokens.js';
import type {Pledger} from './crowd.js';

/** How many pledges are written in one statement. */
const AT_ONCE = 1_000;
const DAY = 24 * 3_600_000;

/**
 * Writes invented pledges into the database, the earliest first, where nobody has pledged yet.
 *
 * No `keep_until`: these people do not exist, and the demonstration should not grow empty. Their days are told from
 * the day of the first start; from then on they grow old as others do.
 */
export async function seedPledges(
  queries: Queries,
  site: string,
  made: () => readonly Pledger[],
  now: number,
): Promise<void> {
  const known = await queries.query('select id from pledges where site = $1 limit 1', [site]);
  if (known.length > 0) return;
  const pledgers = made();
  for (let from = 0; from < pledgers.length; from += AT_ONCE) {
    const rows = pledgers.slice(from, from + AT_ONCE).map((pledger, at) => ({...rowOf(pledger, now), at}));
    await queries.query(
      `insert into pledges (site, id, token, badge, kind, state, chosen, counts, shows, body, created)
       select $1, id, token, badge, kind, state, array(select jsonb_array_elements_text(chosen)), true,
         state = 'shown', body, created
       from jsonb_to_recordset($2::jsonb) as r (id text, token text, badge text, kind text, state text, chosen jsonb,
         body jsonb, created timestamptz, at integer)
       order by at`,
      [site, JSON.stringify(rows)],
    );
  }
  await retally(queries, site);
}

function rowOf({state, daysAgo, badge = newToken(), ...said}: Pledger, now: number) {
  const id = newId();
  const created = new Date(now - daysAgo * DAY).toISOString();
  return {
    id,
    token: newToken(),
    badge,
    kind: said.kind,
    state,
    chosen: said.values.map((value) => value.id),
    body: {
      ctg: '1',
      id,
      ...said,
      ...(said.kind === 'organisation' && {speaks: true}),
      consents: [],
      language: 'en',
      at: created,
    },
    created,
  };
}
