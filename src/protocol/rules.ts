/**
 * What counts as a date, an address or an id: plain predicates that the strict schemas and the lenient reader
 * share, so that the two cannot drift apart. Each looks at the length before anything else, because a pattern
 * over a megabyte of somebody's text is a frozen page.
 */
import {fetchableUrl, safeUrl} from '../base/safe-url.js';
import {LIMITS} from './limits.js';
import {momentParts} from './moment-text.js';

export {isAdults, isAnswer, isChildren, isDate, isEmail, isPage, isPhone, isUuid} from './form-rules.js';
export {isMoment} from './moment-text.js';

/** Stands in for the document's own URL while a relative one is judged. */
const SOMEWHERE = 'https://a.invalid/';
/** At least one character that can be seen. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{DI}]/u;
/** Control characters, and halves of surrogate pairs, which `encodeURIComponent` throws at. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const ZONE = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

function isString(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

/** Whether a text has anything to see in it. Its length is the business of the schema. */
export function isText(value: unknown): boolean {
  return typeof value === 'string' && VISIBLE.test(value);
}

/** Whether a value can name something: 1 to 200 printable characters. */
export function isId(value: unknown): boolean {
  return isString(value, LIMITS.id) && VISIBLE.test(value) && !UNPRINTABLE.test(value);
}

/** Whether a value is a link that may be shown: `https:`, `http:`, `mailto:` or `tel:`, or relative to its document. */
export function isLink(value: unknown): boolean {
  return isString(value, LIMITS.url) && safeUrl(value, SOMEWHERE) !== undefined;
}

/**
 * Whether a value is a template of an address that messages go to: http or https once its `{slots}` are filled.
 * `mock:` passes here, because the built-in examples name themselves so; `endpoint/` lets it through only there.
 */
export function isHref(value: unknown): boolean {
  if (!isString(value, LIMITS.url)) return false;
  return value.startsWith('mock:') || fetchableUrl(value.replace(/\{\w*\}/g, 'x'), SOMEWHERE) !== undefined;
}

/** Whether a value is a real date and time that names an instant: with an offset or `Z`. */
export function isOffsetMoment(value: unknown): boolean {
  return momentParts(value)?.offset !== undefined;
}

/**
 * Whether a value looks like the name of a time zone. Whether the device knows that zone is asked where it is
 * used: a browser of last year must not drop a zone of this year.
 */
export function isZone(value: unknown): boolean {
  return isString(value, 64) && ZONE.test(value);
}

/** Whether a value looks like a language tag (BCP 47). */
export function isLanguage(value: unknown): boolean {
  return isString(value, 35) && LANGUAGE.test(value);
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most;
}

/** Whether a value is a latitude in degrees. A text that looks like one is not: nothing is guessed. */
export function isLatitude(value: unknown): boolean {
  return isWithin(value, 90);
}

/** Whether a value is a longitude in degrees. */
export function isLongitude(value: unknown): boolean {
  return isWithin(value, 180);
}

/** Whether a value counts people, places or minutes: a whole number from 0 to a million. */
export function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && isWithin(value, LIMITS.count);
}

/** Whether a value is true or false. */
export function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}
