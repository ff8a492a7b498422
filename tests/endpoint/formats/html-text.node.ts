import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import fc from 'fast-check';

import {decodeEntities, htmlText} from '../../../src/endpoint/formats/html-text.js';

const CASES: readonly (readonly [what: string, html: string, text: string])[] = [
  ['entities by number', 'It&#8217;s &#x201C;open&#x201D; &amp; free', 'It’s “open” & free'],
  ['entities by name', 'Caf&eacute; &ndash; 5&nbsp;&euro; &hellip;', 'Café – 5 € …'],
  ['numbers that mean Windows-1252', 'It&#146;s', 'It’s'],
  ['numbers that are no character', 'a&#0;b&#xD800;c&#x110000;d', 'a\ufffdb\ufffdc\ufffdd'],
  ['a name nobody knows', 'R&D; &unknown;', 'R&D; &unknown;'],
  ['a forgotten semicolon', 'soup &amp bread', 'soup & bread'],
  ['paragraphs and breaks', '<p>One<br>two</p>\n<p>Three</p>', 'One\ntwo\n\nThree'],
  ['lists', '<ul><li>a</li><li><p>b</p></li></ul><ol><li>x<li>y</ol>end', '• a\n• b\n1. x\n2. y\n\nend'],
  ['cells of a table', '<table><tr><td>Mon</td><td>18:00</td></tr></table>', 'Mon 18:00'],
  ['scripts and styles', '<style>p{}</style>a<script>alert(1)</script>b<SCRIPT >x</script >', 'ab'],
  ['a script that never ends', 'a<script>alert(1)', 'a'],
  ['comments', 'a<!-- x > y -->b<!-- never ends', 'ab'],
  ['a > inside quotes', '<a title="x > y">z</a>', 'z'],
  ['an apostrophe in a tag', "<p class=don't>can't</p>", "can't"],
  ['a tag cut in half', 'read on <a href="https://ex', 'read on'],
  ['signs that are no tags', 'a < b, 3 <4 and I <3 you', 'a < b, 3 <4 and I <3 you'],
  ['tags that were escaped', '&lt;p&gt;Hello&lt;/p&gt;', 'Hello'],
  ['tags made of tags', 'a<<b>script>alert(1)<<b>/script>b', 'ab'],
  [
    'plain text with lines',
    'First line\nsecond <b>line</b>\n\n\n\nthird',
    'First line\nsecond line\n\nthird',
  ],
  ['control characters', 'a\u0000b\u0007c\u001bd\u009fe', 'abcde'],
];

describe('HTML as text', () => {
  for (const [what, html, text] of CASES)
    test(what, () => {
      assert.equal(htmlText(html), text);
    });

  test('knows every name that HTML 4 has', () => {
    const some = {
      Alpha: 'Α',
      omega: 'ω',
      yuml: 'ÿ',
      nbsp: '\u00a0',
      trade: '™',
      lang: '⟨',
      diams: '♦',
      fnof: 'ƒ',
    };
    for (const [name, character] of Object.entries(some))
      assert.equal(decodeEntities(`&${name};`), character);
  });

  const bits = fc.array(
    fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<b',
        '<!--',
        '-->',
        '&',
        '&lt;',
        '&#60;',
        '&amp;lt;',
        '"',
        "'",
        '=',
        '\n',
      ),
      fc.constantFrom('<p>', '<li>', '<ol>', '</ol>', '<script>', '</script>', '<svg/>', '<br/>', '\ufdd0'),
    ),
    {maxLength: 30},
  );

  test('never holds a tag or a control character', () => {
    fc.assert(
      fc.property(bits, (parts) => {
        const text = htmlText(parts.join(''));
        assert.doesNotMatch(text, /<[a-z/!?]/i);
        assert.doesNotMatch(text, /(?!\n)\p{Cc}/u);
        assert.equal(text, text.trim());
      }),
      {numRuns: 2_000},
    );
  });

  test('changes nothing more where its result holds no & and no <', () => {
    fc.assert(
      fc.property(bits, (parts) => {
        const once = htmlText(parts.join(''));
        fc.pre(!/[&<]/.test(once));
        assert.equal(htmlText(once), once);
      }),
      {numRuns: 2_000},
    );
  });

  test('leaves what a person wrote without tags and entities as it is', () => {
    fc.assert(
      fc.property(fc.lorem({mode: 'sentences'}), (text) => {
        assert.equal(htmlText(text), text.trim());
      }),
    );
  });

  const HOSTILE = [
    '<',
    '<a ',
    '<a ="',
    '<a =\'">',
    '<!--',
    '<script>',
    '&',
    '&#',
    '&lt;',
    '<ul>',
    '<li>',
    ' \n',
    '</',
    '<svg/>',
  ];

  test('takes no longer than twenty times the time of as many tags, whatever comes a million times', () => {
    const timeOf = (html: string) => {
      const before = performance.now();
      htmlText(html);
      return performance.now() - before;
    };
    const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));
    timeOf(fill('<b>x</b>', 1_000_000));
    const yardstick = Math.max(20, timeOf(fill('<b>x</b>', 1_000_000)));

    for (const unit of HOSTILE) {
      const took = timeOf(fill(unit, 1_000_000));

      assert.ok(
        took < 20 * yardstick,
        `${unit}: ${took.toFixed(0)} ms, yardstick ${yardstick.toFixed(0)} ms`,
      );
    }
  });
});
