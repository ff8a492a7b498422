import {assert} from 'chai';
import fc from 'fast-check';

import {dayNames, firstWeekday, weekdayOfRegion} from '../../src/i18n/calendar-names.js';
import {dayAfterKey} from '../../src/widgets/gathering-signup/browse/month-keys.js';
import {
  firstOf,
  monthOf,
  monthsLater,
  weekdayFrom,
  weeksOf,
} from '../../src/widgets/gathering-signup/browse/month.js';

const months = fc.integer({min: 1900 * 12, max: 2999 * 12 + 11});
const weekdays = fc.integer({min: 0, max: 6});
const dayIn = (month: number): fc.Arbitrary<number> =>
  fc.integer({min: firstOf(month), max: firstOf(month + 1) - 1});

describe('The days of a month', () => {
  it('stand in weeks of seven, each once, in order, whatever day a week begins on', () => {
    fc.assert(
      fc.property(months, weekdays, (month, weekday) => {
        const weeks = weeksOf(month, weekday);
        const days = weeks.flat().filter((day) => day !== undefined);

        assert.isTrue(weeks.every((week) => week.length === 7));
        assert.isTrue(weeks.every((week) => week.some((day) => day !== undefined)));
        assert.deepEqual(
          days,
          Array.from({length: firstOf(month + 1) - firstOf(month)}, (_, i) => firstOf(month) + i),
        );
        for (const week of weeks)
          week.forEach((day, column) => {
            if (day !== undefined)
              assert.equal(new Date(day * 86_400_000).getUTCDay(), (weekday + column) % 7);
          });
      }),
    );
  });

  it('belong to the month that the calendar says', () => {
    fc.assert(
      fc.property(
        months.chain((month) => fc.tuple(fc.constant(month), dayIn(month))),
        ([month, day]) => assert.equal(monthOf(day), month),
      ),
    );
  });

  it('are gone through by months without leaving one out, however long each is', () => {
    fc.assert(
      fc.property(months.chain(dayIn), fc.integer({min: -13, max: 13}), (day, step) => {
        const later = monthsLater(day, step);
        assert.equal(monthOf(later), monthOf(day) + step);
        assert.isAtMost(later - firstOf(monthOf(later)), day - firstOf(monthOf(day)));
      }),
    );
  });

  it('are gone through by keys within their week, in the direction of reading', () => {
    const reading = fc.constantFrom(
      {lang: 'en', dir: 'ltr'} as const,
      {lang: 'ar', dir: 'rtl'} as const,
      {lang: 'de', dir: 'ltr'} as const,
    );
    fc.assert(
      fc.property(months.chain(dayIn), reading, (day, l) => {
        const first = firstWeekday(l.lang);
        const home = dayAfterKey('Home', day, l)!;

        assert.equal(weekdayFrom(first, home), 0);
        assert.equal(dayAfterKey('End', day, l), home + 6);
        assert.equal(dayAfterKey('ArrowRight', day, l), day + (l.dir === 'rtl' ? -1 : 1));
        assert.isUndefined(dayAfterKey('toString', day, l));
      }),
    );
  });
});

describe('The first day of a week', () => {
  it('is that of the language and its region', () => {
    assert.deepEqual(
      ['en', 'en-GB', 'de', 'es', 'es-MX', 'fr', 'pt-BR', 'ar', 'ar-MA'].map(firstWeekday),
      [0, 1, 1, 1, 0, 1, 0, 6, 1],
    );
  });

  it('is the same from our own table, for engines that do not know', () => {
    const regions = ['US', 'GB', 'DE', 'ES', 'MX', 'FR', 'BR', 'EG', 'MA', 'MV', ''];

    assert.deepEqual(regions.map(weekdayOfRegion), [0, 1, 1, 1, 0, 1, 0, 6, 1, 5, 1]);
  });

  it('is the first of seven names', () => {
    assert.deepEqual(
      dayNames('en', 6).map(({long}) => long),
      ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    );
  });
});
