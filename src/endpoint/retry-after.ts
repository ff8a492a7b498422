import {LIMITS} from '../protocol/limits.js';

/** What says how long to wait: the header, which most endpoints do not expose across origins, and the body. */
export interface WaitSources {
  /** The header `Retry-After`: seconds, or a date. */
  readonly header?: string | null;
  /** The member `retryAfter` of the body: seconds, or a date. */
  readonly body?: unknown;
  /** The header `Date`, so that a date is measured by the clock it was written by. */
  readonly date?: string | null;
}

/** How long an endpoint asks us to wait, in milliseconds from 1 s to 24 h; `undefined` when it does not say so in earnest. */
export function retryAfter({header, body, date}: WaitSources, now: number): number | undefined {
  const there = Date.parse(date ?? '') || now;
  const wait = waitOf(header, there) ?? waitOf(body, there);
  return wait === undefined ? undefined : Math.min(LIMITS.waitMostMs, Math.max(LIMITS.waitLeastMs, wait));
}

function waitOf(value: unknown, now: number): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value * 1_000 : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return +value * 1_000;
  // Only what looks like a date: engines read `-5` and `soon 3` as one.
  const until = /\d{4}/.test(value) && /:/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(until) ? undefined : until - now;
}
