import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {projectMercator} from '../../../../src/network/space/mercator.js';
import {drawGrid, gridStep} from '../../../../src/widgets/network-map/land/draw-grid.js';
import {drawNames} from '../../../../src/widgets/network-map/land/draw-names.js';
import {usesMiles} from '../../../../src/i18n/phrases.js';
import {drawScaleBar, scaleBar} from '../../../../src/widgets/network-map/land/draw-scale-bar.js';
import {roundDown, roundUp} from '../../../../src/widgets/network-map/land/round-numbers.js';
import {FakeCanvas} from './fake-canvas.js';

const above = fc.double({min: 1e-6, max: 1e7, noNaN: true});
const isRound = (value: number) => /^[125](?:\.0*)?e/.test(value.toExponential(6));

/** Where a canvas of 1000 by 600 pixels shows a world of `scale` pixels, from `west`, `north`. */
const viewOf = (west: number, north: number, scale: number) => ({
  toX: (x: number) => (x - west) * scale,
  toY: (y: number) => (y - north) * scale,
  west,
  north,
  east: west + 1000 / scale,
  south: north + 600 / scale,
});

test('numbers are rounded to the next of 1, 2 and 5, downwards and upwards', () => {
  fc.assert(
    fc.property(above, (value) => {
      const [down, up] = [roundDown(value), roundUp(value)];

      assert.ok(isRound(down) && isRound(up), `${down}, ${up}`);
      assert.ok(down <= value * 1.000_001 && down > value / 2.6);
      assert.ok(up >= value / 1.000_001 && up < value * 2.6);
    }),
  );
  for (const value of [0.001, 0.002, 0.005, 0.1, 0.2, 0.5, 1, 2, 5, 10, 1000])
    assert.deepEqual([roundDown(value), roundUp(value)], [value, value]);
});

test('the grid has steps of parts of a right angle far out, and of round parts of a degree near by', () => {
  const steps = [1, 1.5, 3, 5, 8, 12, 30, 60, 120, 400, 2000, 60_000].map(gridStep);

  assert.deepEqual(steps, [90, 90, 45, 30, 15, 10, 5, 2, 1, 0.5, 0.1, 0.002]);
});

test('lines of the grid go from edge to edge, at whole steps, and past the antimeridian', () => {
  const canvas = new FakeCanvas();
  drawGrid(canvas.context, viewOf(0.9, 0.4, 2000), 'edge');

  const [{paths, color}] = canvas.painted as [(typeof canvas.painted)[number]];
  const upright = paths.map(({points}) => points).filter(([x1, , x2]) => x1 === x2);
  const level = paths.map(({points}) => points).filter(([, y1, , y2]) => y1 === y2);
  assert.equal(color, 'edge');
  assert.equal(upright.length + level.length, paths.length);
  // A degree is 5.6 pixels, so the step is 30 degrees: 150° to 300° of 144° to 324°.
  assert.deepEqual(
    upright.map((line) => line.map(Math.round)),
    [33, 200, 367, 533, 700, 867].map((x) => [x, 0, x, 600]),
  );
  // 30° south, the equator and 30° north.
  assert.deepEqual(
    level.map((line) => line.map(Math.round)),
    [
      [0, 375, 1000, 375],
      [0, 200, 1000, 200],
      [0, 25, 1000, 25],
    ],
  );
  assert.equal(canvas.depth, 0);
});

test('a grid beyond the poles ends there', () => {
  const canvas = new FakeCanvas();
  drawGrid(canvas.context, viewOf(-1, -0.5, 300), 'edge');

  assert.ok(canvas.painted[0]!.paths.length < 20);
});

test('the scale bar has a round length that fits, true at its latitude', () => {
  fc.assert(
    fc.property(
      fc.double({min: 8, max: 26, noNaN: true}),
      fc.double({min: 0.02, max: 0.98, noNaN: true}),
      fc.boolean(),
      (power, y, miles) => {
        const bar = scaleBar(2 ** power, y, miles);

        assert.ok(bar.pixels > 47 && bar.pixels < 120.001, `${bar.pixels}`);
        assert.ok(isRound(bar.value));
      },
    ),
  );
});

test('on a map of the equator and one of 60° north, the bars say the same of twice the pixels', () => {
  const equator = scaleBar(40_075.016_686, 0.5, false);
  const north = scaleBar(20_037.508_343, projectMercator(0, 60).y, false);

  assert.deepEqual(equator, {...equator, value: 100, unit: 'kilometer'});
  assert.ok(Math.abs(equator.pixels - 100) < 0.001);
  assert.equal(north.value, 100);
  assert.ok(Math.abs(north.pixels - 100) < 0.001);
});

test('near by it measures metres or feet', () => {
  assert.deepEqual(
    [false, true].map((miles) => {
      const {value, unit} = scaleBar(2 ** 26, 0.5, miles);
      return `${value} ${unit}`;
    }),
    ['50 meter', '200 foot'],
  );
});

test('miles only where a language names a country that has them', () => {
  assert.deepEqual(['en', 'en-US', 'es-US', 'en-GB', 'en-Latn-LR', 'de', 'fr-CA', ''].map(usesMiles), [
    false,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('the bar is as long as it says, with its words', () => {
  const canvas = new FakeCanvas();
  drawScaleBar(canvas.context, {pixels: 80, value: 20, unit: 'kilometer'}, '20 km', {
    x: 10,
    y: 50,
    color: 'label',
    font: '12px serif',
  });

  assert.deepEqual(canvas.painted[0]!.paths[0]!.points, [10, 45, 10, 50, 90, 50, 90, 45]);
  assert.equal(canvas.texts[0]!.text, '20 km');
  assert.equal(canvas.depth, 0);
});

test('a name is written where it fits into what it names, and in every world in view', () => {
  const canvas = new FakeCanvas();
  const paint = {label: 'label', halo: 'sea', font: 'italic 12px serif', high: 12};
  const names = [
    {text: 'Lake Tahoe', x: 0.2, y: 0.5, room: 0.2},
    {text: 'A pond of which nobody sees more than a speck', x: 0.2, y: 0.5, room: 0.001},
    {text: 'North of the view', x: 0.2, y: 0.29, room: 1},
  ];
  drawNames(canvas.context, names, viewOf(0, 0.3, 400), paint, () => true);

  assert.deepEqual(
    canvas.texts.map(({text, x, y}) => `${text} ${Math.round(x)} ${Math.round(y)}`),
    ['Lake Tahoe 80 80', 'Lake Tahoe 480 80', 'Lake Tahoe 880 80'],
  );
});

test('a name is not written on another one', () => {
  const canvas = new FakeCanvas();
  const paint = {label: 'label', halo: 'sea', font: 'italic 12px serif', high: 12};
  drawNames(
    canvas.context,
    [{text: 'Lake Tahoe', x: 0.2, y: 0.5, room: 0.2}],
    viewOf(0, 0.3, 400),
    paint,
    ([left, top, right, bottom]) => right < 480 || left > 480 || bottom < 80 || top > 80,
  );

  assert.deepEqual(
    canvas.texts.map(({x}) => Math.round(x)),
    [80, 880],
  );
});
