import {assert} from 'chai';
import fc from 'fast-check';

import {Dates} from '../../src/i18n/dates.js';
import {loadLocale, localizerFor} from '../../src/i18n/locales.js';
import {parseMoment, type Moment} from '../../src/protocol/moment.js';
import './all-english.js';

const RENO = 'America/Los_Angeles';

/** A moment that a publisher may well have written. */
function moment(text: string, zone?: string): Moment {
  const made = parseMoment(text, zone);
  assert.exists(made, text);
  return made!;
}

/** Narrow and non-breaking spaces differ from browser to browser; a visitor sees a space. */
const plain = (text: string | undefined): string => (text ?? 'nothing').replace(/\p{Zs}/gu, ' ');

const dates = (lang: string, zone = RENO): Dates =>
  new Dates(localizerFor(lang), {zone, now: () => Date.UTC(2026, 10, 23)});

const start = moment('2026-12-03T18:00:00-08:00', RENO);
const end = moment('2026-12-03T19:30:00-08:00', RENO);

before(() => Promise.all(['ar', 'de', 'es', 'fr', 'pt'].map(async (lang) => loadLocale(lang))));

describe('A date', () => {
  it('is three short words on the petal', () => {
    assert.deepEqual(dates('en').dayPetal(start), {weekday: 'Thu', day: '3', month: 'Dec'});
  });

  it('is written as the language writes it', () => {
    assert.equal(dates('en').longDay(start), 'Thursday, December 3');
    assert.equal(dates('en-GB').longDay(start).replace(',', ''), 'Thursday 3 December');
    assert.equal(dates('es').longDay(start), 'jueves, 3 de diciembre');
    assert.equal(dates('de-AT').longDay(start), 'Donnerstag, 3. Dezember');
    assert.equal(dates('fr').longDay(start), 'jeudi 3 décembre');
    assert.match(dates('pt-BR').longDay(start), /^quinta-feira, 3 de dezembro$/i);
    assert.equal(dates('en').shortDay(start), 'December 3');
  });

  it('names the year when it is not this one', () => {
    assert.equal(dates('en').longDay(moment('2027-01-07T18:00:00-08:00', RENO)), 'Thursday, January 7, 2027');
  });

  it('that is not known is said to be so (fault 35)', () => {
    assert.equal(dates('en').when(undefined), 'Date to be confirmed');
  });

  it('never comes out as "Invalid Date", whatever a publisher wrote (fault 35)', () => {
    const text = fc.oneof(
      fc.string(),
      fc.date({noInvalidDate: true}).map((date) => date.toISOString()),
      fc.constantFrom(
        '2026-02-31T10:00',
        '0000-01-01T00:00Z',
        '9999-12-31T23:59:59Z',
        '+275760-09-13T00:00Z',
      ),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'es', 'ar', 'de', 'fr', 'pt'), (written, lang) => {
        const said = dates(lang).when(parseMoment(written, RENO));

        assert.notMatch(said, /invalid|NaN|undefined/i);
        assert.isNotEmpty(said);
      }),
    );
  });
});

describe('A time', () => {
  it("is what the publisher's clock shows, wherever the visitor is", () => {
    for (const zone of [RENO, 'Asia/Tokyo', 'Europe/Berlin']) {
      assert.equal(plain(dates('en', zone).timeRange(start, end)), '6:00 to 7:30 pm');
    }
  });

  it('from morning into the afternoon names both halves of the day', () => {
    const until = moment('2026-12-03T13:00:00-08:00', RENO);

    const said = dates('en').timeRange(moment('2026-12-03T10:00:00-08:00', RENO), until);

    assert.equal(plain(said), '10:00 am to 1:00 pm');
  });

  it('that ends on another day names that day', () => {
    const late = moment('2026-12-03T22:00:00-08:00', RENO);
    const next = moment('2026-12-04T01:00:00-08:00', RENO);

    assert.equal(plain(dates('en').timeRange(late, next)), '10:00 pm to Friday, December 4, 1:00 am');
  });

  it('without an end, or with one before the start, is the start alone', () => {
    assert.equal(plain(dates('en').timeRange(start)), '6:00 pm');
    assert.equal(plain(dates('en').timeRange(end, start)), '7:30 pm');
    assert.equal(plain(dates('en').timeRange(start, start)), '6:00 pm');
  });

  it('follows the clock of the country', () => {
    assert.match(plain(dates('es').timeRange(start, end)), /^18:00 ?– ?19:30$/);
  });

  it('stands beside its day', () => {
    assert.equal(plain(dates('en').when(start, end)), 'Thursday, December 3, 6:00 to 7:30 pm');
  });
});

describe('A time in Arabic', () => {
  /** Without the marks that steer, and in the digits of Europe, whichever an engine prefers for Arabic. */
  const bare = (text: string): string =>
    plain(text)
      .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

  it('reads from right to left, the beginning first, also in the middle of a sentence', () => {
    const range = dates('ar').timeRange(start, end);

    assert.equal(range.charAt(0), '\u200f');
    assert.match(bare(range), /^6:00 ?[–-] ?7:30 م$/);
    assert.match(dates('ar').when(start, end), /،/);
    assert.match(bare(dates('ar').when(start, end)), /^الخميس، 3 ديسمبر، 6:00/);
  });

  it('that ends on another day names that day', () => {
    const late = moment('2026-12-03T22:00:00-08:00', RENO);
    const next = moment('2026-12-04T01:00:00-08:00', RENO);

    assert.match(bare(dates('ar').timeRange(late, next)), /^10:00 م إلى الجمعة، 4 ديسمبر، 1:00 ص$/);
  });
});

describe('A visitor in another zone', () => {
  it('reads the time there first, and the own one with its day (fault 38)', () => {
    assert.equal(
      plain(dates('en', 'Europe/Berlin').otherZone(start)),
      '6:00 pm at the gathering. That is 3:00 am on Friday where you are.',
    );
  });

  it('reads no day when it is the same', () => {
    assert.equal(
      plain(dates('en', 'America/New_York').otherZone(start)),
      '6:00 pm at the gathering. That is 9:00 pm where you are.',
    );
  });

  it('reads it even where the zone has no name', () => {
    const said = dates('en', 'America/New_York').otherZone(moment('2026-12-03T18:00:00-08:00'));

    assert.equal(plain(said), '6:00 pm at the gathering. That is 9:00 pm where you are.');
  });

  it('reads nothing of it in the same zone, or in one whose clocks agree', () => {
    assert.isUndefined(dates('en').otherZone(start));
    assert.isUndefined(dates('en', 'America/Tijuana').otherZone(start));
  });

  it('reads nothing of it when nobody knows the instant', () => {
    assert.isUndefined(dates('en', 'Asia/Tokyo').otherZone(moment('2026-12-03T18:00:00')));
  });
});

describe('A time that one should ask about', () => {
  it('says so when the device and the publisher disagree (fault 37)', () => {
    const doubtful = moment('2026-07-03T18:00:00-08:00', RENO);

    assert.include(
      dates('en').remarks(doubtful),
      'Check the time with the host. Your device and the host do not agree on it.',
    );
    assert.isEmpty(dates('en').remarks(start));
  });

  it('says when the clocks skip it, and which of two it is (fault 36)', () => {
    const gap = moment('2026-03-08T02:30:00', RENO);
    const overlap = moment('2026-11-01T01:30:00', RENO);

    assert.deepEqual(dates('en').remarks(gap), [
      'The clocks go forward then, so it starts a little later than written.',
    ]);
    assert.deepEqual(dates('en').remarks(overlap).map(plain), [
      'The clocks go back then. We mean the first 1:30 am.',
    ]);
  });
});

describe('The age of a list', () => {
  it("is told on the visitor's own clock", () => {
    assert.equal(plain(dates('en').stamp(Date.UTC(2026, 11, 2, 17, 14))), 'December 2 at 9:14 am');
  });
});
