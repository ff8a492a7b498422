import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {Recurrences, type Occurrences, type Recurring} from '../../../src/endpoint/formats/recurrence.js';
import {parseMoment} from '../../../src/protocol/moment.js';
import {NOW} from './source.js';

const YEAR = 366 * 86_400_000;
const expand = (recurring: Recurring, now = NOW): Promise<Occurrences> =>
  new Recurrences(now).expand(recurring);
const starts = async (start: string, lines: readonly string[], zone?: string) =>
  (await expand({start, zone, lines})).times.map((time) => time.start);

describe('recurring dates', () => {
  test('without an end there are sixty at most, and none after twelve months', async () => {
    const daily = await expand({start: '2020-01-01T09:00', lines: ['RRULE:FREQ=DAILY']});
    const monthly = await expand({start: '1950-01-31T09:00', lines: ['RRULE:FREQ=MONTHLY']});

    assert.equal(daily.times.length, 60);
    assert.equal(daily.times[0]?.start, '2026-11-01T09:00');
    assert.deepEqual(
      monthly.times.map(({key}) => key),
      ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31', '2027-08-31', '2027-10-31'],
    );
  });

  test('COUNT and UNTIL end a rule; an UNTIL in UTC is meant by the clock on the wall', async () => {
    const zone = 'America/Los_Angeles';
    const first = '2026-11-05T18:00-08:00';

    assert.equal((await starts(first, ['RRULE:FREQ=WEEKLY;COUNT=4'], zone)).length, 4);
    // 20 November, two in the morning in London, is Thursday at six in Reno.
    assert.equal((await starts(first, ['RRULE:FREQ=WEEKLY;UNTIL=20261120T020000Z'], zone)).length, 3);
    assert.equal((await starts(first, ['RRULE:FREQ=WEEKLY;UNTIL=20261119'], zone)).length, 3);
    assert.equal((await starts(first, ['RRULE:FREQ=WEEKLY;UNTIL=20261120T015959Z'], zone)).length, 2);
  });

  test('what is over gives nothing, and says so', async () => {
    const {times, code} = await expand({start: '2020-01-01T09:00', lines: ['RRULE:FREQ=DAILY;COUNT=9']});

    assert.deepEqual([times, code], [[], 'over']);
  });

  test('dates are left out and added in any way they may be written', async () => {
    const zone = 'Europe/Berlin';
    const found = await starts(
      '2026-11-03T19:00+01:00',
      [
        'RRULE:FREQ=WEEKLY;COUNT=6',
        'EXDATE;TZID=Europe/Berlin:20261110T190000',
        'EXDATE:20261117T180000Z',
        'EXDATE;VALUE=DATE:20261124',
        'EXDATE;TZID=America/New_York:20261201T130000',
        'RDATE;TZID=Europe/Berlin:20261106T190000,20261107T200000',
        'RDATE;VALUE=PERIOD:20261109T180000Z/PT1H',
      ],
      zone,
    );

    assert.deepEqual(found, [
      '2026-11-03T19:00+01:00',
      '2026-11-06T19:00+01:00',
      '2026-11-07T20:00+01:00',
      '2026-11-09T19:00+01:00',
      '2026-12-08T19:00+01:00',
    ]);
  });

  test('a date is named by its day, and by its time only where that is not the usual one', async () => {
    const {times} = await expand({
      start: '2026-11-05T18:00',
      lines: ['RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE:20261105T120000'],
    });

    assert.deepEqual(
      times.map(({key}) => key),
      ['2026-11-05T12:00', '2026-11-05', '2026-11-12'],
    );
  });

  test('the wall clock, the offset and the end stay right over the change of the clocks', async () => {
    const {times} = await expand({
      start: '2026-10-22T23:00+02:00',
      end: '2026-10-23T01:00+02:00',
      zone: 'Europe/Berlin',
      lines: ['RRULE:FREQ=DAILY;INTERVAL=150'],
    });

    assert.deepEqual(
      times.map(({start, end}) => [start, end]),
      [
        ['2027-03-21T23:00+01:00', '2027-03-22T01:00+01:00'],
        ['2027-08-18T23:00+02:00', '2027-08-19T01:00+02:00'],
      ],
    );
  });

  test('an offset without a zone says nothing of the other half of the year, so it is left out', async () => {
    assert.deepEqual(await starts('2026-07-01T18:00+02:00', ['RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=7']), [
      '2027-01-07T18:00',
    ]);
    assert.deepEqual(await starts('2026-07-01T18:00Z', ['RRULE:FREQ=YEARLY']), ['2027-07-01T18:00Z']);
  });

  test('a time that the clock jumps over keeps its wall clock and gets no offset', async () => {
    const found = await starts(
      '2026-03-07T02:30-08:00',
      ['RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=13,14'],
      'America/Los_Angeles',
    );

    assert.deepEqual(found, ['2027-03-13T02:30-08:00', '2027-03-14T02:30']);
  });

  test('an offset that the zone does not have here goes on being in doubt', async () => {
    const {times} = await expand({
      start: '2026-11-05T18:00-06:00',
      zone: 'America/Los_Angeles',
      lines: ['RRULE:FREQ=WEEKLY;COUNT=2'],
    });

    assert.deepEqual(
      times.map(({start}) => [start, parseMoment(start, 'America/Los_Angeles')?.doubt]),
      [
        ['2026-11-05T18:00-06:00', true],
        ['2026-11-12T18:00-06:00', true],
      ],
    );
  });

  const REFUSED: readonly (readonly [rule: string, code: string])[] = [
    ['FREQ=SECONDLY', 'too-often'],
    ['FREQ=HOURLY;BYHOUR=11', 'too-often'],
    ['FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5', 'too-often'],
    ['FREQ=DAILY;INTERVAL=0', 'rule'],
    ['FREQ=DAILY;INTERVAL=.007;COUNT=10', 'rule'],
    ['FREQ=FORTNIGHTLY', 'rule'],
    ['FREQ=WEEKLY;BYDAY=XX', 'rule'],
    ['RSCALE=CHINESE;FREQ=YEARLY', 'rule'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'too-many-dates'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'too-many-dates'],
    ['FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2', 'too-many-dates'],
    ['', 'rule'],
  ];

  for (const [rule, code] of REFUSED)
    test(`"${rule}" is refused, and soon`, async () => {
      const before = performance.now();

      const found = await expand({start: '1950-01-01T09:00', lines: [`RRULE:${rule}`]});

      assert.deepEqual([found.times, found.code], [[], code]);
      // Without the count of steps, the first of the impossible ones takes five seconds here.
      assert.ok(performance.now() - before < 2_500);
    });

  test('a rule without an end gives its next sixty dates, and says that there are more', async () => {
    const endless = await expand({start: '1950-01-01T09:00', lines: ['RRULE:FREQ=DAILY']});
    const weekly = await expand({start: '1950-01-01T09:00', lines: ['RRULE:FREQ=WEEKLY']});

    assert.deepEqual([endless.times.length, endless.code], [60, 'first-dates']);
    assert.deepEqual([weekly.times.length > 50, weekly.code], [true, undefined]);
  });

  test('a thousand hostile rules together may look at no more days than a page can wait for', async () => {
    const recurrences = new Recurrences(NOW);
    const codes = new Set<string | undefined>();
    const before = process.cpuUsage();

    for (let index = 0; index < 1_000; index += 1)
      codes.add(
        (
          await recurrences.expand({
            start: '1950-01-01T09:00',
            lines: ['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
          })
        ).code,
      );

    assert.deepEqual([...codes], ['too-many-dates']);
    // Processor time, in microseconds: a busy machine makes a page wait for other reasons, too.
    assert.ok(process.cpuUsage(before).user < 10_000_000);
  });

  test('a rule begun long ago gives what it would give if it were counted from its first day', async () => {
    const rule = fc.record({
      frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      interval: fc.integer({min: 1, max: 5}),
      by: fc.constantFrom(
        '',
        ';BYDAY=TH',
        ';BYDAY=MO,FR',
        ';BYMONTHDAY=15',
        ';BYMONTH=3',
        ';BYMONTH=2;BYMONTHDAY=29',
      ),
      start: fc.date({
        min: new Date('2015-01-01T00:00Z'),
        max: new Date('2025-12-31T00:00Z'),
        noInvalidDate: true,
      }),
    });
    await fc.assert(
      fc.asyncProperty(rule, async ({frequency, interval, by, start}) => {
        const text = `RRULE:FREQ=${frequency};INTERVAL=${interval}${by}`;
        const first = start.toISOString().slice(0, 16);

        const near = await expand({start: first, lines: [text]});
        // With a COUNT, no date may be skipped: this is the slow way round.
        const counted = await expand({start: first, lines: [`${text};COUNT=99999`]});

        assert.deepEqual(near.times, counted.times);
        for (const {start: found} of near.times) {
          const {wall} = parseMoment(found)!;
          assert.ok(wall >= NOW - 86_400_000 && wall <= NOW + YEAR);
        }
      }),
      {numRuns: 150},
    );
  });

  test('no text of a rule makes it throw', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=YEARLY',
        ';',
        'COUNT=3',
        'BYDAY=1MO',
        'BYSETPOS=-1',
        'UNTIL=99999999',
        'EXDATE:',
        'RRULE:',
        'RDATE;TZID=No/Where:20261203',
        '\n',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(piece, {maxLength: 5}), {maxLength: 4}), async (lines) => {
        const found = await expand({start: '2026-11-05T18:00', lines: lines.map((parts) => parts.join(''))});
        assert.ok(found.times.length <= 60);
      }),
      {numRuns: 500},
    );
  });
});
