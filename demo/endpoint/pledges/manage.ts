import {isDeepStrictEqual} from 'node:util';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Pledge} from '../../../src/protocol/pledge.js';
import type {Database, Queries} from '../database.js';
import type {Site} from '../documents.js';
import {invalid, NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {forgottenAt} from '../retention.js';
import {
  keptOf,
  PLEDGE,
  type Pledged,
  type PledgeRow,
  readPledge,
  stateOf,
  type State,
  type TellPledge,
} from './pledges.js';
import {lockPledges, settle, unsettle} from './tallies.js';

/** The pledge was taken back: nothing is kept of it that could be shown. */
export const WITHDRAWN: Refusal = refusal(
  410,
  'withdrawn',
  'Taken back',
  'This pledge was taken back. Its name and words are deleted.',
);

const DECLINED = refusal(
  409,
  'closed',
  'Not shown',
  'This pledge was not taken. You can still take it back.',
);

const OTHER_KIND = 'A person’s pledge stays a person’s, and an organisation’s its own. Make another one.';

/** The pledge a token belongs to, as it stands now. */
export async function readOwn(
  queries: Queries,
  site: string,
  token: string,
): Promise<Result<Pledged, Refusal>> {
  const [pledge] = await queries.query<PledgeRow>(
    `select ${PLEDGE} from pledges p where p.site = $1 and p.token = $2`,
    [site, token],
  );
  return pledge ? ok({pledge, repeated: true}) : fail(NOT_FOUND);
}

/**
 * Puts `next` in the place of what was pledged before.
 *
 * Words and names that others would read wait for the host again; values are the site's own words and do not. Whose
 * it is stays as it was: were an address or a kind taken from here, an early pledge could be put in the place of
 * somebody else's, and its answer would say who has pledged.
 */
export function changePledge(
  database: Database,
  site: Site,
  token: string,
  next: Pledge,
  tell?: TellPledge,
): Promise<Result<Pledged, Refusal>> {
  return underLock(database, site, token, async (queries, was) => {
    if (next.id !== was.id) return fail(invalid([{pointer: '/id', detail: 'This is another pledge.'}]));
    if (was.state === 'withdrawn' || was.body === null) return fail(WITHDRAWN);
    if (was.state === 'declined') return fail(DECLINED);
    if (next.kind !== was.kind) return fail(invalid([{pointer: '/kind', detail: OTHER_KIND}]));
    const kept = keptOf(next);
    await unsettle(queries, site.id, was.id);
    await queries.query(
      `update pledges set state = $3, chosen = $4, body = $5, changed = now()
       where site = $1 and id = $2`,
      [
        site.id,
        was.id,
        stateAfter(was.state, was.body, kept),
        next.values.map(({id}) => id),
        JSON.stringify(kept),
      ],
    );
    await settle(queries, site.id, was.id, [was.person]);
    const is = await readPledge(queries, site.id, was.id);
    if (is?.state === 'waiting' && was.state !== 'waiting') await tell?.(queries, is);
    return ok(undefined);
  });
}

/**
 * Takes a pledge back: the name, the words, the place and the hash of the address are deleted at once, and the counts
 * fall. What is left says only that this `id` was taken back, to a message that was on its way. Twice is the same as
 * once.
 */
export function withdrawPledge(
  database: Database,
  site: Site,
  token: string,
  now: number,
): Promise<Result<Pledged, Refusal>> {
  return underLock(database, site, token, async (queries, was) => {
    if (was.state === 'withdrawn') return ok(undefined);
    await unsettle(queries, site.id, was.id);
    await queries.query(
      `update pledges set state = 'withdrawn', chosen = '{}', person = null, body = null, changed = now(),
         keep_until = $3 where site = $1 and id = $2`,
      [site.id, was.id, forgottenAt(site, now)],
    );
    await settle(queries, site.id, was.id, [was.person]);
    return ok(undefined);
  });
}

function stateAfter(state: State, was: Pledge, is: Pledge): State {
  const asked = stateOf(is);
  return asked === 'waiting' && state !== 'waiting' && isDeepStrictEqual(readOf(was), readOf(is))
    ? state
    : asked;
}

/** What of a pledge others would read, and so the host first. */
function readOf({kind, name, display, place, url, values}: Pledge): unknown {
  return [kind, name, display, place, url, values.filter(({wording}) => wording !== undefined)];
}

/** Runs `act` on the pledge of a token, with the site's pledges locked, and answers it as it is afterwards. */
function underLock(
  database: Database,
  site: Site,
  token: string,
  act: (queries: Queries, was: PledgeRow) => Promise<Result<undefined, Refusal>>,
): Promise<Result<Pledged, Refusal>> {
  return database.transaction(async (queries) => {
    if (!(await lockPledges(queries, site.id))) return fail(NOT_FOUND);
    const own = await readOwn(queries, site.id, token);
    if (!own.ok) return own;
    const acted = await act(queries, own.value.pledge);
    return acted.ok ? readOwn(queries, site.id, token) : acted;
  });
}
