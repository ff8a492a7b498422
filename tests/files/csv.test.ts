import {assert} from 'chai';
import fc from 'fast-check';

import {csv} from '../../src/files/csv.js';
import {rows} from './reader.js';

/** A cell as a spreadsheet shows it: the mark that says "this is text" is not part of the text. */
const shown = (cell: string): string =>
  (/^'['\s]*[=+\-@＝＋－＠]|^''*[\t\r\n]/.test(cell) ? cell.slice(1) : cell).replace(
    /([;\t\r\n])'(?=['"\s]*[=+\-@＝＋－＠])/g,
    '$1',
  );

describe('A table for a spreadsheet', () => {
  it('has its cells in quotes and its rows on lines of their own', () => {
    assert.equal(
      csv([
        ['Name', 'Needs'],
        ['Ana "Ani" Ruiz', 'no nuts, please'],
      ]),
      '\ufeff"Name","Needs"\r\n"Ana ""Ani"" Ruiz","no nuts, please"\r\n',
    );
  });

  it('runs nothing that a visitor typed (fault 44)', () => {
    for (const typed of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '  =cmd|"/c calc"!A0',
      '＝1+1',
      "'=1",
    ]) {
      const [[cell = ''] = []] = rows(csv([[typed]]));

      assert.equal(cell[0], "'", typed);
      assert.equal(shown(cell), typed);
    }
  });

  it('runs nothing where a spreadsheet ends its cells elsewhere', () => {
    const start = /^["\s]*[=+\-@＝＋－＠]/;
    for (const typed of ['a;=1', 'a; =1', 'a;"=1', 'a\t@SUM(A1)', 'a\n-1', 'a;;＝1', 'a;\n"\n+1']) {
      const cells = csv([['https://garden.example/', typed]]).split(/[;\t\r\n]/);

      assert.deepEqual(
        cells.filter((cell) => start.test(cell)),
        [],
        typed,
      );
    }
  });

  it('leaves ordinary words alone', () => {
    for (const typed of [
      'Ana Ruiz',
      'O’Neill',
      "'t Hooft",
      '3 = 3',
      'a@example.org',
      'Bread; jam',
      'one\ntwo',
      '',
      'José 👩‍👩‍👧‍👦',
    ]) {
      assert.deepEqual(rows(csv([[typed]])), [[typed]]);
    }
  });

  it('gives back every cell that went in (fault 44)', () => {
    const cell = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: fc.constantFrom(...'=+-@\t\r\n\'", ;a')}),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, {minLength: 1})), (table) => {
        assert.deepEqual(
          rows(csv(table)).map((row) => row.map(shown)),
          table,
        );
      }),
    );
  });
});
