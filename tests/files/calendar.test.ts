import {assert} from 'chai';
import fc from 'fast-check';

import {calendarFile, calendarLinks, type CalendarEvent} from '../../src/files/calendar.js';
import {parseMoment, type Moment} from '../../src/protocol/moment.js';
import {contentLines, unescaped} from './reader.js';

const STAMP = Date.UTC(2026, 10, 23, 22, 0, 0);

function moment(text: string, zone?: string): Moment {
  const made = parseMoment(text, zone);
  assert.exists(made, text);
  return made!;
}

const event: CalendarEvent = {
  uid: '2026-12-03@stpaul.example',
  title: 'Connections Gathering',
  description: 'Bring a chair; or two, if you like.',
  location: 'Parish hall, 12 Mill Street, Reno',
  start: moment('2026-12-03T18:00:00-08:00', 'America/Los_Angeles'),
  end: moment('2026-12-03T19:30:00-08:00', 'America/Los_Angeles'),
  url: 'https://stpaul.example/g?a=1&b=2',
};

/** The value of a property, `undefined` when the file has none of that name. */
const valueOf = (file: string, name: string): string | undefined =>
  contentLines(file).find((line) => line.name === name)?.value;

describe('A calendar file', () => {
  it('says when, where and what', () => {
    const file = calendarFile(event, STAMP);

    assert.equal(valueOf(file, 'DTSTART'), '20261204T020000Z');
    assert.equal(valueOf(file, 'DTEND'), '20261204T033000Z');
    assert.equal(valueOf(file, 'DTSTAMP'), '20261123T220000Z');
    assert.equal(valueOf(file, 'LOCATION'), 'Parish hall\\, 12 Mill Street\\, Reno');
    assert.equal(valueOf(file, 'DESCRIPTION'), 'Bring a chair\\; or two\\, if you like.');
    assert.equal(valueOf(file, 'URL'), 'https://stpaul.example/g?a=1&b=2');
    assert.equal(valueOf(file, 'STATUS'), 'CONFIRMED');
  });

  it('holds one event inside one calendar', () => {
    const names = contentLines(calendarFile(event, STAMP)).map(({name, value}) => `${name}:${value}`);

    assert.deepEqual(names.slice(0, 2), ['BEGIN:VCALENDAR', 'VERSION:2.0']);
    assert.deepEqual(names.slice(-2), ['END:VEVENT', 'END:VCALENDAR']);
    assert.lengthOf(
      names.filter((name) => name === 'BEGIN:VEVENT'),
      1,
    );
  });

  it('keeps the clock on the wall when nobody knows the instant', () => {
    const floating = {...event, start: moment('2026-12-03T18:00:00'), end: moment('2026-12-03T19:30:00')};

    const file = calendarFile(floating, STAMP);

    assert.equal(valueOf(file, 'DTSTART'), '20261203T180000');
    assert.equal(valueOf(file, 'DTEND'), '20261203T193000');
  });

  it('never mixes a known start with an unknown end', () => {
    const file = calendarFile({...event, end: moment('2026-12-03T19:30:00')}, STAMP);

    assert.equal(valueOf(file, 'DTSTART'), '20261204T020000Z');
    assert.equal(valueOf(file, 'DTEND'), '20261204T033000Z');
  });

  it('has no end when none is known, or when it would be before the start', () => {
    assert.isUndefined(valueOf(calendarFile({...event, end: undefined}, STAMP), 'DTEND'));
    assert.isUndefined(
      valueOf(calendarFile({...event, start: event.end!, end: event.start}, STAMP), 'DTEND'),
    );
  });

  it('tells the calendar when a gathering is cancelled', () => {
    assert.equal(valueOf(calendarFile({...event, cancelled: true}, STAMP), 'STATUS'), 'CANCELLED');
  });

  it('leaves out what is empty, and addresses that could run (fault 28)', () => {
    const file = calendarFile(
      {...event, description: '', location: undefined, url: 'java\tscript:alert(1)'},
      STAMP,
    );

    for (const name of ['DESCRIPTION', 'LOCATION', 'URL']) assert.isUndefined(valueOf(file, name), name);
  });

  it('gives back every word that went in, and nothing that pretends to be a property (fault 44)', () => {
    const anything = fc.string({unit: 'binary', maxLength: 200});
    const nasty = fc.constantFrom(
      '\r\nATTENDEE:mailto:a@b',
      '\nEND:VEVENT',
      '\u2028BEGIN:VALARM',
      ' \r \n',
      '\\n,;:"',
      'é'.repeat(80),
      '👩‍👩‍👧‍👦'.repeat(9),
    );
    const words = fc.oneof(
      anything,
      nasty,
      fc.tuple(nasty, anything).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(words, words, words, (title, description, uid) => {
        const file = calendarFile({...event, title, description, uid}, STAMP);

        const names = contentLines(file).map((line) => line.name);
        assert.deepEqual(
          names,
          ['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'BEGIN', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY']
            .concat(description ? ['DESCRIPTION'] : [])
            .concat(['LOCATION', 'URL', 'STATUS', 'END', 'END']),
        );
        assert.equal(unescaped(valueOf(file, 'SUMMARY') ?? ''), tidied(title));
        if (description) assert.equal(unescaped(valueOf(file, 'DESCRIPTION') ?? ''), tidied(description));
      }),
    );
  });

  it('stays a calendar file at the ends of time (fault 35)', () => {
    for (const at of [-8.64e15, 8.64e15, Date.UTC(0, 0, 1), Date.UTC(9999, 11, 31)]) {
      const file = calendarFile({...event, start: {wall: at, at, doubt: false}, end: undefined}, STAMP);

      assert.match(valueOf(file, 'DTSTART') ?? '', /^\d{8}T\d{6}Z$/);
    }
  });
});

/** What of a text a calendar can hold: every kind of line break is one, and control characters are none. */
function tidied(value: string): string {
  return (
    new TextDecoder()
      .decode(new TextEncoder().encode(value))
      .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  );
}

describe('Links to calendars on the web', () => {
  it('carry the same gathering', () => {
    const {google, outlook, yahoo} = calendarLinks(event);

    const asked = (href: string): Record<string, string> => Object.fromEntries(new URL(href).searchParams);
    assert.include(asked(google), {
      action: 'TEMPLATE',
      text: event.title,
      dates: '20261204T020000Z/20261204T033000Z',
    });
    assert.include(asked(outlook), {
      subject: event.title,
      startdt: '2026-12-04T02:00:00Z',
      enddt: '2026-12-04T03:30:00Z',
    });
    assert.include(asked(yahoo), {title: event.title, st: '20261204T020000Z', et: '20261204T033000Z'});
    assert.equal(asked(google)['location'], event.location);
    assert.include(asked(google)['details'] ?? '', event.url ?? 'no address');
  });

  it('lead to the calendars that they name', () => {
    const hosts = Object.values(calendarLinks(event)).map((href) => new URL(href).hostname);

    assert.deepEqual(hosts, ['calendar.google.com', 'outlook.live.com', 'calendar.yahoo.com']);
  });

  it('name the zone when only the clock on the wall is known', () => {
    const start = {...event.start, at: undefined};

    assert.include(calendarLinks({...event, start, end: undefined}).google, '&ctz=America%2FLos_Angeles');
    assert.include(
      calendarLinks({...event, start, end: undefined}).outlook,
      'startdt=2026-12-03T18%3A00%3A00&',
    );
  });

  it('keep every sign in its field, and write no space as a plus', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', minLength: 1, maxLength: 60}), (title) => {
        for (const [name, href] of Object.entries(calendarLinks({...event, title}))) {
          const url = new URL(href);
          const field = {google: 'text', outlook: 'subject', yahoo: 'title'}[name] ?? '';

          assert.equal(
            url.searchParams.get(field),
            new TextDecoder().decode(new TextEncoder().encode(title)),
          );
          assert.notInclude(url.search, '+');
          assert.equal(url.hash, '');
        }
      }),
    );
  });
});
