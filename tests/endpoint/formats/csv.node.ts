import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {rowsOf} from '../../../src/endpoint/formats/table.js';
import {csv as write} from '../../../src/files/csv.js';
import {text, translated} from './source.js';

describe('tables', () => {
  test('our own columns', async () => {
    const {gatherings, left, dropped} = await translated(
      'csv',
      text(
        'id,name,start,end,timeZone,status,capacity,taken,place,address,lat,lon,host,language,url\r\n' +
          '7,"Soup, and Song",2026-12-03T18:00:00-08:00,2026-12-03T19:30:00-08:00,America/Los_Angeles,scheduled,20,12,Hall,"1 Elm St, Reno",39.53,-119.81,Ana,en,https://parish.example/soup\r\n',
      ),
    );

    assert.deepEqual(gatherings, [
      {
        id: '7',
        name: 'Soup, and Song',
        start: '2026-12-03T18:00-08:00',
        end: '2026-12-03T19:30-08:00',
        timeZone: 'America/Los_Angeles',
        status: 'scheduled',
        capacity: 20,
        taken: 12,
        place: {name: 'Hall', address: '1 Elm St, Reno', lat: 39.53, lon: -119.81},
        host: {name: 'Ana'},
        language: 'en',
        url: 'https://parish.example/soup',
      },
    ]);
    assert.deepEqual([left, dropped], [[], []]);
  });

  const CLOCKS: readonly (readonly [table: string, start: string, end: string])[] = [
    [
      'Name,Start Date,Start Time,End Date,End Time\nA,2026-12-03,18:00,2026-12-04,7:30 pm',
      '2026-12-03T18:00',
      '2026-12-04T19:30',
    ],
    ['Name,Start Date,Start Time,End Time\nA,2026-12-03,18:00,19:30', '2026-12-03T18:00', '2026-12-03T19:30'],
    ['Name,Start,Time,End\nA,2026-12-03,18:00,', '2026-12-03T18:00', ''],
    ['Name,Start,Time\nA,2026-12-03,', '2026-12-03T00:00', '2026-12-03T23:59'],
    ['Name,Start,Time\nA,2026-12-03T17:00,18:00', '2026-12-03T17:00', ''],
  ];
  for (const [table, start, end] of CLOCKS)
    test(`a day in one column and its clock in another: ${table}`, async () => {
      const {gatherings, left} = await translated('csv', text(table));

      assert.deepEqual([gatherings[0]?.start, gatherings[0]?.end ?? '', left], [start, end, []]);
    });

  test('what a spreadsheet of another language writes: a mark, semicolons, days with dots, commas in numbers', async () => {
    const {gatherings} = await translated(
      'csv',
      text(
        '\ufeffTitel;Datum;Uhrzeit;Bis;Ort;Breite;Länge;Plätze\r\nSuppe;3.12.2026;18:00;19:30;Saal;52,5;13,4;20\r\n',
      ),
    );

    assert.deepEqual(gatherings, [
      {
        id: 'Suppe@2026-12-03T18:00',
        name: 'Suppe',
        start: '2026-12-03T18:00',
        end: '2026-12-03T19:30',
        capacity: 20,
        place: {name: 'Saal', lat: 52.5, lon: 13.4},
      },
    ]);
  });

  test('a day in one column and the time in another, as people write times', async () => {
    const {gatherings} = await translated(
      'csv',
      text(
        'Event,Date,Start Time,End Time\nA,2026-12-03,6:30 PM,8 pm\nB,2026-12-03,12:15 am,\nC,2026-12-04,,\n',
      ),
    );

    assert.deepEqual(
      gatherings.map(({start, end}) => [start, end]),
      [
        ['2026-12-03T18:30', '2026-12-03T20:00'],
        ['2026-12-03T00:15', undefined],
        ['2026-12-04T00:00', '2026-12-04T23:59'],
      ],
    );
  });

  test('a date that is March here and December there is not guessed', async () => {
    const {gatherings, left} = await translated('csv', text('name,date\nSoup,3/12/2026\n'));

    assert.deepEqual(gatherings, [{id: 'Soup', name: 'Soup'}]);
    assert.deepEqual(left, [{path: 'line 2', code: 'date'}]);
  });

  test('without a column for the start, rows are groups', async () => {
    const {groups} = await translated(
      'csv',
      text('Organization\tWebsite\tCity\nGarden\tgarden.example\tReno\n', 'text/tab-separated-values'),
    );

    assert.deepEqual(groups, [
      {id: 'https://garden.example/', name: 'Garden', url: 'https://garden.example/', place: {label: 'Reno'}},
    ]);
  });

  test('formulas stay text, and the mark that exports put before them goes', async () => {
    const {gatherings, left} = await translated(
      'csv',
      text('name,start,host\n"=HYPERLINK(""x"")",2026-12-03T18:00,\'+1 is welcome\n'),
    );

    assert.deepEqual([gatherings[0]?.name, gatherings[0]?.host?.name], ['=HYPERLINK("x")', '+1 is welcome']);
    assert.deepEqual(left, [{path: 'line 2', code: 'formula'}]);
  });

  test('quotes with commas, line breaks and quotes in them; lines are counted as an editor counts them', async () => {
    const {gatherings, left} = await translated(
      'csv',
      text(
        'name,start,description\n"A ""big"" soup",2026-12-03T18:00,"one\ntwo"\n,2026-12-03T18:00,\nB,2026-12-04T18:00,"a, b"\n',
      ),
    );

    assert.deepEqual(
      gatherings.map(({name, description}) => [name, description]),
      [
        ['A "big" soup', 'one\ntwo'],
        ['B', 'a, b'],
      ],
    );
    assert.deepEqual(left, [{path: 'line 4', code: 'no-name'}]);
  });

  test('a row with a comma too many is left out, since its values stand in wrong columns', async () => {
    const {gatherings, left} = await translated(
      'csv',
      text('name,start\nSoup, with bread,2026-12-03\nSong,2026-12-04,,\n'),
    );

    assert.deepEqual(
      gatherings.map(({name}) => name),
      ['Song'],
    );
    assert.deepEqual(left, [{path: 'line 2', code: 'cells'}]);
  });

  test('a quote that never closes ends the table, and is told', async () => {
    const {gatherings, left} = await translated(
      'csv',
      text('name,start\nSong,2026-12-04T18:00\nSoup,"2026-12-03\nX,2026-12-05\n'),
    );

    assert.deepEqual(
      gatherings.map(({name}) => name),
      ['Song'],
    );
    assert.deepEqual(left, [{path: 'line 3', code: 'quote'}]);
  });

  test('a table without a column for the name says on which line it looked', async () => {
    const {left} = await translated('csv', text('a,b\n1,2\n'));

    assert.deepEqual(left, [{path: 'line 1', code: 'no-name-column'}]);
  });

  test('the line in which Excel names its separator is no row', () => {
    assert.deepEqual([...rowsOf('sep=;\r\na;b,c\r\n')], [{line: 2, cells: ['a', 'b,c'], hasFormula: false}]);
  });

  test('what our own export writes comes back as it was', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', "'", '=', '+', '-', '@', '\t', 'é'),
    });
    const rows = fc.array(
      fc
        .array(cell, {minLength: 2, maxLength: 2})
        .filter((cells) => cells.some((each) => each.trim() !== '')),
      {minLength: 1, maxLength: 6},
    );
    fc.assert(
      fc.property(rows, (table) => {
        assert.deepEqual(
          [...rowsOf(write([['first', 'second'], ...table]))].slice(1).map(({cells}) => cells),
          table,
        );
      }),
      {numRuns: 1_000},
    );
  });

  test('takes no longer than fifty times the time of a plain table, whatever comes a million times', () => {
    const timeOf = (content: string) => {
      const before = performance.now();
      for (const row of rowsOf(content)) assert.ok(row.cells);
      return performance.now() - before;
    };
    const plain = 'name,start\n'.repeat(90_000);
    timeOf(plain);
    const yardstick = Math.max(20, timeOf(plain));

    for (const unit of ['"', '""', ',', '\n', '\r', '"a', '"\n', "'=", ';"'])
      assert.ok(timeOf(unit.repeat(1_000_000 / unit.length)) < 50 * yardstick, unit);
  });
});
