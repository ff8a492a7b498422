import {assert} from 'chai';
import fc from 'fast-check';
import * as rules from '../../src/protocol/rules.js';
import {quickest} from './quickest.js';

type Rule = (value: unknown) => boolean;

function table(rule: Rule, fits: readonly unknown[], refuses: readonly unknown[]): void {
  for (const value of fits) it(`takes ${show(value)}`, () => assert.isTrue(rule(value)));
  for (const value of refuses) it(`refuses ${show(value)}`, () => assert.isFalse(rule(value)));
}

const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

describe('row 43: an e-mail address', () => {
  table(
    rules.isEmail,
    [
      'ana@example.org',
      'josé@example.com',
      'a@bücher.example',
      '用户@例子.广告',
      '"ana ruiz"@example.org',
      'ana+garden@sub.example.co.uk',
      "o'hara@example.org",
    ],
    [
      '',
      'ana',
      'ana@',
      '@example.org',
      'ana@example',
      'ana@.org',
      'ana@example..org',
      'ana ruiz@example.org',
      'ana@exam ple.org',
      'ana@example.org\nBcc: all@example.org',
      '"ana\r\nBcc: x"@example.org',
      'ana@example.org,bob@example.org',
      '<ana@example.org>',
      `${'a'.repeat(250)}@b.co`,
      7,
      null,
      undefined,
      ['ana@example.org'],
    ],
  );

  const long = 1_000_000;
  const heavy = [
    'a'.repeat(long),
    `${'a'.repeat(long)}@`,
    `a@${'a.'.repeat(long / 2)}`,
    '@'.repeat(long),
    `"${' '.repeat(long)}`,
  ];
  for (const text of heavy) {
    it(`is judged in well under 50 ms when a megabyte long (${text.slice(0, 6)}…)`, () => {
      assert.isFalse(rules.isEmail(text));
      assert.isBelow(
        quickest(() => rules.isEmail(text)),
        50,
      );
    });
  }
});

describe('row 35: a date and time', () => {
  table(
    rules.isMoment,
    [
      '2026-12-03T18:00:00-08:00',
      '2026-12-03T18:00Z',
      '2026-12-03T18:00:00.123456Z',
      '2026-12-03T18:00',
      '2028-02-29T00:00',
    ],
    [
      '2026-02-31T18:00Z',
      '2026-02-29T18:00Z',
      '0000-01-01T00:00Z',
      '0001-01-01T00:00Z',
      '9999-12-31T23:59Z',
      '+275760-09-13T00:00Z',
      '2026-13-01T00:00Z',
      '2026-12-03T24:00Z',
      '2026-12-03T18:60Z',
      '2026-12-03T18:00:61Z',
      '2026-12-03',
      'Thursday',
      '2026-12-03T18:00+25:00',
      '2026-12-03T18:00+05:99',
      1764813600000,
      null,
      '',
      {},
      '٢٠٢٦-12-03T18:00Z',
    ],
  );

  it('needs an offset where it must name an instant', () => {
    assert.isTrue(rules.isOffsetMoment('2026-12-03T18:00+01:00'));
    assert.isFalse(rules.isOffsetMoment('2026-12-03T18:00'));
  });
});

describe('a day of the calendar', () => {
  table(
    rules.isDate,
    ['2026-12-03', '2028-02-29'],
    ['2026-02-29', '2026-2-9', '03/12/2026', '2026-12-03T00:00', '', 20261203],
  );
});

describe('row 28: a link', () => {
  table(
    rules.isLink,
    [
      'https://a.example/b?c#d',
      'http://a.example',
      'mailto:a@b.example',
      'tel:+1775',
      '/path',
      'picture.jpg',
      '#part',
      '//other.example/x',
    ],
    [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'blob:https://a/b',
      'file:///etc/passwd',
      'mock:open',
      'http://',
      '',
      `https://a.example/${'a'.repeat(3_000)}`,
      7,
      null,
    ],
  );
});

describe('an address to post to', () => {
  table(
    rules.isHref,
    [
      'https://api.example/{gathering}/signups',
      '/signups/{token}',
      'http://{site}.example/x',
      'mock:open/signups/{token}',
    ],
    ['javascript:{x}', 'mailto:a@b.example', 'tel:1', 'data:,x', '', null],
  );
});

describe('an id', () => {
  table(
    rules.isId,
    ['2026-12-03', 'https://stpaul.example/', 'ein Garten', '花', '__proto__', 'toString', '👨‍👩‍👧'],
    ['', ' ', '\u200b', 'a\nb', 'a\u0000', '\ud800', 'x'.repeat(201), 7, null, {}],
  );
});

describe('row 42: a text', () => {
  table(
    rules.isText,
    ['Null', 'عبد الله', '👨‍👩‍👧', 'Z̷͗a̷l̷g̷o', '\u202eevil', '<b>', "Robert'); DROP TABLE", '0'],
    ['', '   ', '\u200b\u200d', '\u202e', '\u00a0', '\u3164', '\n\t', 7, null],
  );
});

describe('rows 32 and 39: numbers', () => {
  it('are coordinates only within the globe, and only as numbers', () => {
    for (const value of [NaN, Infinity, -90.1, 91, '39.5', '39,5', null, [1]])
      assert.isFalse(rules.isLatitude(value), show(value));
    for (const value of [-90, 0, 90, 39.5]) assert.isTrue(rules.isLatitude(value));
    assert.isTrue(rules.isLongitude(180));
    assert.isFalse(rules.isLongitude(180.01));
  });

  it('count people only when whole, not negative and believable', () => {
    for (const value of [-1, 0.5, 1e308, NaN, '3', null, true])
      assert.isFalse(rules.isCount(value), show(value));
    for (const value of [0, 1, 1_000_000]) assert.isTrue(rules.isCount(value));
  });
});

describe('what a form sends', () => {
  it('is a phone number when three digits are in it, of any script', () => {
    for (const value of ['+1 (775) 555-0142 ext. 5', '٠١٢٣', '112'])
      assert.isTrue(rules.isPhone(value), value);
    for (const value of ['', 'call me', '12', `1${'2'.repeat(80)}`, '123\n456', 123])
      assert.isFalse(rules.isPhone(value), show(value));
  });

  it('names the page without what may be private', () => {
    for (const value of ['https://a.example/b', 'http://localhost:8000/'])
      assert.isTrue(rules.isPage(value), value);
    for (const value of [
      'https://a.example/?token=1',
      'https://a.example/#x',
      'file:///x',
      '/x',
      'https://u:p@a.example/',
      'about:srcdoc',
    ]) {
      assert.isFalse(rules.isPage(value), value);
    }
  });

  it('answers with a text, a number, yes or no, or several texts', () => {
    for (const value of ['', 'veg', 3, false, ['a', 'b'], []])
      assert.isTrue(rules.isAnswer(value), show(value));
    for (const value of [null, undefined, {}, [1], NaN, Infinity, 'x'.repeat(2_001), [['a']]]) {
      assert.isFalse(rules.isAnswer(value), show(value));
    }
  });
});

describe('any rule', () => {
  const all = Object.entries(rules).filter(([name]) => name.startsWith('is')) as [string, Rule][];
  const million = [
    'a'.repeat(1e6),
    '1'.repeat(1e6),
    ' '.repeat(1e6),
    '-/'.repeat(5e5),
    '\u200b'.repeat(1e6),
    '{'.repeat(1e6),
  ];
  for (const [name, rule] of all) {
    it(`says yes or no to anything without throwing: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.anything({withNullPrototype: true, withBigInt: true}),
          (value) => typeof rule(value) === 'boolean',
        ),
      );
    });

    it(`says it of a megabyte in well under 50 ms: ${name}`, () => {
      for (const text of million) {
        assert.isBelow(
          quickest(() => rule(text)),
          50,
          text.slice(0, 3),
        );
      }
    });
  }
});
