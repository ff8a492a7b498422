/**
 * Answers of real systems, where there are some: `CTG_SAMPLES` names a folder with them. They are not ours, so they
 * are read where they lie, and nothing of them is here but what must come of them.
 */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';

import {detect} from '../../../src/endpoint/formats/index.js';
import {json, translated, type Arrived} from './source.js';

const FOLDER = process.env['CTG_SAMPLES'];
const URL_OF = (file: string) => `https://sample.example/${file}`;

/** What must come of a sample. */
interface Expected {
  readonly file: string;
  readonly format: string;
  readonly gatherings: number;
  readonly groups: number;
  /** Why entries were left, and how many. */
  readonly left?: Readonly<Record<string, number>>;
  /** Start and end of some entries by their number, and a JSON pointer to the name of their place in the sample. */
  readonly times?: Readonly<
    Record<number, readonly [start: string, end: string | undefined, place: string | undefined]>
  >;
  readonly spots?: Readonly<Record<number, readonly [lat: number, lon: number]>>;
  readonly status?: Readonly<Record<number, string>>;
  /** Changes the sample first, where what it is marked as keeps it from a page. */
  readonly unmark?: (text: string) => string;
}

const EXPECTED: readonly Expected[] = [
  {
    file: 'activitystreams-event.json',
    format: 'activitystreams',
    gatherings: 1,
    groups: 0,
    times: {0: ['2014-12-31T23:00-08:00', '2015-01-01T06:00-08:00', undefined]},
  },
  {
    file: 'mobilizon-activitypub-create-event.json',
    format: 'activitystreams',
    gatherings: 1,
    groups: 0,
    times: {0: ['2018-02-12T14:08:20Z', undefined, '/object/location/name']},
  },
  {
    file: 'eventbrite-schemaorg-event-1.json',
    format: 'schema-org',
    gatherings: 1,
    groups: 0,
    times: {
      0: ['2025-10-25T08:30+02:00', '2025-10-25T19:00+02:00', '/location/name'],
    },
  },
  {
    file: 'schemaorg-event.json',
    format: 'schema-org',
    gatherings: 1,
    groups: 0,
    times: {0: ['2013-09-14T21:30', undefined, '/location/name']},
  },
  {
    file: 'schemaorg-event-cancelled.json',
    format: 'schema-org',
    gatherings: 1,
    groups: 0,
    times: {0: ['2013-09-14T21:30', undefined, '/location/name']},
    status: {0: 'cancelled'},
  },
  {file: 'schemaorg-organization.json', format: 'schema-org', gatherings: 0, groups: 1},
  {
    file: 'geojson-dc-places-of-worship.json',
    format: 'geojson',
    gatherings: 0,
    groups: 900,
    spots: {0: [38.94202, -77.09097], 7: [38.92278, -77.0421]},
  },
  {
    // No links and no counts: by its shape it is plain GeoJSON, and as OGC API Features it reads the same.
    file: 'ogcapi-pygeoapi-items.geojson.json',
    format: 'geojson',
    gatherings: 0,
    groups: 9,
    spots: {2: [33, -85], 0: [25, 25]},
  },
  {
    file: 'googlecalendar-events-timed.json',
    format: 'google-calendar',
    gatherings: 0,
    groups: 0,
    left: {private: 1},
  },
  {
    file: 'googlecalendar-events-timed.json',
    format: 'google-calendar',
    gatherings: 1,
    groups: 0,
    unmark: (text) => text.replace('"private"', '"public"'),
    times: {0: ['2022-12-21T12:00Z', '2022-12-21T13:30Z', undefined]},
  },
  {
    file: 'googlecalendar-events-allday-recurring.json',
    format: 'google-calendar',
    gatherings: 0,
    groups: 0,
    left: {'no-event': 1},
  },
  {
    file: 'googlecalendar-events-allday-recurring.json',
    format: 'google-calendar',
    gatherings: 53,
    groups: 0,
    unmark: (text) => text.replace('"workingLocation"', '"default"'),
    // Mondays, each a day long, though the end that is written is the day after.
    times: {
      0: ['2026-11-02T00:00', '2026-11-02T23:59', undefined],
      52: ['2027-11-01T00:00', '2027-11-01T23:59', undefined],
    },
  },
  {
    file: 'theeventscalendar-tec-v1-events.json',
    format: 'events-calendar',
    gatherings: 9,
    groups: 0,
    left: {'not-published': 2, protected: 1},
    times: {
      0: ['2023-01-15T09:00+00:00', '2023-01-15T17:00+00:00', '/0/venues/0/title/rendered'],
      4: ['2025-06-27T00:00+00:00', '2025-06-27T23:59+00:00', '/4/venues/0/title/rendered'],
    },
  },
];

/** Files that no format here reads: what they are is for others, or for nobody. */
const OF_NONE = ['ogcapi-features-Collections.json'];

/** The value at a JSON pointer. */
function atPointer(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce((each, key) => (each as Record<string, unknown>)[key], value);
}

function counted(left: Arrived['left']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {code} of left) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('answers of real systems', () => {
  if (!FOLDER || !existsSync(FOLDER)) {
    const names = [...new Set([...EXPECTED.map(({file}) => file), ...OF_NONE])];
    test(`skipped, since CTG_SAMPLES names no folder: ${names.join(', ')}`, {skip: true}, () => undefined);
    return;
  }
  const table: (readonly string[])[] = [['sample', 'format', 'gatherings', 'groups', 'left']];
  const read = (file: string, change = (text: string) => text) => {
    const content = change(readFileSync(join(FOLDER, file), 'utf8'));
    return json(JSON.parse(content), URL_OF(file));
  };

  for (const {file, format, unmark, ...expected} of EXPECTED)
    test(`${file}${unmark ? ', with its mark taken off' : ''}`, async () => {
      const source = read(file, unmark);
      const found = await translated(format, source);

      const {gatherings, groups, left, dropped} = found;
      const reasons = counted(left);
      const told = Object.entries(reasons).map(([code, count]) => `${count} ${code}`);
      const name = `${file}${unmark ? ' (unmarked)' : ''}`;
      table.push([name, format, String(gatherings.length), String(groups.length), told.join(', ')]);
      assert.deepEqual(await detect(source), [format]);
      assert.deepEqual(
        [gatherings.length, groups.length, reasons],
        [expected.gatherings, expected.groups, expected.left ?? {}],
      );
      assert.deepEqual(dropped, []);
      for (const [at, [start, end, place]] of Object.entries(expected.times ?? {})) {
        const gathering = gatherings[Number(at)];
        assert.deepEqual(
          [gathering?.start, gathering?.end, gathering?.place?.name],
          [start, end, place && atPointer(source.json, place)],
        );
      }
      for (const [at, status] of Object.entries(expected.status ?? {}))
        assert.equal(gatherings[Number(at)]?.status, status);
      for (const [at, spot] of Object.entries(expected.spots ?? {})) {
        const place = groups[Number(at)]?.place;
        assert.deepEqual(
          [place?.lat, place?.lon].map((each) => Number(each?.toFixed(5))),
          spot,
        );
      }
    });

  test('the items of a map server are read the same by either name', async () => {
    const source = read('ogcapi-pygeoapi-items.geojson.json');

    assert.deepEqual(
      (await translated('ogc-features', source)).groups,
      (await translated('geojson', source)).groups,
    );
  });

  test('what belongs to no format here has the shape of none', async () => {
    const known = new Set(EXPECTED.map(({file}) => file));
    const others = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && !known.has(file));
    const taken: string[] = [];
    for (const file of others) {
      const names = await detect(read(file));
      if (names.length > 0) taken.push(`${file}: ${names.join(', ')}`);
    }

    assert.ok(OF_NONE.every((file) => others.includes(file)));
    assert.deepEqual(taken, []);
    table.push([`${others.length} of other systems`, '(none)', '', '', '']);
  });

  test('all of them in a table', () => {
    const widths = table[0]!.map((_, at) => Math.max(...table.map((row) => row[at]!.length)));
    for (const row of table)
      console.log(
        `      ${row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd()}`,
      );

    assert.equal(table.length, EXPECTED.length + 2);
  });
});
