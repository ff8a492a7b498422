import type {Gathering} from '../../src/protocol/gathering.js';
import type {Receipt} from '../../src/protocol/receipt.js';
import type {Signup} from '../../src/protocol/signup.js';
import {standingOf} from '../../src/protocol/standing.js';
import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Database, Queries} from './database.js';
import type {GatheringRow, Site} from './documents.js';
import {readGathering, whole} from './documents.js';
import {heldUntil, readCounted} from './holds.js';
import {NOT_FOUND, refusal, type Refusal} from './problems.js';
import {keepUntil} from './retention.js';
import {newToken} from './tokens.js';

/** A signup as the database keeps it. */
export interface SignupRow {
  readonly id: string;
  readonly gathering: string;
  readonly token: string;
  readonly status: Receipt['status'];
  readonly adults: number;
  readonly children: number;
  readonly body: Signup;
  readonly created: Date;
  /** What it becomes once a letter is answered; null when none has to be. */
  readonly granted: 'confirmed' | 'pending' | 'waitlisted' | null;
  /** Until when a letter can be answered. */
  readonly held_until: Date | null;
  /** Whether whoever asks has read a letter to the address that was given; unknown (absent) where nobody asks. */
  readonly proven?: boolean;
  /** Number on the waiting list, from 1, in parties; null for everyone who does not wait. */
  readonly position: number | null;
}

/** A signup that stands, with the gathering as it is counted after it. `repeated`: it had been here before. */
export interface Booked {
  readonly signup: SignupRow;
  readonly gathering: GatheringRow;
  readonly repeated: boolean;
}

/** What the columns of a `SignupRow` are; parties stand in line in the order in which they were let in. */
export const SIGNUP = `
  s.id, s.gathering, s.token, s.status, s.adults, s.children, s.body, s.created, s.granted, s.held_until,
  case when s.status = 'waitlisted' then (
    select count(*)::int from signups w where w.site = s.site and w.gathering = s.gathering
      and w.status = 'waitlisted' and w.place_in_line <= s.place_in_line) end as position
  from signups s`;

/** Told of a signup that has come in, in its transaction: the gathering before it, and what was booked. */
export type Tell = (queries: Queries, before: GatheringRow, booked: Booked) => Promise<void>;

/**
 * Signs up a party, or answers what it was told the first time.
 *
 * The gathering's row is locked before anything is counted, so that of any number of requests at once, in any
 * number of processes, each counts after the one before it is written: the last place is given once.
 *
 * The `id` is the idempotency key. A repeat gets the receipt of the first whatever its body says: the first may
 * already be on the host's list, the repeat may be the browser's own (FAULTS row 52), and whoever wants to change
 * something has `PUT` for it. That holds after giving up as well: then the receipt says `cancelled`.
 *
 * Where a letter has to be answered first, the places are kept for a day and given to nobody else in the meantime.
 *
 * @param now the time, in milliseconds
 * @param tell writes the letters about it
 */
export function signUp(
  database: Database,
  site: Site,
  signup: Signup,
  now: number,
  tell?: Tell,
): Promise<Result<Booked, Refusal>> {
  return database.transaction(async (queries) => {
    if (!(await lockGathering(queries, site.id, signup.gathering))) return fail(NOT_FOUND);
    const row = await readCounted(queries, site.id, signup.gathering, now);
    if (!row) return fail(NOT_FOUND);
    const status = admission(row, partyOf(signup), signup.waitlist === true, now);
    if (!status.ok) return (await findRepeat(queries, site.id, signup.id)) ?? status;
    const waits = row.confirm ? {letterToken: newToken(), until: heldUntil(row, now)} : undefined;
    const inserted = await queries.query<SignupRow>(
      `insert into signups (site, gathering, id, token, status, adults, children, body, keep_until,
         letter_token, granted, held_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (site, id) do nothing
       returning id, gathering, token, status, adults, children, body, created, granted, held_until, null as position`,
      [
        site.id,
        row.id,
        signup.id,
        newToken(),
        waits ? 'pending' : status.value,
        signup.adults,
        signup.children,
        JSON.stringify(signup),
        keepUntil(site, whole(row), now),
        waits?.letterToken ?? null,
        waits ? status.value : null,
        waits?.until ?? null,
      ],
    );
    // Nothing inserted: the same message came in at the same moment, perhaps for another gathering, and was first.
    const written = inserted[0];
    if (!written) return (await findRepeat(queries, site.id, signup.id)) ?? fail(NOT_FOUND);
    const numbered =
      written.status === 'waitlisted' ? await readSignup(queries, site.id, signup.id) : written;
    const booked = {signup: numbered ?? written, gathering: withParty(row, written), repeated: false};
    await tell?.(queries, row, booked);
    return ok(booked);
  });
}

/** What was answered to this `id` before; undefined when it is new. */
export async function findRepeat(
  queries: Queries,
  site: string,
  id: string,
): Promise<Result<Booked, Refusal> | undefined> {
  const signup = await readSignup(queries, site, id);
  const gathering = signup && (await readGathering(queries, site, signup.gathering));
  return gathering && ok({signup, gathering, repeated: true});
}

/** What was counted under the lock, with the party that has just come in; counting again would say the same. */
function withParty(row: GatheringRow, {status, granted, adults, children}: SignupRow): GatheringRow {
  const party = adults + children;
  if (granted === 'confirmed') return {...row, taken: row.taken + party, held: row.held + party};
  if (granted !== null) return row;
  if (status === 'confirmed') return {...row, taken: row.taken + party};
  return status === 'waitlisted'
    ? {...row, waiting: row.waiting + party}
    : {...row, asking: row.asking + party};
}

/** Locks a gathering until the transaction ends; false when there is none. */
export async function lockGathering(queries: Queries, site: string, id: string): Promise<boolean> {
  const rows = await queries.query('select id from gatherings where site = $1 and id = $2 for update', [
    site,
    id,
  ]);
  return rows.length > 0;
}

/** The signup with this `id`, the one its device gave it. */
export async function readSignup(queries: Queries, site: string, id: string): Promise<SignupRow | undefined> {
  const rows = await queries.query<SignupRow>(`select ${SIGNUP} where s.site = $1 and s.id = $2`, [site, id]);
  return rows[0];
}

/** How many people come: places are counted in people, children included. */
export function partyOf(signup: Pick<Signup, 'adults' | 'children'>): number {
  return signup.adults + signup.children;
}

/** Places still to be given; undefined where the host set no number. */
export function leftOf(row: GatheringRow): number | undefined {
  return row.capacity === null ? undefined : Math.max(0, row.capacity - row.taken);
}

/** Whether the host looks at each signup: a gathering whose address comes later is in someone's home. */
export function hostDecides(gathering: Gathering): boolean {
  return gathering.place?.revealed === 'confirmed';
}

/** No new places are given any more, or not yet; undefined while they are. */
export function closedFor(row: GatheringRow, now: number): Refusal | undefined {
  switch (standingOf(whole(row), now).state) {
    case 'open':
    case 'full':
      return undefined;
    case 'closed':
      return refusal(409, 'closed', 'Sign-up has closed', 'Sign-up has closed.');
    case 'notYet':
      return refusal(409, 'closed', 'Sign-up has not opened', 'Sign-up has not opened yet.');
    case 'cancelled':
      return refusal(409, 'closed', 'Cancelled', 'This gathering is cancelled.');
    case 'postponed':
      return refusal(409, 'closed', 'Postponed', 'This gathering is postponed. A new date is not known yet.');
    case 'past':
      return refusal(409, 'closed', 'Over', 'This gathering is over.');
  }
}

function admission(
  row: GatheringRow,
  party: number,
  waitlist: boolean,
  now: number,
): Result<NonNullable<SignupRow['granted']>, Refusal> {
  const closed = closedFor(row, now);
  if (closed) return fail(closed);
  const gathering = whole(row);
  const granted = hostDecides(gathering) ? 'pending' : 'confirmed';
  const left = row.status === 'full' ? 0 : leftOf(row);
  if (left === undefined || left >= party) return ok(granted);
  const mayWait = gathering.waitlist === true;
  // Only somebody who asked is put on the waiting list; everybody else is told, and decides.
  if (mayWait && waitlist) return ok('waitlisted');
  if (left === 0) return fail(refusal(409, 'full', 'Full', 'This gathering is full.', {places: 0}));
  return fail(partial(left, party));
}

/** Fewer places than people: nothing is booked, the visitor is asked. */
export function partial(places: number, party: number): Refusal {
  const detail = `${party} places were asked for, ${places} ${places === 1 ? 'is' : 'are'} left.`;
  return refusal(409, 'partial', 'Fewer places are left', detail, {places});
}
