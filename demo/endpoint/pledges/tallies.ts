/** How many have pledged: counted as it happens, so that reading it costs the same for ten and for ten thousand. */
import type {Counts} from '../../../src/protocol/pledge.js';
import type {Queries} from '../database.js';

/** Makes every other write to this site's pledges wait until the transaction ends; false when there is no such site. */
export async function lockPledges(queries: Queries, site: string): Promise<boolean> {
  // Not `for update`: adding a gathering looks at the site's row as well, and has nothing to wait for.
  const rows = await queries.query('select id from sites where id = $1 for no key update', [site]);
  return rows.length > 0;
}

/** Adds what `turned` says to the tallies: a row for each kind and value that changed. */
const ADD = `
  insert into pledge_tallies as t (site, kind, value, counted, shown)
  select $1, kind, value, sum(counted), sum(shown) from turned, unnest(array_append(chosen, '')) as value
  group by kind, value
  on conflict (site, kind, value)
    do update set counted = t.counted + excluded.counted, shown = t.shown + excluded.shown`;

/** Takes a pledge out of the tallies, before what it is counted by changes. Only under the lock. */
export async function unsettle(queries: Queries, site: string, id: string): Promise<void> {
  await queries.query(
    `with turned as (
       update pledges p set counts = false, shows = false from pledges was
       where p.site = $1 and p.id = $2 and was.site = p.site and was.id = p.id and (was.counts or was.shows)
       returning was.kind, was.chosen, -was.counts::int as counted, -was.shows::int as shown)
     ${ADD}`,
    [site, id],
  );
}

/**
 * Brings the tallies to what the pledges say: the one with this `id`, and all of the same `people`.
 *
 * Of one person's pledges that stand the oldest counts, so that a stranger who knows an address changes nothing of
 * what its owner chose, and when it is taken back the next one steps in. Only under the lock.
 */
export async function settle(
  queries: Queries,
  site: string,
  id: string,
  people: readonly (string | null)[],
): Promise<void> {
  await queries.query(
    `with standing as (
       select id, counts, shows, state = 'shown' as show_due,
         state in ${STANDS} and (person is null
           or place_in_line = min(place_in_line) filter (where state in ${STANDS}) over (partition by person)
         ) as count_due
       from pledges where site = $1 and (id = $2 or person = any($3::text[]))
     ), turned as (
       update pledges p set counts = s.count_due, shows = s.show_due from standing s
       where p.site = $1 and p.id = s.id and (s.counts <> s.count_due or s.shows <> s.show_due)
       returning p.kind, p.chosen, s.count_due::int - s.counts::int as counted,
         s.show_due::int - s.shows::int as shown)
     ${ADD}`,
    [site, id, people.filter((person) => person !== null)],
  );
}

/** The states in which a pledge stands. */
const STANDS = `('waiting', 'shown', 'counted')`;

/** How many approved pledges there are to see. */
export interface Shown {
  readonly all: number;
  readonly person: number;
  readonly organisation: number;
  readonly byValue: Record<string, number>;
}

/** What is published of a site's pledges in numbers. */
export interface Tallies {
  readonly counts: Counts;
  readonly shown: Shown;
}

/** How many pledged and how many of them are shown; values that are not among `values` any more are left out. */
export async function readTallies(
  queries: Queries,
  site: string,
  values: readonly string[],
): Promise<Tallies> {
  const rows = await queries.query<{kind: string; value: string; counted: number; shown: number}>(
    'select kind, value, counted, shown from pledge_tallies where site = $1',
    [site],
  );
  const sum = (key: 'counted' | 'shown', match: (row: {kind: string; value: string}) => boolean) =>
    rows.filter(match).reduce((total, row) => total + row[key], 0);
  const all = (key: 'counted' | 'shown', kind: string) =>
    sum(key, (row) => row.value === '' && row.kind === kind);
  const byValue = (key: 'counted' | 'shown') =>
    Object.fromEntries(values.map((id) => [id, sum(key, ({value}) => value === id)]));
  const [person, organisation] = [all('shown', 'person'), all('shown', 'organisation')];
  return {
    counts: {
      people: all('counted', 'person'),
      organisations: all('counted', 'organisation'),
      byValue: byValue('counted'),
    },
    shown: {all: person + organisation, person, organisation, byValue: byValue('shown')},
  };
}

/** Counts a site's pledges anew: after many were written at once. */
export async function retally(queries: Queries, site: string): Promise<void> {
  await queries.query('delete from pledge_tallies where site = $1', [site]);
  await queries.query(
    `with turned as (select kind, chosen, counts::int as counted, shows::int as shown from pledges where site = $1)
     ${ADD}`,
    [site],
  );
}
