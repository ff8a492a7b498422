import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Pledge} from '../../../src/protocol/pledge.js';
import type {Database, Queries} from '../database.js';
import type {Site} from '../documents.js';
import {NOT_FOUND, type Refusal} from '../problems.js';
import {newToken} from '../tokens.js';
import {personOf} from './people.js';
import {lockPledges, settle} from './tallies.js';

/** What stands of a pledge. See `schema.ts`. */
export type State = 'waiting' | 'shown' | 'counted' | 'declined' | 'withdrawn';

/** A pledge as the database keeps it. */
export interface PledgeRow {
  readonly id: string;
  readonly token: string;
  /** Its public id: on the wall, and of an organisation's badge. */
  readonly badge: string;
  readonly kind: Pledge['kind'];
  readonly state: State;
  readonly chosen: readonly string[];
  readonly person: string | null;
  /** Whether it is the one of its person that counts. */
  readonly counts: boolean;
  /** The message without its address; null once it was taken back. */
  readonly body: Pledge | null;
  readonly created: Date;
}

/** What the columns of a `PledgeRow` are. */
export const PLEDGE =
  'p.id, p.token, p.badge, p.kind, p.state, p.chosen, p.person, p.counts, p.body, p.created';

/** A pledge that was taken. `repeated`: it had been here before. */
export interface Pledged {
  readonly pledge: PledgeRow;
  readonly repeated: boolean;
}

/** Told of a pledge that has come in or has changed, in its transaction. */
export type TellPledge = (queries: Queries, pledge: PledgeRow) => Promise<void>;

/**
 * Takes a pledge, or answers what it was told the first time: the `id` is the idempotency key, as it is for signups.
 *
 * Somebody whose address has pledged before is answered as everybody is, with a pledge of their own, and a token that
 * opens nothing but that: so neither can anyone learn from the answer who has pledged, nor can whoever knows an
 * address change or take back what its owner said. The same statements run for both, and so take the same time. The
 * person counts once (`settle`), and the host sees that it is a second one before showing it.
 */
export function takePledge(
  database: Database,
  site: Site,
  message: Pledge,
  tell?: TellPledge,
): Promise<Result<Pledged, Refusal>> {
  return database.transaction(async (queries) => {
    if (!(await lockPledges(queries, site.id))) return fail(NOT_FOUND);
    const before = await findPledge(queries, site.id, message.id);
    if (before) return ok(before);
    const person = personOf(message, site.person_key) ?? null;
    await queries.query(
      `insert into pledges (site, id, token, badge, kind, state, chosen, person, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        site.id,
        message.id,
        newToken(),
        newToken(),
        message.kind,
        stateOf(message),
        message.values.map(({id}) => id),
        person,
        JSON.stringify(keptOf(message)),
      ],
    );
    await settle(queries, site.id, message.id, [person]);
    const pledge = await readPledge(queries, site.id, message.id);
    if (!pledge) return fail(NOT_FOUND);
    await tell?.(queries, pledge);
    return ok({pledge, repeated: false});
  });
}

/** What was answered to this `id` before; undefined when it is new. */
export async function findPledge(queries: Queries, site: string, id: string): Promise<Pledged | undefined> {
  const pledge = await readPledge(queries, site, id);
  return pledge && {pledge, repeated: true};
}

/** The pledge with this `id`, the one its device gave it. */
export async function readPledge(queries: Queries, site: string, id: string): Promise<PledgeRow | undefined> {
  const rows = await queries.query<PledgeRow>(
    `select ${PLEDGE} from pledges p where p.site = $1 and p.id = $2`,
    [site, id],
  );
  return rows[0];
}

/** Whether there is anything to show, which the host reads first; who is only counted is never shown. */
export function stateOf({display}: Pledge): State {
  return display === 'anonymous' ? 'counted' : 'waiting';
}

/** What is kept of a message: not the address. It is there to count each person once, and a hash does that. */
export function keptOf({email: _email, ...kept}: Pledge): Pledge {
  return kept;
}
