import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Database, Queries} from '../database.js';
import {type GatheringRow, readGathering, type Site} from '../documents.js';
import {readCounted} from '../holds.js';
import {type Booked, leftOf, lockGathering, partyOf, SIGNUP, type SignupRow} from '../signups.js';

/** What a host can do with one signup: give it a place, or say no. */
export const ANSWERS = ['accept', 'decline'] as const;
/** What a host can do with a gathering. */
export const STATES = {close: 'closed', reopen: 'scheduled', cancel: 'cancelled'} as const;

export type AnswerDeed = (typeof ANSWERS)[number];
export type StateDeed = keyof typeof STATES;

/** Why a host's wish could not be met. */
export type HostRefusal = 'gone' | 'no-places' | 'already-answered';

/** Told of a host's answer, in its transaction: how the signup was, and how it is. */
export type TellAnswer = (queries: Queries, was: SignupRow, after: Booked) => Promise<void>;

/** Why not, and at which gathering, where that is known. */
export interface NotDone {
  readonly code: HostRefusal;
  readonly gathering?: string;
}

/** Everyone who signed up for a gathering, in the order in which they did. */
export function readGuests(queries: Queries, site: string, gathering: string): Promise<SignupRow[]> {
  return queries.query<SignupRow>(
    `select ${SIGNUP} where s.site = $1 and s.gathering = $2 order by s.place_in_line`,
    [site, gathering],
  );
}

/**
 * Gives someone who asked or waits a place, or says no to them.
 *
 * Under the same lock as signing up: a host who presses while the last place is being taken is told so, and nobody
 * is promised a chair that is not there. The host may pass over the order of the list; it is theirs.
 *
 * @param over how many people may have a place after it, where the host said that there may be more than places:
 *   the number that stood on the button, so that two parties let in at the same moment do not add up unseen
 * @param now the time, in milliseconds
 */
export function answerGuest(
  database: Database,
  site: Site,
  id: string,
  deed: AnswerDeed,
  {over, now, tell}: {over?: number; now: number; tell?: TellAnswer},
): Promise<Result<SignupRow, NotDone>> {
  return database.transaction(async (queries) => {
    const found = await readGuest(queries, site.id, id);
    if (!found) return fail({code: 'gone'});
    await lockGathering(queries, site.id, found.gathering);
    const gathering = await readCounted(queries, site.id, found.gathering, now);
    const guest = await readGuest(queries, site.id, id);
    if (!guest || !gathering) return fail({code: 'gone'});
    const not = (code: HostRefusal) => fail({code, gathering: gathering.id});
    if (guest.status !== 'pending' && guest.status !== 'waitlisted') return not('already-answered');
    const left = leftOf(gathering);
    const fits =
      // Whoever has not answered a letter yet has had their places kept, and counts among those taken.
      guest.granted === 'confirmed' ||
      left === undefined ||
      left >= partyOf(guest) ||
      gathering.taken + partyOf(guest) <= (over ?? 0);
    if (deed === 'accept' && !fits) return not('no-places');
    await queries.query(
      'update signups set status = $3, granted = null, changed = now() where site = $1 and id = $2',
      [site.id, id, deed === 'accept' ? 'confirmed' : 'declined'],
    );
    const signup = tell && (await readGuest(queries, site.id, id));
    const after = tell && (await readGathering(queries, site.id, gathering.id));
    if (signup && after) await tell(queries, guest, {signup, gathering: after, repeated: true});
    return ok(guest);
  });
}

/** Told of another state, in its transaction: how the gathering was, and how it is. */
export type TellState = (queries: Queries, was: GatheringRow, is: GatheringRow) => Promise<void>;

/** Closes, reopens or cancels a gathering; those who signed up keep their places in the list. */
export function setState(
  database: Database,
  site: Site,
  gathering: string,
  deed: StateDeed,
  tell?: TellState,
): Promise<boolean> {
  return database.transaction(async (queries) => {
    await lockGathering(queries, site.id, gathering);
    const was = await readGathering(queries, site.id, gathering);
    if (!was) return false;
    // From a page that was left open: closing would bring back what was cancelled, and tell everyone so.
    if (deed === 'close' && (was.status === 'cancelled' || was.status === 'postponed')) return true;
    await queries.query('update gatherings set status = $3, updated = now() where site = $1 and id = $2', [
      site.id,
      gathering,
      STATES[deed],
    ]);
    await tell?.(queries, was, {...was, status: STATES[deed]});
    return true;
  });
}

/** The signup with this id, as its host sees it. */
export async function readGuest(queries: Queries, site: string, id: string): Promise<SignupRow | undefined> {
  const rows = await queries.query<SignupRow>(`select ${SIGNUP} where s.site = $1 and s.id = $2`, [site, id]);
  return rows[0];
}
