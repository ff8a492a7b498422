/** The rules that only a form needs, kept apart so that the first view does not carry them. See `rules.ts`. */
import {fetchableUrl} from '../base/safe-url.js';
import {LIMITS} from './limits.js';
import {isMoment} from './moment-text.js';

/** A quoted or a plain name, then a domain with a dot; letters of any script, as mail has allowed since RFC 6531. */
const EMAIL = /^(?:"[^\p{Cc}]+"|[^\s\p{Cc}@"<>,;]+)@(?:[^\s\p{Cc}@.,;:<>"()]+\.)+[^\s\p{Cc}@.,;:<>"()]+$/u;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Whether a value could be an e-mail address. Lenient on purpose: the browsers' own check refuses `josé@example.com`,
 * and only sending a message can tell.
 */
export function isEmail(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LIMITS.email && EMAIL.test(value);
}

/** Whether a value could be a telephone number as people write it: at least three digits of any script. */
export function isPhone(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= LIMITS.phone &&
    !/\p{Cc}/u.test(value) &&
    (value.match(/\p{Nd}/gu)?.length ?? 0) >= 3
  );
}

/** Whether a value is a real day of the calendar, `2026-12-03`. */
export function isDate(value: unknown): boolean {
  return typeof value === 'string' && value.length === 10 && DAY.test(value) && isMoment(`${value}T00:00`);
}

/** Whether a value is a UUID of any version. */
export function isUuid(value: unknown): boolean {
  return typeof value === 'string' && value.length === 36 && UUID.test(value);
}

/** Whether a value is the address of a page without query or fragment, which often carry what is private. */
export function isPage(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= LIMITS.url &&
    !/[?#]/.test(value) &&
    fetchableUrl(value) !== undefined
  );
}

function isShortString(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LIMITS.answer;
}

/** Whether a value can answer a question: a text, a number, yes or no, or several texts. */
export function isAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= LIMITS.few && value.every(isShortString);
  return isShortString(value) || Number.isFinite(value) || typeof value === 'boolean';
}

/** Whether a value counts the grown-ups of a party, the sender included. */
export function isAdults(value: unknown): boolean {
  return isChildren(value) && value !== 0;
}

/** Whether a value counts the children of a party. */
export function isChildren(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LIMITS.party;
}
