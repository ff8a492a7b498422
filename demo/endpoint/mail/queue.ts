import {newId} from '../../../src/base/id.js';
import type {Queries} from '../database.js';
import type {Letter, QueuedLetter} from './letter.js';

/** Milliseconds for which a letter belongs to the process that carries it: longer than any server is waited for. */
const LEASE = 5 * 60_000;

/** Puts a letter into the queue. */
export async function enqueue(queries: Queries, letter: Letter, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  await queries.query(
    `insert into letters (id, site, signup, kind, recipient, subject, body, reply_to, from_name, created, due, keep_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)`,
    [
      newId(),
      letter.site,
      letter.signup ?? null,
      letter.kind ?? null,
      letter.to,
      letter.subject,
      letter.text,
      letter.replyTo ?? null,
      letter.fromName ?? null,
      at,
      letter.keepUntil,
    ],
  );
}

interface LetterRow {
  readonly id: string;
  readonly site: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly reply_to: string | null;
  readonly from_name: string | null;
  readonly created: Date;
  readonly attempts: number;
  readonly keep_until: Date;
}

/** A letter in the hands of this process, and how often it was tried, this time included. */
export interface Claimed {
  readonly letter: QueuedLetter;
  readonly attempts: number;
}

/**
 * Takes one letter that is due, and keeps it from every other process for a while.
 *
 * The claim is committed before the letter is carried, so that no transaction stays open while a mail server thinks.
 * A process that dies with a letter in its hands leaves it to the others after the lease, with the same Message-ID.
 */
export async function claim(queries: Queries, now: number): Promise<Claimed | undefined> {
  const [row] = await queries.query<LetterRow>(
    `update letters set attempts = attempts + 1, due = $2
     where id = (
       select id from letters where sent is null and refused is null and due <= $1
       order by due, place limit 1 for update skip locked)
     returning id, site, recipient, subject, body, reply_to, from_name, created, attempts, keep_until`,
    [new Date(now).toISOString(), new Date(now + LEASE).toISOString()],
  );
  return row && {attempts: row.attempts, letter: letterOf(row)};
}

function letterOf(row: LetterRow): QueuedLetter {
  return {
    id: row.id,
    created: row.created,
    site: row.site,
    to: row.recipient,
    subject: row.subject,
    text: row.body,
    keepUntil: row.keep_until.toISOString(),
    ...(row.reply_to !== null && {replyTo: row.reply_to}),
    ...(row.from_name !== null && {fromName: row.from_name}),
  };
}

/** The letter is with the mail server. */
export async function markSent(queries: Queries, id: string, now: number): Promise<void> {
  await queries.query('update letters set sent = $2 where id = $1', [id, new Date(now).toISOString()]);
}

/** The letter will never arrive, and is not tried again. */
export async function markRefused(queries: Queries, id: string, reason: string): Promise<void> {
  await queries.query('update letters set refused = $2 where id = $1', [id, reason]);
}

/** The letter is tried again at `due`. */
export async function putBack(queries: Queries, id: string, due: number): Promise<void> {
  await queries.query('update letters set due = $2 where id = $1', [id, new Date(due).toISOString()]);
}

/** When the next letter is due; undefined when none is on its way. */
export async function nextDue(queries: Queries): Promise<number | undefined> {
  const [row] = await queries.query<{due: Date | null}>(
    'select min(due) as due from letters where sent is null and refused is null',
  );
  return row?.due?.getTime();
}
