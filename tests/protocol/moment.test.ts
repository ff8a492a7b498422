import {assert} from 'chai';
import fc from 'fast-check';
import {parseMoment, zonedWall} from '../../src/protocol/moment.js';

const RENO = 'America/Los_Angeles';
const wall = (text: string): number => Date.parse(`${text}Z`);

/** The same clock read another way: through the parts that `Intl` writes. */
function wallByParts(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({type, value}) => [type, +value])) as Record<
    string,
    number
  >;
  return Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
}

describe('when something happens', () => {
  it('keeps the wall clock, the offset, the zone and the instant', () => {
    const moment = parseMoment('2026-12-03T18:00:00-08:00', RENO);
    assert.deepEqual(moment, {
      wall: wall('2026-12-03T18:00'),
      at: Date.parse('2026-12-04T02:00Z'),
      zone: RENO,
      offset: -480,
      doubt: false,
    });
  });

  it('row 37: doubts the time when the offset is not what this device knows of the zone, and keeps the publisher’s', () => {
    const moment = parseMoment('2026-12-03T18:00:00-07:00', RENO);

    assert.equal(moment?.doubt, true);
    assert.equal(moment?.wall, wall('2026-12-03T18:00'));
    assert.equal(moment?.offset, -420);
  });

  it('reads Z as an instant and asks the zone for the wall clock', () => {
    const moment = parseMoment('2026-12-04T02:00:00Z', RENO);

    assert.equal(moment?.wall, wall('2026-12-03T18:00'));
    assert.equal(moment?.offset, -480);
    assert.equal(moment?.doubt, false);
  });

  it('takes +00:00 at its word where Z would ask', () => {
    assert.equal(parseMoment('2026-12-03T18:00:00+00:00', RENO)?.doubt, true);
  });

  it('finds the instant of a local time in its zone', () => {
    assert.equal(parseMoment('2026-07-03T18:00', RENO)?.at, Date.parse('2026-07-04T01:00Z'));
    assert.equal(parseMoment('2026-12-03T18:00', RENO)?.at, Date.parse('2026-12-04T02:00Z'));
  });

  it('knows no instant without offset and zone', () => {
    assert.deepEqual(parseMoment('2026-12-03T18:00'), {
      wall: wall('2026-12-03T18:00'),
      at: undefined,
      doubt: false,
    });
  });

  for (const zone of ['Mars/Olympus', '', 'not a zone', '__proto__']) {
    it(`gets by without a zone that the device does not know: "${zone}"`, () => {
      const moment = parseMoment('2026-12-03T18:00-08:00', zone);

      assert.equal(moment?.at, Date.parse('2026-12-04T02:00Z'));
      assert.isUndefined(moment?.zone);
      assert.equal(moment?.doubt, false);
    });
  }

  it('row 36: moves a time that never was forward, and says so', () => {
    const moment = parseMoment('2026-03-08T02:30', RENO);

    assert.equal(moment?.shifted, 'gap');
    assert.equal(moment?.wall, wall('2026-03-08T03:30'));
    assert.equal(moment?.at, Date.parse('2026-03-08T10:30Z'));
  });

  it('row 36: takes the first of two times with one name, and says so', () => {
    const moment = parseMoment('2026-11-01T01:30', RENO);

    assert.equal(moment?.shifted, 'overlap');
    assert.equal(moment?.at, Date.parse('2026-11-01T08:30Z'));
  });

  it('row 36: takes the second of the two when the offset says so, without a word', () => {
    const moment = parseMoment('2026-11-01T01:30-08:00', RENO);

    assert.equal(moment?.at, Date.parse('2026-11-01T09:30Z'));
    assert.isUndefined(moment?.shifted);
    assert.equal(moment?.doubt, false);
  });

  it('row 36: knows half-hour jumps', () => {
    assert.equal(parseMoment('2026-10-04T02:15', 'Australia/Lord_Howe')?.shifted, 'gap');
    assert.equal(parseMoment('2026-04-05T01:45', 'Australia/Lord_Howe')?.shifted, 'overlap');
  });

  for (const text of [
    '2026-02-31T10:00Z',
    '0000-01-01T00:00Z',
    '9999-12-31T00:00Z',
    '+275760-09-13T00:00Z',
    '',
    'soon',
    null,
    undefined,
    5,
  ]) {
    it(`row 35: knows no moment in ${JSON.stringify(text)}`, () =>
      assert.isUndefined(parseMoment(text, RENO)));
  }
});

const zones = fc.constantFrom(
  RENO,
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'UTC',
  'Pacific/Chatham',
);
const instants = fc
  .integer({min: Date.parse('1975-01-01T00:00Z') / 6e4, max: Date.parse('2045-01-01T00:00Z') / 6e4})
  .map((minute) => minute * 6e4);

describe('any moment', () => {
  it('shows what the clock in its zone shows', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => assert.equal(zonedWall(at, zone), wallByParts(at, zone))),
      {numRuns: 300},
    );
  });

  it('is found again from its wall clock, but for the hour that is there twice', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const shown = zonedWall(at, zone)!;
        const moment = parseMoment(new Date(shown).toISOString().slice(0, 16), zone)!;

        assert.equal(moment.wall, shown);
        if (moment.shifted !== 'overlap') assert.equal(moment.at, at);
        else assert.isAtMost(moment.at!, at);
        assert.equal(zonedWall(moment.at!, zone), shown);
      }),
      {numRuns: 500},
    );
  });

  it('is never in doubt when the offset is the zone’s own', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const shown = zonedWall(at, zone)!;
        const minutes = Math.abs(shown - at) / 6e4;
        const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
        const offset = `${shown < at ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
        const moment = parseMoment(`${new Date(shown).toISOString().slice(0, 19)}${offset}`, zone)!;

        assert.equal(moment.at, at);
        assert.equal(moment.doubt, false);
      }),
      {numRuns: 300},
    );
  });

  it('never throws, whatever it is asked', () => {
    fc.assert(fc.property(fc.anything(), fc.string(), (text, zone) => void parseMoment(text, zone)));
  });
});
