import {firstWeekday} from '../../../i18n/calendar-names.js';
import type {Localizer} from '../../../i18n/localizer.js';
import {weekdayFrom} from './month.js';

/** The day that a key leads to from `day`, as the ARIA Authoring Practices have it; `undefined` for any other key. */
export function dayAfterKey(
  key: string,
  day: number,
  {lang, dir}: Pick<Localizer, 'lang' | 'dir'>,
): number | undefined {
  const forwards = dir === 'rtl' ? -1 : 1;
  const weekday = weekdayFrom(firstWeekday(lang), day);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -forwards,
    ArrowRight: forwards,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -weekday,
    End: 6 - weekday,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return step === undefined ? undefined : day + step;
}
