import {type GatheringRow, toldTo} from '../documents.js';
import type {SignupRow} from '../signups.js';
import {GUEST, type GuestFacts, onOneLine, type Words} from './words.js';

/** What all guests of a gathering can be told at once. */
export type News =
  | {readonly kind: 'cancelled'}
  | {readonly kind: 'reopened'}
  | {readonly kind: 'moved'; readonly before: GatheringRow}
  | {readonly kind: 'message'; readonly subject: string; readonly message: string};

/** The states of those who would come to a place that is not there any more. */
export const CONCERNED: readonly SignupRow['status'][] = ['confirmed', 'waitlisted', 'pending'];

/** Those of `guests` whom letters reach: each address once, in its latest signup. */
export function addressees(guests: readonly SignupRow[]): readonly SignupRow[] {
  const latest = new Map(
    guests.flatMap((guest) => {
      const {email} = guest.body;
      return email === undefined ? [] : [[email.toLowerCase(), guest] as const];
    }),
  );
  return [...latest.values()];
}

/** How `news` is told to the guest of one signup. */
export function wordsOf(facts: GuestFacts, news: News, {status}: SignupRow): Words {
  switch (news.kind) {
    case 'cancelled':
      return GUEST.cancelled(facts);
    case 'reopened':
      return GUEST.reopened(facts);
    case 'moved':
      return GUEST.moved({...facts, before: onOneLine(toldTo(news.before, status === 'confirmed'))});
    case 'message':
      return GUEST.message({...facts, ...news});
  }
}
