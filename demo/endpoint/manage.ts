import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Signup} from '../../src/protocol/signup.js';
import {standingOf} from '../../src/protocol/standing.js';
import type {Database, Queries} from './database.js';
import type {Site} from './documents.js';
import {readGathering, whole} from './documents.js';
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
 */
export function change(
  database: Database,
  site: Site,
  token: string,
  next: Signup,
  now: number,
): Promise<Result<Booked, Refusal>> {
  return underLock(database, site.id, token, async (queries, {signup, gathering}) => {
    if (next.id !== signup.id || next.gathering !== signup.gathering) {
      const pointer = next.id !== signup.id ? '/id' : '/gathering';
      return fail(invalid([{pointer, detail: 'This is another sign-up.'}]));
    }
    if (signup.status === 'cancelled' || signup.status === 'declined') return fail(ENDED[signup.status]);
    const refused = growth(signup, gathering, partyOf(next), now);
    if (refused) return fail(refused);
    await queries.query(
      `update signups set adults = $3, children = $4, body = $5, changed = now() where site = $1 and id = $2`,
      [site.id, signup.id, next.adults, next.children, JSON.stringify(next)],
    );
    return ok(undefined);
  });
}

/**
 * Gives up the places of a signup; giving them up twice is the same as once.
 *
 * Nobody moves up by itself: whoever waits may have made other plans, so the host sees the free places and gives them.
 */
export function giveUp(database: Database, site: Site, token: string): Promise<Result<Booked, Refusal>> {
  return underLock(database, site.id, token, async (queries, {signup}) => {
    await queries.query(
      `update signups set status = 'cancelled', changed = now()
       where site = $1 and id = $2 and status <> 'cancelled'`,
      [site.id, signup.id],
    );
    return ok(undefined);
  });
}

const ENDED: Readonly<Record<'cancelled' | 'declined', Refusal>> = {
  cancelled: refusal(409, 'closed', 'Given up', 'These places were given up. Sign up again to come.'),
  declined: refusal(409, 'closed', 'Declined', 'The host could not give you a place this time.'),
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
  if (party <= before || signup.status !== 'confirmed' || left === undefined || party - before <= left)
    return undefined;
  return partial(left + before, party);
}

/** Runs `act` on the signup of `token` with its gathering locked, and answers both as they are afterwards. */
function underLock(
  database: Database,
  site: string,
  token: string,
  act: (queries: Queries, booked: Booked) => Promise<Result<undefined, Refusal>>,
): Promise<Result<Booked, Refusal>> {
  return database.transaction(async (queries) => {
    const found = await findByToken(queries, site, token);
    if (!found) return fail(NOT_FOUND);
    await lockGathering(queries, site, found.gathering);
    const before = await readManaged(queries, site, token);
    if (!before.ok) return before;
    const acted = await act(queries, before.value);
    return acted.ok ? readManaged(queries, site, token) : acted;
  });
}

async function findByToken(queries: Queries, site: string, token: string): Promise<SignupRow | undefined> {
  const rows = await queries.query<SignupRow>(`select ${SIGNUP} where s.site = $1 and s.token = $2`, [
    site,
    token,
  ]);
  return rows[0];
}
