/** Looking into what an endpoint answered without believing anything about it. */
import {safeUrl} from '../../base/safe-url.js';
import {decodeEntities, htmlText} from './html-text.js';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** `value` as an object that is no list; `undefined` otherwise. */
export function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** `value` as a list: itself, or alone in one; nothing when it is empty. Many systems leave the brackets off one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' || value === false ? [] : [value];
}

/** The value of a key of its own; never one of the prototype's. */
export function own(value: unknown, key: string): unknown {
  const json = record(value);
  return json && Object.hasOwn(json, key) ? json[key] : undefined;
}

/** `value` as text for people, any HTML in it turned into text; a number is written out; `undefined` when empty. */
export function plain(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  return htmlText(value) || undefined;
}

/** `value` as text in one line. */
export function line(value: unknown): string | undefined {
  return plain(value)?.replace(/\s*\n[\s•]*/g, ' ');
}

/** `value` as something that can name a thing: a text or a number, as it stands. */
export function idText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/**
 * `value` as a word to compare, empty when it is none. Never `String(value)`: an answer may hold an object with a
 * `toString` of its own, and then that throws.
 */
export function wordIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 300) : '';
}

/** `value` as a number, also where it is written as a text. An empty text is no zero. */
export function numeric(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,20}(?:\.\d{0,20})?\s*$/.test(value)) return undefined;
  return Number(value);
}

/** `value` as a count of people or places; the nonsense of a negative or broken one is left out. */
export function countOf(value: unknown): number | undefined {
  const number = numeric(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/**
 * `value` as an absolute address that may be shown. A bare `www.example.org` is a host somebody typed, not a file
 * beside the document; WordPress writes `&` as `&#038;`.
 */
export function webUrl(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || value.length > 4_000) return undefined;
  const written = decodeEntities(value).trim();
  if (!written) return undefined;
  const isHost = /^(?:www\.|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]|$))/i.test(written) && !/^\w+:/.test(written);
  return safeUrl(isHost ? `https://${written}` : written, base)?.href;
}

/** `value` as an absolute address of a picture or a page that the document may name relative to itself. */
export function relativeUrl(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || value.length > 4_000) return undefined;
  return safeUrl(decodeEntities(value).trim(), base)?.href;
}

/** `parts` in one line with commas between; doubles are left out, because "Reno, Reno" helps nobody. */
export function joined(parts: readonly (string | undefined)[]): string | undefined {
  const seen = new Set(parts.filter((part) => part !== undefined && part !== ''));
  return [...seen].join(', ') || undefined;
}
