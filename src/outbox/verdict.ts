// What one outcome means for the entry it happened to. Pure: entry in, entry out.
import {backoff} from '../base/backoff.js';
import type {Outcome} from '../protocol/outcome.js';
import {LIMITS} from '../protocol/limits.js';
import type {Entry} from './entry.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Attempts in the first hour. */
const FIRST_HOUR = 10;
/** Attempts in each day. */
const EACH_DAY = 24;
/** How often an answer that proves nothing is asked for again before it is left to the visitor. */
const DOUBTS = 2;
/** Ways to hear nothing that leave it open whether the endpoint has taken it. */
const SILENT = new Set(['timeout', 'cut-off']);

/** An entry with another change, optional fields included. */
type Change = Partial<Omit<Entry, 'v' | 'id' | 'body'>>;

const become = (entry: Entry, change: Change): Entry => ({...entry, ...change});

/** How long until one more attempt is within the allowance, in milliseconds; 0 when it is already. */
export function allowance(entry: Entry, now: number): number {
  // Never negative: a clock that was set back has not made the entry younger than new.
  const age = Math.max(0, now - entry.createdAt);
  const days = Math.floor(age / DAY);
  if (entry.attempts >= EACH_DAY * (days + 1)) return DAY * (days + 1) - age;
  return entry.attempts >= FIRST_HOUR && age < HOUR ? HOUR - age : 0;
}

/**
 * `entry` as it is written down before an attempt.
 *
 * The attempt counts and the next one has its time before anything is sent, so that a page that dies in the middle,
 * again and again, asks less and less often too.
 */
export function begun(entry: Entry, now: number, random: () => number): Entry {
  const attempts = entry.attempts + 1;
  return become(entry, {attempts, last: 'sending', nextAt: now + backoff(attempts, random)});
}

/** `entry` after its page died in the middle of an attempt, when asking again could double it. */
export const interrupted = (entry: Entry): Entry => become(entry, {state: 'unclear', last: 'interrupted'});

/** `entry` past the time after which nobody wants it any more. */
export const expired = (entry: Entry): Entry => become(entry, {state: 'expired'});

/**
 * `entry` as a visitor's press leaves it: due at once, or when the endpoint's own wait is over.
 *
 * A wait that the endpoint asked for stands even against a press. It would refuse again and may lengthen the ban.
 */
export function hurried(entry: Entry, now: number): Entry {
  return become(entry, {state: 'waiting', doubts: 0, nextAt: Math.max(now, entry.notBefore ?? 0)});
}

/** An unclear `entry` that may be asked for again without doubling: once more, and then it is as unclear as before. */
export const revived = (entry: Entry, now: number): Entry =>
  become(entry, {state: 'waiting', nextAt: Math.max(now, entry.notBefore ?? 0)});

/** `entry` after an attempt that did not end in its receipt. */
export function after(
  entry: Entry,
  outcome: Exclude<Outcome, {kind: 'confirmed'}>,
  now: number,
  random: () => number,
): Entry {
  if (outcome.kind === 'refused') {
    return become(entry, {state: 'refused', last: outcome.problem.code, problem: outcome.problem});
  }
  const last = outcome.code;
  const doubts = (entry.doubts ?? 0) + (outcome.kind === 'unknown' ? 1 : 0);
  const open = outcome.kind === 'unknown' || SILENT.has(last);
  if (open && (!entry.idempotent || doubts > DOUBTS)) return become(entry, {state: 'unclear', last, doubts});
  const asked =
    outcome.kind === 'retry' && outcome.after !== undefined
      ? Math.min(LIMITS.waitMostMs, Math.max(LIMITS.waitLeastMs, outcome.after))
      : 0;
  // A tenth more than was asked for, by chance: whoever was told "in a minute" must not all come back together.
  const wait = Math.max(backoff(entry.attempts, random), asked * (1 + random() / 10), allowance(entry, now));
  const next = become(entry, {last, doubts, nextAt: now + Math.round(wait)});
  return asked ? become(next, {notBefore: now + asked}) : next;
}
