import {newId} from '../../src/base/id.js';
import {Client} from '../../src/endpoint/client.js';
import {resolveSet} from '../../src/endpoint/resolve.js';
import {targetOf, type Target} from '../../src/endpoint/target.js';
import type {Entry} from '../../src/outbox/entry.js';
import type {Gathering} from '../../src/protocol/gathering.js';
import type {Signup} from '../../src/protocol/signup.js';
import {standingOf} from '../../src/protocol/standing.js';
import '../testing/sections.js';

/** Longest an entry is kept, in milliseconds: an hour is more than any run. */
const KEEP = 3_600_000;

/** What to sign up for, and where. */
export interface Errand {
  readonly url: string;
  readonly gathering: Gathering;
  readonly target: Target;
}

/** Reads the document at `url` as a widget does, and picks a gathering that takes any number of people. */
export async function findErrand(url: string): Promise<Errand> {
  const set = resolveSet([{endpoint: url}], url);
  if (!set.ok) throw new Error(`No endpoint at ${url}: ${set.failure.code}`);
  const loaded = await new Client().load(set.value);
  if (!loaded.ok) throw new Error(`${url} could not be read: ${loaded.failure.code}`);
  const {gatherings = []} = loaded.value.document;
  const gathering = gatherings.find((one) => {
    const {state, waitlist} = standingOf(one, Date.now());
    const asks = one.questions?.some(({required}) => required) || one.contact === 'phone';
    return state === 'open' && waitlist && !asks && one.place?.revealed !== 'confirmed';
  });
  const target = gathering && targetOf(loaded.value, set.value, 'signups', gathering.id);
  if (!gathering || !target) throw new Error(`Nothing at ${url} takes signups without end.`);
  return {url, gathering, target};
}

/** The `number`th visitor, by a name that nobody else has. */
export const visitorName = (number: number): string => `Visitor ${number} of the torture run`;

/** The address of the same visitor. */
export const emailOf = (number: number): string => `visitor-${number}@example.org`;

/** What the `number`th visitor sends. */
export function entryFor({url, gathering, target}: Errand, number: number): Entry {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const signup: Signup = {
    ctg: '1',
    id: newId(),
    gathering: gathering.id,
    name: visitorName(number),
    email: emailOf(number),
    adults: 1,
    children: 0,
    // The places run out long before the visitors do; those who may wait are not refused.
    waitlist: true,
    answers: {},
    consents: (gathering.consents ?? [])
      .filter(({required}) => required)
      .map(({id, version}) => ({id, at, ...(version !== undefined && {version})})),
    language: 'en',
    at,
  };
  return {
    v: 1,
    kind: 'signups',
    id: signup.id,
    endpoint: url,
    target: gathering.id,
    host: gathering.host?.name ?? gathering.name,
    ...target,
    body: JSON.stringify(signup),
    createdAt: now,
    expiresAt: now + KEEP,
    attempts: 0,
    nextAt: now,
    state: 'waiting',
  };
}
