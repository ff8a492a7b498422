import {randomUUID} from 'node:crypto';
import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Group} from '../../../src/protocol/group.js';
import type {GroupMessage} from '../../../src/protocol/group-message.js';
import type {Database, Queries} from '../database.js';
import type {Site} from '../documents.js';
import {NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {forgottenAt} from '../retention.js';
import {newToken} from '../tokens.js';

/** What stands of a group. See `schema.ts`. */
export type State = 'waiting' | 'shown' | 'declined' | 'withdrawn';

/** A group as the database keeps it. */
export interface GroupRow {
  readonly id: string;
  /** What documents call it. */
  readonly public_id: string;
  readonly token: string;
  readonly state: State;
  /** Whether the site itself publishes it: nobody asked to be added. */
  readonly own: boolean;
  /** The message without its sender's address; null once it was taken back. */
  readonly body: GroupMessage | null;
  /** Where its sender can be asked back, for as long as that is kept. */
  readonly asker: string | null;
  readonly created: Date;
  readonly changed: Date;
}

/** What the columns of a `GroupRow` are. */
export const GROUP = 'g.id, g.public_id, g.token, g.state, g.own, g.body, g.asker, g.created, g.changed';

/** A group that was taken. `repeated`: it had been here before. */
export interface Joined {
  readonly group: GroupRow;
  readonly repeated: boolean;
}

/** Told of a group that waits to be read, in the transaction in which it began to. */
export type TellGroup = (queries: Queries, group: GroupRow) => Promise<void>;

/** Groups of a site that may wait at once. No host reads more, and a script must not fill the disk meanwhile. */
export const MOST_WAITING = 1_000;
/** Seconds after which whoever met a full queue may try again: an hour. */
const LATER = 3_600;

/** Too many wait already. */
const CROWDED: Refusal = refusal(
  429,
  'slow-down',
  'Too many groups wait',
  'Too many groups wait to be read here. Try again later.',
  {retryAfter: LATER},
);

/**
 * Takes a group, which then waits for the host; or answers what it was told the first time: the `id` is the idempotency
 * key. Two that come in the same moment are one, because only one of them finds its row free.
 */
export function takeGroup(
  database: Database,
  site: Site,
  message: GroupMessage,
  {now, tell}: {readonly now: number; readonly tell?: TellGroup | undefined},
): Promise<Result<Joined, Refusal>> {
  return database.transaction(async (queries) => {
    if ((await countWaiting(queries, site.id)) >= MOST_WAITING) {
      const before = await findGroup(queries, site.id, message.id);
      return before ? ok(before) : fail(CROWDED);
    }
    const fresh = await queries.query(
      `insert into network_groups (site, id, public_id, token, state, lat, lon, body, asker, asker_until, changed)
       values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10) on conflict (site, id) do nothing returning id`,
      [
        site.id,
        message.id,
        `urn:uuid:${randomUUID()}`,
        newToken(),
        ...columnsOf(message, site, now),
        new Date(now).toISOString(),
      ],
    );
    const joined = await findGroup(queries, site.id, message.id);
    if (!joined) return fail(NOT_FOUND);
    if (fresh.length === 0) return ok(joined);
    await tell?.(queries, joined.group);
    return ok({...joined, repeated: false});
  });
}

/** What of a message has columns of its own: `lat, lon, body, asker, asker_until`. */
export function columnsOf(message: GroupMessage, site: Site, now: number): unknown[] {
  const {email, ...kept} = message;
  return [
    message.place?.lat ?? null,
    message.place?.lon ?? null,
    JSON.stringify(kept),
    email ?? null,
    email === undefined ? null : forgottenAt(site, now),
  ];
}

/** How many groups wait to be read. */
export async function countWaiting(queries: Queries, site: string): Promise<number> {
  const [row] = await queries.query<{many: number}>(
    `select count(*)::int as many from network_groups where site = $1 and state = 'waiting'`,
    [site],
  );
  return row?.many ?? 0;
}

/** What was answered to this `id` before; undefined when it is new. */
export async function findGroup(queries: Queries, site: string, id: string): Promise<Joined | undefined> {
  const [group] = await queries.query<GroupRow>(
    `select ${GROUP} from network_groups g where g.site = $1 and g.id = $2`,
    [site, id],
  );
  return group && {group, repeated: true};
}

/** What everyone may read of a group; undefined where nothing is left of it. */
export function shownOf({public_id, body, changed}: GroupRow): Group | undefined {
  if (body === null) return undefined;
  const {
    ctg: _c,
    id: _i,
    speaks: _s,
    consents: _a,
    language: _l,
    page: _p,
    at: _t,
    updated: _u,
    ...said
  } = body;
  return {id: public_id, ...said, updated: changed.toISOString()};
}
