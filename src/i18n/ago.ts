/** How long ago something was, in the largest unit of which there is a whole one. */

import {cached} from './intl-cache.js';
import type {Localizer} from './localizer.js';

const DAY = 86_400_000;
const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
] as const;

/** `today`, `2 days ago`, `3 weeks ago`, `11 months ago`; what is still to come counts as today. Both in milliseconds. */
export function agoOf({lang}: Localizer, at: number, now: number): string {
  const past = Math.max(0, now - at);
  const [unit, length] = UNITS.find(([, each]) => past >= each) ?? UNITS[3];
  const format = cached(`ago ${lang}`, () => new Intl.RelativeTimeFormat(lang, {numeric: 'auto'}));
  return format.format(-Math.floor(past / length), unit);
}
