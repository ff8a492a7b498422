import {expect} from 'chai';

import {detect, formatNamed} from '../../../src/endpoint/formats/index.js';
import {FIXTURES} from './fixtures.js';
import {arrive, json, NOW, translated} from './source.js';

// What each format does is tried in Node, in the files beside this one; here, that a browser does the same.
describe('formats in a browser', () => {
  for (const [what, source] of Object.entries(FIXTURES)) {
    it(`${what} is found and read`, async () => {
      const [name = '', ...others] = await detect(source);
      const format = await formatNamed(name);

      const {gatherings, groups, dropped} = arrive(await format!.translate(source, NOW));

      expect(others).to.deep.equal([]);
      expect(gatherings.length + groups.length).to.equal(1);
      expect(dropped).to.deep.equal([]);
    });
  }

  it('what recurs is written out, by the library as a browser gets it', async () => {
    const {gatherings, left} = await translated(
      'google-calendar',
      json({
        kind: 'calendar#events',
        timeZone: 'America/Los_Angeles',
        items: [
          {
            id: 'soup',
            summary: 'Soup',
            start: {dateTime: '2026-11-05T18:00:00-08:00', timeZone: 'America/Los_Angeles'},
            recurrence: ['RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=6'],
          },
        ],
      }),
    );

    expect(left).to.deep.equal([]);
    expect(gatherings.map(({start}) => start)).to.deep.equal([
      '2026-11-05T18:00-08:00',
      '2026-12-03T18:00-08:00',
      '2027-01-07T18:00-08:00',
      '2027-02-04T18:00-08:00',
      '2027-03-04T18:00-08:00',
      '2027-04-01T18:00-07:00',
    ]);
  });
});
