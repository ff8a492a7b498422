/**
 * Groups of the network, as plain PostgreSQL that may be run at every start.
 *
 * `id` is the key under which a group was sent, or, of one of the site's `own`, what documents call it; `public_id` is
 * what they call any, and never what somebody could ask for a receipt with. `state` is what stands: `waiting` (for the
 * host to read it), `shown`, `declined`, `withdrawn`. `body` is the message as it was taken, its place no finer than its
 * precision, and without the address of whoever sent it; null once it was taken back. That address is `asker`, for the
 * host alone, and is deleted at `asker_until`. `changed` is when its people last said something of it.
 *
 * `spread` mixes groups as a deck of cards: of more than fit into an answer, those come that have the smallest number.
 * They lie all over the box, the same ones each time, and whoever looks closer keeps those they had seen.
 */
export const GROUPS = `
create table if not exists network_groups (
  site text not null references sites (id),
  id text not null,
  public_id text not null,
  token text not null unique,
  state text not null,
  own boolean not null default false,
  lat double precision,
  lon double precision,
  body jsonb,
  asker text,
  asker_until timestamptz,
  spread integer generated always as (hashtext(public_id)) stored,
  place_in_line bigint generated always as identity,
  created timestamptz not null default now(),
  changed timestamptz not null default now(),
  keep_until timestamptz,
  primary key (site, id),
  unique (site, public_id)
);

create index if not exists groups_on_the_map on network_groups (site, lat, lon) where state = 'shown';
create index if not exists groups_in_turn on network_groups (site, spread) where state = 'shown';
create index if not exists groups_to_read on network_groups (site, place_in_line) where state = 'waiting';
create index if not exists groups_to_delete on network_groups (keep_until) where keep_until is not null;
create index if not exists groups_to_forget on network_groups (asker_until) where asker_until is not null;
`;
