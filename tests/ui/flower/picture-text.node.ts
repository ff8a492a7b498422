import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {breakLines, setLines, type Room} from '../../../src/ui/flower/picture-text.js';

/** Every letter is as wide as half the size. */
const letters =
  (size: number) =>
  (text: string): number =>
    (Array.from(text).length * size) / 2;

const ROOM: Room = {width: 400, height: 240, sizes: [80, 40, 20], leading: 1, measure: letters};

describe('the lines of a picture', () => {
  it('are one where the text is short, and as large as may be', () => {
    assert.deepEqual(setLines('Love', ROOM), {size: 80, lines: ['Love']});
  });

  it('break between words, in lines of about one length', () => {
    assert.deepEqual(setLines('Love and Service', ROOM), {size: 80, lines: ['Love and', 'Service']});
    assert.deepEqual(setLines('one two six ten red', ROOM).lines, ['one two', 'six ten', 'red']);
  });

  it('become smaller before a word is broken', () => {
    assert.deepEqual(setLines('Nächstenliebe', ROOM), {size: 40, lines: ['Nächstenliebe']});
  });

  it('break a word that is too long at the smallest size', () => {
    const {size, lines} = setLines('x'.repeat(60), ROOM);

    assert.equal(size, 20);
    assert.deepEqual(
      lines.map((line) => line.length),
      [40, 20],
    );
  });

  it('are cut with three dots where even the smallest are too many', () => {
    const {size, lines} = setLines('word '.repeat(400), ROOM);

    assert.equal(size, 20);
    assert.equal(lines.length, 12);
    assert.match(lines.at(-1)!, /…$/);
  });

  it('are none where there is nothing to say', () => {
    assert.deepEqual(setLines('', ROOM).lines, []);
  });

  it('never leave their column and lose no letter, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', maxLength: 80}),
        fc.integer({min: 40, max: 400}),
        (text, width) => {
          const lines = breakLines(text, width, letters(10));
          assert.equal(lines.join('').replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''));
          for (const line of lines)
            assert.ok(
              letters(10)(line) <= width || [...new Intl.Segmenter().segment(line)].length === 1,
              line,
            );
        },
      ),
    );
  });

  it('are never higher than their room, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 2000}), (text) => {
        const {size, lines} = setLines(text, ROOM);
        assert.ok(size * lines.length <= ROOM.height);
      }),
    );
  });
});
