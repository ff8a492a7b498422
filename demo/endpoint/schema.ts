import {GROUPS} from './groups/schema.js';
import {LETTERS} from './mail/schema.js';
import {PLEDGES} from './pledges/schema.js';

/**
 * The tables, as plain PostgreSQL that may be run at every start.
 *
 * `gatherings.details` is the gathering as published, without what is counted or reckoned (times, taken, waiting);
 * `wall` is the publisher's wall clock, because a gathering takes place at six in Reno whatever zone rules become.
 * `signups.body` is the message as it was accepted. `keep_until` is when it is deleted; null only for invented people.
 *
 * `sites.form_key` stands in the host's forms only. `gatherings.revision` counts what hosts wrote, so that of two
 * who edit at once the second is told. `removed` are gatherings that a host deleted, so that no calendar brings them
 * back. `presses` are buttons that may act once: a one-time key of the form, and what came of it.
 *
 * Private, so columns and no part of what is published: `sites.mail`, where the host gets letters; `sites.pages`,
 * pages that letters may lead to, or their origins; and `gatherings.confirm`, whether places are given only to those who
 * answered a letter. Until then such a signup is `pending`, `granted` is what it becomes, and its places are kept until
 * `held_until`. `letter_token` is known only to whoever reads that mail: the one who signed up knows `token`.
 */
export const TABLES = `
create table if not exists sites (
  id text primary key,
  publisher jsonb not null,
  extra jsonb not null default '{}',
  host_token text not null unique
);

create table if not exists gatherings (
  site text not null references sites (id),
  id text not null,
  wall timestamp,
  minutes integer,
  opens timestamp,
  closes timestamp,
  time_zone text not null,
  capacity integer,
  details jsonb not null,
  status text not null default 'scheduled',
  updated timestamptz not null default now(),
  primary key (site, id)
);

create table if not exists signups (
  site text not null,
  gathering text not null,
  id text not null,
  token text not null unique,
  status text not null,
  adults integer not null check (adults >= 1),
  children integer not null check (children >= 0),
  body jsonb not null,
  place_in_line bigint generated always as identity,
  created timestamptz not null default now(),
  changed timestamptz not null default now(),
  keep_until timestamptz,
  primary key (site, id),
  foreign key (site, gathering) references gatherings (site, id)
);

alter table sites add column if not exists form_key uuid not null default gen_random_uuid();
alter table sites add column if not exists mail text;
alter table sites add column if not exists pages jsonb not null default '[]';
alter table gatherings add column if not exists confirm boolean not null default false;
alter table signups add column if not exists letter_token text unique;
alter table signups add column if not exists granted text;
alter table signups add column if not exists held_until timestamptz;
alter table gatherings add column if not exists revision integer not null default 0;

create table if not exists removed (
  site text not null references sites (id),
  gathering text not null,
  primary key (site, gathering)
);

create table if not exists presses (
  site text not null references sites (id),
  key text not null,
  outcome text not null default '',
  at timestamptz not null default now(),
  primary key (site, key)
);

create index if not exists signups_of_a_gathering on signups (site, gathering, status);
create index if not exists signups_to_delete on signups (keep_until);

${PLEDGES}
${GROUPS}
${LETTERS}`;
