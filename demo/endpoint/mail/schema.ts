/**
 * Letters on their way, as plain PostgreSQL that may be run at every start.
 *
 * A letter is written in the transaction of what it tells of: both are there or neither, whatever breaks in between,
 * and a mail server that is down holds nobody up. `due` is when it is tried next; while somebody carries it, that is
 * the moment from which others may take it over. `refused` says why it is not tried any more.
 */
export const LETTERS = `
create table if not exists letters (
  id text primary key,
  site text not null references sites (id),
  signup text,
  kind text,
  recipient text not null,
  subject text not null,
  body text not null,
  reply_to text,
  from_name text,
  created timestamptz not null,
  due timestamptz not null,
  attempts integer not null default 0,
  sent timestamptz,
  refused text,
  keep_until timestamptz not null,
  place bigint generated always as identity
);

create index if not exists letters_to_send on letters (due) where sent is null and refused is null;
create index if not exists letters_to_an_address on letters (lower(recipient), created);
create index if not exists letters_to_delete on letters (keep_until);
`;
