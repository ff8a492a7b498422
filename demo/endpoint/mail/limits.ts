/** How many letters one address gets, so that nobody's mailbox can be flooded through this endpoint. */
import type {Queries} from '../database.js';

const HOUR = 3_600_000;

/** Letters to one address that anyone can cause by signing up or asking again: in an hour, and in a day. */
const TO_GUESTS = {hour: 6, day: 20} as const;
/**
 * Letters to one host in an hour: about single signups, and about full, minimum met and places given up. The latter
 * matter more, but whoever grows and shrinks a party all day could write as many as they like. About pledges
 * and groups that wait to be read, one each: nobody stands at the door.
 */
const TO_HOSTS = {'host-new': 20, 'host-news': 40, 'host-pledge': 1, 'host-group': 1} as const;
/** Letters asking the same guest whether they are coming, in an hour, and the seconds between two of them. */
const ASKED = {hour: 3, gap: 60} as const;

/**
 * What one signup can have sent in all by giving other e-mail addresses: how many addresses, and letters to them.
 * Somebody may mistype twice; whoever goes on has strangers written to.
 */
const CORRECTED = {addresses: 3, letters: 10} as const;

/** Kinds of letters that anyone can cause who knows an address. */
const CAUSED_BY_ANYONE = ['confirm', 'welcome'];

/**
 * Whether an address may get one more letter that anyone can cause.
 *
 * Two who sign it up for two gatherings in the same moment may each see room for one: a letter or two more do no
 * harm, and a lock would make strangers wait for each other.
 */
export async function mayWrite(queries: Queries, address: string, now: number): Promise<boolean> {
  const times = await sentTo(queries, address, CAUSED_BY_ANYONE, now - 24 * HOUR);
  return times.length < TO_GUESTS.day && since(times, now - HOUR).length < TO_GUESTS.hour;
}

/** How many letters of a kind a host may still get this hour. */
export async function leftForHost(
  queries: Queries,
  address: string,
  kind: keyof typeof TO_HOSTS,
  now: number,
): Promise<number> {
  return TO_HOSTS[kind] - (await sentTo(queries, address, [kind], now - HOUR)).length;
}

/** Seconds after which a guest may be asked again whether they are coming; 0 means now. */
export async function mustWait(
  queries: Queries,
  guest: {site: string; signup: string; address: string},
  now: number,
): Promise<number> {
  const rows = await queries.query<{created: Date}>(
    `select created from letters where site = $1 and signup = $2 and kind = 'confirm' and created > $3 order by created`,
    [guest.site, guest.signup, new Date(now - HOUR).toISOString()],
  );
  const times = rows.map(({created}) => created.getTime());
  const last = times.at(-1);
  const gap = last === undefined ? 0 : last + ASKED.gap * 1000 - now;
  const hour = times.length < ASKED.hour ? 0 : times[times.length - ASKED.hour]! + HOUR - now;
  const address = (await mayWrite(queries, guest.address, now)) ? 0 : HOUR;
  return Math.max(0, Math.ceil(Math.max(gap, hour, address) / 1000));
}

/** Whether a signup whose letter was not answered yet may have it sent to this address from now on. */
export async function mayCorrect(
  queries: Queries,
  guest: {site: string; signup: string; address: string},
): Promise<boolean> {
  const rows = await queries.query<{recipient: string}>(
    `select lower(recipient) as recipient from letters where site = $1 and signup = $2 and kind = 'confirm'`,
    [guest.site, guest.signup],
  );
  const addresses = new Set([...rows.map(({recipient}) => recipient), guest.address.toLowerCase()]);
  return addresses.size <= CORRECTED.addresses && rows.length < CORRECTED.letters;
}

async function sentTo(
  queries: Queries,
  address: string,
  kinds: readonly string[],
  from: number,
): Promise<number[]> {
  const rows = await queries.query<{created: Date}>(
    `select created from letters where lower(recipient) = lower($1) and kind = any($2) and created > $3`,
    [address, kinds, new Date(from).toISOString()],
  );
  return rows.map(({created}) => created.getTime());
}

function since(times: readonly number[], from: number): number[] {
  return times.filter((time) => time > from);
}
