import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {
  barPath,
  clampCount,
  FEWEST,
  HEART,
  layOut,
  MOST,
  nameLines,
  petalPath,
  roomFor,
  shareOf,
} from '../../../src/ui/flower/geometry.js';

/** Half the side of the view box in which a flower is drawn, and half the edge of a petal that is chosen. */
const VIEW = 103;
const EDGE = 1;

const petals = fc.integer({min: FEWEST, max: MOST});
/** Whatever an endpoint may call a count. */
const count = fc.oneof(
  fc.nat(),
  fc.double(),
  fc.constantFrom(Number.NaN, -1, Infinity, -Infinity, 1e308, 0, -0, undefined),
);
const counts = fc.array(count, {minLength: FEWEST, maxLength: MOST});

/** Points along a path of one `M` and several `C`, as it is drawn. */
function outline(path: string): Array<[number, number]> {
  const numbers = path.match(/-?[\d.]+/g)!.map(Number);
  const points: Array<[number, number]> = [];
  let [x, y] = [numbers[0]!, numbers[1]!];
  for (let i = 2; i < numbers.length; i += 6) {
    const [ax, ay, bx, by, cx, cy] = numbers.slice(i, i + 6) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let t = 0; t <= 1; t += 1 / 64) {
      const mix = (p: number, q: number, r: number, s: number): number =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
      points.push([mix(x, ax, bx, cx), mix(y, ay, by, cy)]);
    }
    [x, y] = [cx, cy];
  }
  return points;
}

describe('a petal', () => {
  it('is one closed line of plain numbers', () => {
    fc.assert(
      fc.property(petals, (n) => {
        assert.match(petalPath(n), /^M-?[\d.]+ -?[\d.]+(?:C(?:-?[\d.]+ ?){6}){4}Z$/);
      }),
    );
  });

  it('is the same on both sides', () => {
    fc.assert(
      fc.property(petals, fc.double({min: 20, max: 100, noNaN: true}), (n, length) => {
        const points = outline(petalPath(n, length));
        for (const [index, [x, y]] of points.entries()) {
          const [mirrored, level] = points[points.length - 1 - index]!;
          assert.ok(Math.abs(x + mirrored) < 1.5 && Math.abs(y - level) < 2.5, `${x} ${y}`);
        }
      }),
    );
  });

  it('reaches little over its neighbour where it is widest, and nowhere its middle', () => {
    fc.assert(
      fc.property(petals, (n) => {
        for (const [x, y] of outline(petalPath(n))) {
          const radius = Math.hypot(x, y);
          if (radius < HEART) continue;
          // 1 is half way to the neighbour, 2 its middle.
          const reach = Math.atan2(Math.abs(x), -y) / (Math.PI / n);
          assert.ok(reach < (radius > 67 ? 1.125 : 1.5), `${n} petals: ${reach} at ${radius}`);
        }
      }),
    );
  });

  it('stays in the picture, its edge too', () => {
    fc.assert(
      fc.property(petals, (n) => {
        for (const [x, y] of outline(petalPath(n))) assert.ok(Math.hypot(x, y) + EDGE <= VIEW);
      }),
    );
  });

  it('is wide enough for a finger at 320 pixels', () => {
    // 16 of a card's edge and space on either side are gone there.
    const pixels = (320 - 2 * 17) / (2 * VIEW);
    fc.assert(
      fc.property(petals, (n) => {
        const widest = Math.max(...outline(petalPath(n)).map(([x]) => x));
        assert.ok(2 * widest * pixels >= 24, `${n}: ${2 * widest * pixels}`);
      }),
    );
  });
});

describe('what is filled of a petal', () => {
  it('grows with the count', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, more) => {
        const [less, much] = [Math.min(a, b), Math.max(a, b)];
        const most = much + more;
        assert.ok(shareOf(less, most) <= shareOf(much, most));
      }),
    );
  });

  it('is nothing for nobody, something for one of ten thousand, all for the most', () => {
    assert.equal(shareOf(0, 10_000), 0);
    assert.equal(shareOf(1, 10_000), 0.22);
    assert.equal(shareOf(2500, 10_000), 0.5);
    assert.equal(shareOf(10_000, 10_000), 1);
  });

  it('lies within its petal, whatever the counts are', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const flower = layOut(list);
        const whole = outline(flower.whole);
        for (const {share, fill} of flower.petals) {
          assert.ok(share >= 0 && share <= 1 && (share === 0) === (fill === ''));
          if (fill === '') continue;
          const points = outline(fill);
          assert.ok(Math.min(...points.map(([, y]) => y)) >= -100.01);
          assert.ok(Math.max(...points.map(([x]) => x)) <= Math.max(...whole.map(([x]) => x)) + 0.01);
        }
      }),
    );
  });
});

describe('a whole flower', () => {
  it('has no number that cannot be drawn, whatever the counts are', () => {
    fc.assert(
      fc.property(fc.array(count, {minLength: 1, maxLength: 40}), (list) => {
        assert.doesNotMatch(JSON.stringify(layOut(list)), /null|NaN|Infinity|e[-+]?\d/);
      }),
    );
  });

  it('stands clockwise from the top, gold above and rose below, the same on both sides', () => {
    fc.assert(
      fc.property(petals, (n) => {
        const all = layOut(Array.from({length: n})).petals;
        assert.deepEqual([all[0]!.turn, all[0]!.tone, all[0]!.disc.x], [0, 100, 0]);
        for (const [index, petal] of all.entries()) {
          if (index > 0) assert.ok(petal.turn > all[index - 1]!.turn);
          const across = all[(n - index) % n]!;
          assert.equal(petal.tone, across.tone);
          assert.ok(Math.abs(petal.disc.x + across.disc.x) < 0.011 && petal.disc.y === across.disc.y);
          assert.ok(Math.abs(petal.name.x + across.name.x) < 0.011 && petal.name.y === across.name.y);
        }
      }),
    );
  });

  it('has its names away from it on the side where they stand', () => {
    const anchors = layOut([1, 1, 1, 1, 1]).petals.map(({name}) => name.anchor);

    assert.deepEqual(anchors, ['middle', 'start', 'start', 'end', 'end']);
  });

  it('has its discs in their petals, apart from each other and from the heart', () => {
    fc.assert(
      fc.property(petals, (n) => {
        const {petals: all, disc} = layOut(Array.from({length: n}));
        const [first, second] = [all[0]!.disc, all[1]!.disc];
        assert.ok(Math.hypot(first.x - second.x, first.y - second.y) > 2 * disc);
        assert.ok(Math.hypot(first.x, first.y) - disc > HEART && -first.y + disc < 100);
      }),
    );
  });

  it('has leaves up to eight petals', () => {
    assert.notEqual(layOut(Array.from({length: 8})).leaf, '');
    assert.equal(layOut(Array.from({length: 9})).leaf, '');
  });
});

describe('a bar', () => {
  it('is never longer than its place nor shorter than it is high, whatever its share is', () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 2, noNaN: true}), (share) => {
        const straight = Number(/h([\d.]+)/.exec(barPath(share))![1]);
        assert.ok(straight >= 0 && straight <= 164);
      }),
    );
  });
});

describe('a count', () => {
  for (const [said, drawn] of [
    [3, 3],
    [-3, 0],
    [Number.NaN, 0],
    [Infinity, Number.MAX_SAFE_INTEGER],
    [-Infinity, 0],
    [1e308, Number.MAX_SAFE_INTEGER],
    [undefined, 0],
  ] as const)
    it(`of ${said} is drawn as ${drawn}`, () => {
      assert.equal(clampCount(said), drawn);
    });
});

describe('a name beside a flower', () => {
  it('stays in one line while it is short', () => {
    assert.deepEqual(nameLines(' To care '), ['To care']);
  });

  it('is broken where its longest line is shortest, into two lines at most, and keeps every word', () => {
    assert.deepEqual(nameLines('Service to those around us'), ['Service to', 'those around us']);
    fc.assert(
      fc.property(fc.string(), (label) => {
        const lines = nameLines(label);
        assert.ok(lines.length <= 2);
        assert.equal(lines.join(' '), label.trim().split(/\s+/).join(' '));
      }),
    );
  });

  it('makes the flower smaller when it is long, and gives way to a number when it is too long', () => {
    assert.equal(roomFor(['Love', 'Courage', 'Integrity']), 'names');
    assert.equal(roomFor(['Love', 'Courage', 'Nächstenliebe']), 'long');
    assert.equal(roomFor(['Love', 'Courage', 'Gemeinwohlorientierung']), 'none');
    assert.equal(roomFor(['愛', '勇気', '他者への思いやり']), 'none');
    assert.equal(roomFor(['Love', 'Courage', 'x'.repeat(5000)]), 'none');
  });
});
