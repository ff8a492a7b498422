import type {Result} from '../../../src/base/result.js';
import {fail, ok} from '../../../src/base/result.js';
import type {Database} from '../database.js';
import type {Site} from '../documents.js';
import {readCounted, waitsFor} from '../holds.js';
import {readManaged} from '../manage.js';
import {NOT_FOUND, refusal, type Refusal} from '../problems.js';
import {type Booked, lockGathering} from '../signups.js';
import type {Letters} from './letters.js';

const NOTHING_TO_ANSWER = refusal(
  409,
  'closed',
  'Nothing to confirm',
  'This sign-up does not wait for a letter to be answered.',
);

/** Sends the letter that asks whether it is them once more: rarely enough that nobody's mailbox is flooded with it. */
export function askAgain(
  database: Database,
  letters: Letters,
  site: Site,
  token: string,
  now: number,
): Promise<Result<Booked, Refusal>> {
  return database.transaction(async (queries) => {
    const found = await readManaged(queries, site.id, token);
    if (!found.ok) return fail(NOT_FOUND);
    // Locked, so that of many presses at once each sees the letter that the one before it wrote.
    await lockGathering(queries, site.id, found.value.gathering.id);
    await readCounted(queries, site.id, found.value.gathering.id, now);
    const booked = await readManaged(queries, site.id, token);
    if (!booked.ok || waitsFor(booked.value.signup) !== 'email') return fail(NOTHING_TO_ANSWER);
    const wait = await letters.askAgain(queries, site, booked.value);
    if (wait === 0) return ok(booked.value);
    return fail(refusal(429, 'slow-down', 'A letter is on its way', waitSentence(wait), {retryAfter: wait}));
  });
}

function waitSentence(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `Look in your spam folder too. You can ask again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}
