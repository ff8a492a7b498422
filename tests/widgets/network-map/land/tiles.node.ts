import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {drawTiles} from '../../../../src/widgets/network-map/land/tiles/draw-tiles.js';
import {readTemplate} from '../../../../src/widgets/network-map/land/tiles/template.js';
import {
  childrenOf,
  MOST_DRAWN,
  parentOf,
  type Tile,
  tilesInView,
} from '../../../../src/widgets/network-map/land/tiles/tiles-in-view.js';
import {View} from '../../../../src/widgets/network-map/scene/view.js';

const PAGE = 'https://parish.example/map';

const views = fc
  .record({
    width: fc.integer({min: 100, max: 4000}),
    height: fc.integer({min: 100, max: 2500}),
    x: fc.double({min: -2, max: 3, noNaN: true}),
    y: fc.double({min: -1, max: 2, noNaN: true}),
    zoom: fc.double({min: 0, max: 18, noNaN: true}),
  })
  .map(({width, height, ...camera}) => new View(width, height, camera));

test('tiles cover all of the world that is in view, once, and are never too many', () => {
  fc.assert(
    fc.property(views, (view) => {
      const tiles = tilesInView(view);

      assert.ok(tiles.length > 0 && tiles.length <= MOST_DRAWN);
      const count = 2 ** tiles[0]!.z;
      for (const {z, x, y, column} of tiles) {
        assert.ok(x >= 0 && x < count && y >= 0 && y < count && 2 ** z === count);
        assert.equal((((column - x) % count) + count) % count, 0);
      }
      assert.equal(new Set(tiles.map(({column, y}) => `${column}/${y}`)).size, tiles.length);
      const columns = tiles.map(({column}) => column);
      const rows = tiles.map(({y}) => y);
      assert.ok(Math.min(...columns) / count <= view.west && (Math.max(...columns) + 1) / count >= view.east);
      assert.ok(Math.min(...rows) / count <= Math.max(0, view.north));
      assert.ok((Math.max(...rows) + 1) / count >= Math.min(1, view.south));
    }),
  );
});

test('no more pictures are drawn than that, whichever are here, each from within itself', () => {
  fc.assert(
    fc.property(views, fc.integer(), fc.integer({min: 1, max: 7}), (view, seed, rare) => {
      const image = {naturalWidth: 256, naturalHeight: 256} as HTMLImageElement;
      const isHere = ({z, x, y}: Tile) => Math.abs((z * 31 + x * 17 + y * 13 + seed) % rare) === 0;
      let drawn = 0;
      const context = {
        save: () => undefined,
        restore: () => undefined,
        getTransform: () => ({a: 2}),
        drawImage: (_: unknown, left: number, top: number, wide: number, tall: number) => {
          drawn++;
          assert.ok(left >= 0 && top >= 0 && left + wide <= 256 && top + tall <= 256);
        },
      };

      const said = drawTiles(
        context as unknown as CanvasRenderingContext2D,
        view,
        tilesInView(view),
        (tile) => (isHere(tile) ? image : undefined),
      );

      assert.ok(drawn <= MOST_DRAWN);
      assert.equal(said, drawn);
    }),
  );
});

test('a tile is one of the four in its parent', () => {
  const tile = {z: 12, x: 684, y: 1557};
  for (const child of childrenOf(tile)) assert.deepEqual(parentOf(child), tile);
});

test('a template is filled in for a tile, sharp where it says how', () => {
  for (const [written, isSharp, address] of [
    ['https://t.example/{z}/{x}/{y}{r}.png', true, 'https://t.example/3/2/1@2x.png'],
    ['https://t.example/{z}/{x}/{y}{r}.png', false, 'https://t.example/3/2/1.png'],
    ['https://t.example/?z={z}&x={x}&y={y}', true, 'https://t.example/?z=3&x=2&y=1'],
    ['/tiles/{z}/{x}/{y}.png', true, 'https://parish.example/tiles/3/2/1.png'],
  ] as const) {
    const read = readTemplate(written, PAGE, undefined);
    assert.equal(read.ok && read.value.of({z: 3, x: 2, y: 1}, isSharp), address);
  }
});

test('a template is refused that names no host, no tile, or nobody whom the page allows', () => {
  for (const [written, page, allow] of [
    ['https://{x}.t.example/{z}/{x}/{y}.png', PAGE, undefined],
    ['https://t.example/{z}/{x}.png', PAGE, undefined],
    ['http://t.example/{z}/{x}/{y}.png', PAGE, undefined],
    ['http://127.0.0.1/{z}/{x}/{y}.png', PAGE, undefined],
    ['http://t.example/{z}/{x}/{y}.png', 'http://parish.example/', undefined],
    ['https://me:secret@t.example/{z}/{x}/{y}.png', PAGE, undefined],
    ['javascript:alert({z}{x}{y})', PAGE, undefined],
    ['https://t.example/{z}/{x}/{y}.png', PAGE, ['https://other.example']],
  ] as const)
    assert.ok(!readTemplate(written, page, allow).ok, written);
});

test('tiles of the device itself are for a page that is on it', () => {
  const written = 'http://127.0.0.1:9000/{z}/{x}/{y}.png';
  const read = readTemplate(written, 'http://localhost:8000/', undefined);
  assert.equal(read.ok && read.value.host, '127.0.0.1:9000');
});
