import {assert} from 'chai';
import {html} from 'lit';

import {says, Web} from '../testing/web.js';
import {MapVisit, said, until} from './network-map.harness.js';
// Compiled before the first test waits for them.
import '../../src/endpoint/foreign.js';
import '../../src/endpoint/formats/geojson.js';
import '../../src/widgets/network-map/land/fetch-own.js';
import '../../src/widgets/network-map/source-list/index.js';

const feature = (name: string, geometry: unknown): object => ({
  type: 'Feature',
  id: `https://${name.toLowerCase().replaceAll(' ', '-')}.example/`,
  properties: {name},
  geometry,
});
const collection = (...features: readonly unknown[]): object => ({type: 'FeatureCollection', features});
const point = (lon: unknown, lat: unknown): object => ({type: 'Point', coordinates: [lon, lat]});
/** A geometry inside so many collections. */
const nested = (depth: number, geometry: object = point(-119.81, 39.52)): object =>
  depth === 0 ? geometry : {type: 'GeometryCollection', geometries: [nested(depth - 1, geometry)]};
const ring = (west: number, east: number): number[][] => [
  [west, -17],
  [east, -17],
  [east, -16],
  [west, -16],
  [west, -17],
];

let visits = 0;

describe('<ctg-network-map> and GeoJSON that is not as one expects', () => {
  let visit: MapVisit;
  let web: Web;
  const at = (name: string): string => `https://geo-${visits}.example/${name}.geojson`;

  beforeEach(() => {
    visit = new MapVisit();
    web = new Web();
    visits++;
  });

  afterEach(() => {
    visit.end();
    web.close();
  });

  describe('as a source', () => {
    async function come(text: string): Promise<void> {
      web.answers[at('source')] = () => says(text);
      await visit.arrive(html`<ctg-network-map endpoint=${at('source')}></ctg-network-map>`);
    }
    const lonOf = (name: string): number | undefined =>
      visit.map.atlas!.network.groups.find((group) => group.name === name)?.place?.lon;

    it('lists those without a geometry, and draws those across 180° where they are', async () => {
      await come(
        JSON.stringify(
          collection(
            feature('Garden', point(-119.81, 39.52)),
            feature('Nowhere', null),
            feature('At nothing', point(0, 0)),
            feature('In two halves', {
              type: 'MultiPolygon',
              coordinates: [[ring(179, 180)], [ring(-180, -179)]],
            }),
            feature('Over the line', {type: 'MultiPoint', coordinates: [[179.5, -17], [-179.5, -16]]}), // prettier-ignore
          ),
        ),
      );
      await visit.isReady();

      await visit.reads('2 have no place on the map: see them in the list.');
      for (const name of ['In two halves', 'Over the line'])
        assert.closeTo(Math.abs(lonOf(name)!), 180, 0.01, name);
      await visit.press('List');
      await until(() =>
        assert.sameMembers(
          [...visit.listed],
          ['Garden', 'Nowhere', 'At nothing', 'In two halves', 'Over the line'],
        ),
      );
      await visit.press('1 of 1 site');
      await visit.reads("Places left out because they can't be right: 1");
      // That it is nowhere is no mistake of anybody's.
      assert.notInclude(visit.text, 'could not be');
    });

    it('counts those whose position is none, or lies in too many collections', async () => {
      const wrong = [
        feature('Latitude first', point(39.52, -119.81)),
        feature('In letters', point('-119.81', '39.52')),
        feature('In metres', point(-13336000, 4380000)),
        feature('Empty', {type: 'GeometryCollection', geometries: []}),
        feature('Without a point', {type: 'Polygon', coordinates: []}),
        feature('Too deep', nested(20)),
        feature('Nothing of the kind', 7),
      ];
      const endless = feature('Without end', point('END', 39.52));
      await come(
        JSON.stringify(
          collection(feature('Garden', nested(3)), ...wrong, endless, null, collection(), {
            type: 'Feature',
          }),
        ).replace('"END"', '1e999'),
      );
      await visit.isReady();

      assert.deepEqual([...visit.marks], ['Garden, Other']);
      await visit.reads(`${wrong.length + 1} have no place on the map`);
      await visit.press('1 of 1 site');
      await visit.reads(`Groups whose place on the map could not be understood: ${wrong.length + 1}`);
      await visit.reads('Details left out because they could not be used: 3');
    });

    for (const [what, text] of [
      ['is empty', JSON.stringify(collection())],
      ['is a feature of nothing', JSON.stringify(collection({type: 'Feature', geometry: null}))],
    ] as const)
      it(`says that nobody has joined where it ${what}`, async () => {
        await come(text);

        await visit.reads('No group has joined yet.');
      });

    it('is given up where collections lie in each other without end', async () => {
      const deep = 50_000;
      const open = '{"type":"GeometryCollection","geometries":['.repeat(deep);
      const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Deep"},"geometry":${open}${']}'.repeat(deep)}}]}`;
      web.answers[at('deep')] = () => says(text);
      web.answers[at('good')] = () => says(JSON.stringify(collection(feature('Garden', nested(0)))));
      await visit.arrive(
        html`<ctg-network-map endpoint=${at('deep')} sources=${at('good')}></ctg-network-map>`,
      );
      await visit.isReady();

      assert.deepEqual([...visit.marks], ['Garden, Other']);
      await visit.press('1 of 2 sites');
      await visit.reads(`What geo-${visits}.example sends could not be understood.`);
    });
  });

  describe('as the outline of a region', () => {
    /** Comes to a map with that outline, and waits until the page was told something. */
    async function outlined(text: string): Promise<string> {
      const told: string[] = [];
      visit.stage.root.addEventListener('ctg-error', ({detail}) =>
        told.push(`${detail.code} ${detail.message}`),
      );
      web.answers[at('outline')] = () => says(text);
      const groups = [178, -178].map((lon) => ({
        id: `https://fiji-${lon}.example/`,
        name: `Group at ${lon}`,
        place: {label: 'Fiji', lat: -17, lon},
      }));
      await visit.arrive(
        html`<ctg-network-map
          .documents=${[said('https://fiji.example/ctg.json', ...groups)]}
          outline=${at('outline')}
        ></ctg-network-map>`,
      );
      await visit.isReady();
      await until(() => assert.isNotEmpty(told));
      assert.isNotEmpty(visit.marks);
      assert.isTrue(visit.map.scene!.stage.picture!.marks.every(({x, y}) => Number.isFinite(x + y)));
      return told.join();
    }

    it('counts what cannot be drawn, and draws the rest', async () => {
      const told = await outlined(
        JSON.stringify(
          collection(
            feature('Lake', {type: 'Polygon', coordinates: [ring(179, 181)]}),
            feature('Bay', {type: 'Polygon', coordinates: [ring(179, -179)]}),
            feature('Border', {type: 'LineString', coordinates: [[170, -15], [-170, -20]]}), // prettier-ignore
            feature('Nowhere', null),
            feature('Empty', {type: 'GeometryCollection', geometries: []}),
            collection(),
            // From here on: what can't be drawn.
            feature('Point', point(179, -17)),
            feature('Latitude first', {type: 'Polygon', coordinates: [ring(179, 180).map((at) => at.toReversed())]}), // prettier-ignore
            feature('Too deep', nested(20, {type: 'Polygon', coordinates: [ring(178, 179)]})),
            null,
            7,
          ),
        ),
      );

      assert.equal(told, 'dropped outline: 5 shapes left out');
    });

    for (const [what, text, code] of [
      ['is nothing of the kind', '{"ctg": "1"}', 'dropped'],
      ['is no JSON', '<svg onload="globalThis.ran=1">', 'unreachable'],
      ['lies in collections without end', `${'{"type":"FeatureCollection","features":['.repeat(5_000)}${']}'.repeat(5_000)}`, 'too-deep'], // prettier-ignore
      ['is too large', `"${' '.repeat(5_000_001)}"`, 'too-big'],
    ] as const)
      it(`does without one that ${what}, and tells the page`, async () => {
        assert.include(await outlined(text), `${code} outline:`);
        assert.isUndefined((globalThis as {ran?: number}).ran);
      });
  });
});
