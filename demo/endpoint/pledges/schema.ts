/**
 * Pledges and their counts, as plain PostgreSQL that may be run at every start.
 *
 * `state` is what stands: `waiting` (a name or words wait to be read), `shown`, `counted` (nothing of it is shown),
 * `declined`, `withdrawn`. `badge` is its public id. `person` is a keyed hash of whose it is, so that each counts once;
 * null where no address was given. `body` is the message without its address; null once it was taken back.
 *
 * `pledge_tallies` holds what is published, a row for each kind and value, the value `''` for all of them: counting
 * ten thousand rows for each reader would cost more than everything else. `counts` and `shows` say of each pledge
 * whether it is in there, so that the two can always be compared.
 *
 * `sites.person_key` is the key of the hash. It keeps addresses out of tables, logs and the eyes of whoever helps
 * with the database, and one site's from another's; it can not keep them from someone who has the whole database
 * and a list of addresses to try.
 */
export const PLEDGES = `
create table if not exists pledges (
  site text not null references sites (id),
  id text not null,
  token text not null unique,
  badge text not null unique,
  kind text not null,
  state text not null,
  chosen text[] not null,
  person text,
  counts boolean not null default false,
  shows boolean not null default false,
  body jsonb,
  place_in_line bigint generated always as identity,
  created timestamptz not null default now(),
  changed timestamptz not null default now(),
  keep_until timestamptz,
  primary key (site, id)
);

create table if not exists pledge_tallies (
  site text not null references sites (id),
  kind text not null,
  value text not null,
  counted integer not null default 0,
  shown integer not null default 0,
  primary key (site, kind, value)
);

alter table sites add column if not exists person_key uuid not null default gen_random_uuid();

create index if not exists pledges_on_the_wall on pledges (site, place_in_line desc) where shows;
create index if not exists pledges_on_the_wall_by_kind on pledges (site, kind, place_in_line desc) where shows;
create index if not exists pledges_to_read on pledges (site, place_in_line) where state = 'waiting';
create index if not exists pledges_of_a_person on pledges (site, person, place_in_line) where person is not null;
create index if not exists pledges_to_delete on pledges (keep_until) where keep_until is not null;
`;
