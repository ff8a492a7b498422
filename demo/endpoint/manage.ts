import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Signup} from '../../src/protocol/signup.js';
import {standingOf} from '../../src/protocol/standing.js';
import type {Database, Queries} from './database.js';
import type {Site} from './documents.js';
import {readGathering, whole} from './documents.js';
import {hasLapsed, readCounted, waitsFor} from './holds.js';
import {mayCorrect} from './mail/limits.js';
import {invalid, NOT_FOUND, refusal, type Refusal} from './problems.js';
import {
  type Booked,
  closedFor,
  leftOf,
  lockGathering,
  partial,
  partyOf,
  SIGNUP,
  type SignupRow,
} from './signups.js';
import {newToken} from './tokens.js';

/** Told of what has changed, in its transaction: how it was, and how it is. */
export type TellChange = (queries: Queries, before: Booked, after: Booked) => Promise<void>;

/** The signup a token belongs to, as it stands now. */
export async function readManaged(
  queries: Queries,
  site: string,
  token: string,
): Promise<Result<Booked, Refusal>> {
  const signup = await findByToken(queries, site, token);
  const gathering = signup && (await readGathering(queries, site, signup.gathering));
  return signup && gathering ? ok({signup, gathering, repeated: true}) : fail(NOT_FOUND);
}

/**
 * Puts `next` in the place of what was signed up before.
 *
 * A party that grows needs places like anyone else, and counts its own as free; one that shrinks or only changes
 * its words may do so even after sign-up has closed, because a host wants to know. Those who wait keep their number.
 * Sent with the token out of a letter, it also answers that letter.
 */
export function change(
  database: Database,
  site: Site,
  token: string,
  next: Signup,
  now: number,
  tell?: TellChange,
): Promise<Result<Booked, Refusal>> {
  const act = async (queries: Queries, {signup, gathering}: Booked): Promise<Result<undefined, Refusal>> => {
    if (next.id !== signup.id || next.gathering !== signup.gathering) {
      const pointer = next.id !== signup.id ? '/id' : '/gathering';
      return fail(invalid([{pointer, detail: 'This is another sign-up.'}]));
    }
    if (signup.status === 'cancelled' || signup.status === 'declined') return fail(endOf(signup));
    const refused = growth(signup, gathering, partyOf(next), now);
    if (refused) return fail(refused);
    // After everything else that may say no: what was written before a refusal would stay.
    const address =
      next.email !== signup.body.email && (await newAddress(queries, site, {signup, gathering}, next.email));
    if (address && !address.ok) return address;
    await queries.query(
      `update signups set adults = $3, children = $4, body = $5, changed = now() where site = $1 and id = $2`,
      [site.id, signup.id, next.adults, next.children, JSON.stringify(next)],
    );
    return waitsFor(signup) === 'email' && signup.proven
      ? answered(queries, site, signup, now)
      : ok(undefined);
  };
  return underLock({database, site: site.id, token, now, ...(tell && {tell})}, act);
}

/** Answers the letter: it is them, and they are coming. Answered twice is the same as once. */
export function confirm(
  database: Database,
  site: Site,
  token: string,
  now: number,
  tell?: TellChange,
): Promise<Result<Booked, Refusal>> {
  return underLock(
    {database, site: site.id, token, now, ...(tell && {tell})},
    async (queries, {signup, gathering}) => {
      if (signup.status === 'cancelled' || signup.status === 'declined') return fail(endOf(signup));
      if (waitsFor(signup) !== 'email') return ok(undefined);
      if (!signup.proven) return fail(UNPROVEN);
      const refused = growth(signup, gathering, partyOf(signup), now);
      return refused ? fail(refused) : answered(queries, site, signup, now);
    },
  );
}

/**
 * Gives up the places of a signup; giving them up twice is the same as once.
 *
 * Nobody moves up by itself: whoever waits may have made other plans, so the host sees the free places and gives them.
 */
export function giveUp(
  database: Database,
  site: Site,
  token: string,
  now: number,
  tell?: TellChange,
): Promise<Result<Booked, Refusal>> {
  return underLock({database, site: site.id, token, now, ...(tell && {tell})}, async (queries, {signup}) => {
    await queries.query(
      `update signups set status = 'cancelled', granted = null, changed = now()
         where site = $1 and id = $2 and status <> 'cancelled'`,
      [site.id, signup.id],
    );
    return ok(undefined);
  });
}

const ENDED: Readonly<Record<'cancelled' | 'declined' | 'lapsed', Refusal>> = {
  cancelled: refusal(409, 'closed', 'Given up', 'These places were given up. Sign up again to come.'),
  declined: refusal(409, 'closed', 'Declined', 'The host could not give you a place this time.'),
  lapsed: refusal(
    409,
    'closed',
    'Too late',
    'This link was not used in time, so the places are free for others. Sign up again to come.',
  ),
};

const UNPROVEN = refusal(
  409,
  'unproven',
  'Look in your e-mail',
  'Only the link in the letter that we sent can say that it is you.',
);

function endOf(signup: SignupRow): Refusal {
  if (hasLapsed(signup)) return ENDED.lapsed;
  return signup.status === 'declined' ? ENDED.declined : ENDED.cancelled;
}

/** The letter is answered: the signup becomes what it was granted, and stands in line from now on. */
async function answered(
  queries: Queries,
  site: Site,
  signup: SignupRow,
  now: number,
): Promise<Result<undefined, Refusal>> {
  // Asked once more, because places are also let go without the gathering's lock, and those who would only wait or
  // ask keep none: what is over for them may not have been written down yet.
  const rows = await queries.query(
    `update signups set status = granted, granted = null, held_until = null, place_in_line = default, changed = now()
     where site = $1 and id = $2 and status = 'pending' and granted is not null and held_until > $3 returning id`,
    [site.id, signup.id, new Date(now).toISOString()],
  );
  return rows.length > 0 ? ok(undefined) : fail(ENDED.lapsed);
}

/**
 * Lets a signup have another e-mail address where letters have to be answered: the new one gets a letter of its own,
 * and the old one's link is worth nothing any more. Otherwise one's own mailbox could speak for somebody else's.
 * Not for ever: each letter goes to somebody who may be a stranger.
 */
async function newAddress(
  queries: Queries,
  site: Site,
  {signup, gathering}: Pick<Booked, 'signup' | 'gathering'>,
  address = '',
): Promise<Result<undefined, Refusal>> {
  const waits = waitsFor(signup) === 'email';
  if (!gathering.confirm && !waits) return ok(undefined);
  const guest = {site: site.id, signup: signup.id, address};
  if (!waits || signup.proven || !(await mayCorrect(queries, guest))) return fail(invalid([OTHER_ADDRESS]));
  await queries.query('update signups set letter_token = $3 where site = $1 and id = $2', [
    site.id,
    signup.id,
    newToken(),
  ]);
  return ok(undefined);
}

const OTHER_ADDRESS = {
  pointer: '/email',
  detail: 'To use another e-mail address, give these places up and sign up again.',
};

function growth(
  signup: SignupRow,
  gathering: Booked['gathering'],
  party: number,
  now: number,
): Refusal | undefined {
  const before = signup.adults + signup.children;
  const closed = closedFor(gathering, now);
  const {state} = standingOf(whole(gathering), now);
  const over = state === 'cancelled' || state === 'past';
  if (closed && (over || party > before)) return closed;
  // A host who says that it is full has no place for a growing party either, whatever the numbers say.
  const left = gathering.status === 'full' ? 0 : leftOf(gathering);
  const counted = signup.status === 'confirmed' || signup.granted === 'confirmed';
  if (party <= before || !counted || left === undefined || party - before <= left) return undefined;
  return partial(left + before, party);
}

/** What is done under a gathering's lock, by whoever knows the token, and who is told of it. */
interface Deed {
  readonly database: Database;
  readonly site: string;
  readonly token: string;
  readonly now: number;
  readonly tell?: TellChange;
}

/** Runs `act` on the signup of a token with its gathering locked, and answers both as they are afterwards. */
function underLock(
  {database, site, token, now, tell}: Deed,
  act: (queries: Queries, booked: Booked) => Promise<Result<undefined, Refusal>>,
): Promise<Result<Booked, Refusal>> {
  return database.transaction(async (queries) => {
    const found = await findByToken(queries, site, token);
    if (!found) return fail(NOT_FOUND);
    await lockGathering(queries, site, found.gathering);
    await readCounted(queries, site, found.gathering, now);
    const before = await readManaged(queries, site, token);
    if (!before.ok) return before;
    const acted = await act(queries, before.value);
    if (!acted.ok) return acted;
    const after = await readManaged(queries, site, token);
    if (after.ok) await tell?.(queries, before.value, after.value);
    return after;
  });
}

/** Answered with the token that was asked with: whoever knows one of the two must not learn the other here. */
async function findByToken(queries: Queries, site: string, token: string): Promise<SignupRow | undefined> {
  const [row] = await queries.query<SignupRow>(
    `select ${SIGNUP} where s.site = $1 and (s.token = $2 or s.letter_token = $2)`,
    [site, token],
  );
  return row && {...row, token, proven: row.token !== token};
}
