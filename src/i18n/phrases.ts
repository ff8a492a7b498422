/** What widgets need of a language besides sentences: lists, short numbers, lengths, and how long ago something was. */

import {cached} from './intl-cache.js';
import type {Localizer} from './localizer.js';

const DAY = 86_400_000;

/** `Love, Service and Respect`. */
export function listOf({lang}: Localizer, items: readonly string[]): string {
  return cached(`list ${lang}`, () => new Intl.ListFormat(lang, {type: 'conjunction'})).format(items);
}

/** A number in little room: `213`, `10K`. */
export function compactNumber({lang}: Localizer, n: number): string {
  return cached(`short ${lang}`, () => new Intl.NumberFormat(lang, {notation: 'compact'})).format(n);
}

/** A length as `Intl` writes it: `3 km`, `2 mi`. */
export function lengthOf(
  {lang}: Localizer,
  length: number,
  unit: 'kilometer' | 'meter' | 'mile' | 'foot',
): string {
  return cached(`${unit} ${lang}`, () => new Intl.NumberFormat(lang, {style: 'unit', unit})).format(length);
}

/** Whether roads are measured in miles where this language is spoken; only where the tag names the region. */
export function usesMiles(lang: string): boolean {
  return /-(?:us|gb|lr)\b/i.test(lang);
}

/** `12 March 2026`, for an instant in milliseconds, on the visitor's own clock. */
export function dateOf({lang}: Localizer, at: number): string {
  return cached(`date ${lang}`, () => new Intl.DateTimeFormat(lang, {dateStyle: 'long'})).format(at);
}

/** `today`, `yesterday`, `5 days ago`; a date once that is more than a week ago, and for what is still to come. */
export function dayOf(l: Localizer, at: number, now: number): string {
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / DAY);
  if (days > 0 || days < -7) return dateOf(l, at);
  const {lang} = l;
  return cached(`ago ${lang}`, () => new Intl.RelativeTimeFormat(lang, {numeric: 'auto'})).format(
    days,
    'day',
  );
}

const STAMP = {day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit'} as const;

/** `March 12 at 6:00 pm`, for an instant in milliseconds, on the visitor's own clock. */
export function stampOf({lang}: Localizer, at: number): string {
  return cached(`stamp ${lang}`, () => new Intl.DateTimeFormat(lang, STAMP)).format(at);
}
