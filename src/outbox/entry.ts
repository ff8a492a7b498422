// What lies in the outbox: an `Entry` until it is delivered, a `Mine` afterwards.
import type {Outcome} from '../protocol/outcome.js';
import type {Problem} from '../protocol/problem.js';
import type {Receipt} from '../protocol/receipt.js';

/** What is being sent: the plural nouns that `{kind}` in an action stands for. */
export type EntryKind = 'signups' | 'pledges' | 'groups';

/**
 * Where an entry stands.
 *
 * `waiting` is sent by itself; `unclear` was sent, but nobody knows what became of it, and only a visitor's press
 * sends it again; `refused` and `expired` are never sent again and stay until the page deletes them.
 */
export type EntryState = 'waiting' | 'unclear' | 'refused' | 'expired';

/** One thing a visitor sent, written down before it is sent for the first time. All times are wall-clock milliseconds. */
export interface Entry {
  readonly v: 1;
  readonly kind: EntryKind;
  /** The idempotency key: made on the device, the same in every attempt, and inside `body` too. */
  readonly id: string;
  /** URL of the document that the form came from. */
  readonly endpoint: string;
  /** What it is for: the id of the gathering. */
  readonly target: string;
  /** Whom it goes to, as a visitor would name them. */
  readonly host: string;
  readonly href: string;
  readonly encoding: 'json' | 'form' | 'multipart';
  /** The very text that is sent: every attempt is the same byte for byte, so that an endpoint can tell it is the same. */
  readonly body: string;
  /** The message in our own words, where `body` says it in theirs: for the form, if it has to come back. */
  readonly message?: string;
  /** More headers that the site asks for. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where our receipt is in an answer of another shape. */
  readonly receipt?: object;
  /** Which field of ours is meant where a refusal names one of theirs. */
  readonly pointers?: Readonly<Record<string, string>>;
  readonly idempotent: boolean;
  readonly idempotencyHeader: boolean;
  readonly ack: 'receipt' | 'status';
  readonly redirects: 'refuse' | 'follow';
  /** What its sender keeps for themselves: on this device, and never sent. */
  readonly own?: string;
  /** Template of the document's `manage` link: whoever delivers it, in any tab, keeps where it can be changed. */
  readonly manage?: string;
  readonly createdAt: number;
  /** After this it is not sent any more. Never later than seven days after `createdAt`: `add` sees to it. */
  readonly expiresAt: number;
  /** When what it is for is over; until then this device remembers it after delivery. */
  readonly over?: number;
  readonly attempts: number;
  /** Not sent by itself before this. */
  readonly nextAt: number;
  readonly state: EntryState;
  /** Code of the last outcome, or `sending` from the start of an attempt until its outcome is known. */
  readonly last?: string;
  /** Why it was refused. */
  readonly problem?: Problem;
  /** Until when the endpoint asked us to stay away. Holds against a visitor's press too. */
  readonly notBefore?: number;
  /** How many answers so far left it open whether it was received. */
  readonly doubts?: number;
}

/** What stays on the device after delivery, so that its owner can change or cancel it: nothing personal. */
export interface Mine {
  readonly v: 1;
  readonly kind: EntryKind;
  readonly endpoint: string;
  readonly target: string;
  readonly id: string;
  /** Private link to read, change and cancel it. Absent when the endpoint offers none. */
  readonly manage?: string;
  readonly status: Receipt['status'];
  /** What its sender wrote down for themselves; gone with the rest when it is taken back or forgotten. */
  readonly own?: string;
  /** Forgotten after this moment, in wall-clock milliseconds. */
  readonly expires: number;
}

/** Something happened to what is or was in the outbox. */
export interface OutboxChange {
  readonly id: string;
  /** What an attempt ended in. Absent when it was added, put first, deleted, or settled while this page was resting. */
  readonly outcome?: Outcome;
  /** The entry as it is now. Absent when it is gone. */
  readonly entry?: Entry;
  /** `other-tab` also when a second copy of the script on this very page did it. */
  readonly from: 'here' | 'other-tab';
}

/** A record under one of our keys that we cannot read. It is left where it is. */
export interface Quarantined {
  /** The id it is kept under: what `delete` takes. */
  readonly id: string;
  readonly value: unknown;
}
