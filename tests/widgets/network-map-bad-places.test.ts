import {assert} from 'chai';
import {html} from 'lit';

import {says, Web} from '../testing/web.js';
import {MapVisit, until} from './network-map.harness.js';
// Compiled before the first test waits for them.
import '../../src/widgets/network-map/graph/index.js';
import '../../src/widgets/network-map/source-list/index.js';

/** Places as documents get them wrong, as their own text: JSON knows no Infinity, and everybody writes it. */
const UNREADABLE: Readonly<Record<string, string>> = {
  'Latitude last': '{"label": "Reno", "lat": -119.81, "lon": 39.52}',
  'In letters': '{"lat": "39.52", "lon": "-119.81"}',
  'Without end': '{"lat": 1e999, "lon": -1e999}',
  'In metres': '{"lat": 4380000, "lon": -13336000}',
  'In lists': '{"lat": [39.52], "lon": {"degrees": -119.81}}',
  'As yes and no': '{"lat": true, "lon": false}',
  'As one word': '"Reno"',
};
/** Places that can be read and can't be right. */
const WRONG: Readonly<Record<string, string>> = {
  'At nothing': '{"label": "Nowhere", "lat": 0, "lon": 0}',
  'At less than nothing': '{"lat": -0.0, "lon": 0.0}',
  'Half of it': '{"label": "Reno", "lat": 39.52}',
  'The other half': '{"lat": null, "lon": -119.81}',
};
/** Groups that say nothing of where they are, which is nobody's mistake. */
const SILENT: Readonly<Record<string, string>> = {
  'No word': 'null',
  'Empty handed': '{}',
  'Two blanks': '{"lat": null, "lon": null}',
  'A town alone': '{"label": "Sparks"}',
};
const ALL = {...UNREADABLE, ...WRONG, ...SILENT};

const group = (name: string, place: string): string =>
  `{"id": "https://${name.toLowerCase().replaceAll(' ', '-')}.example/", "name": "${name}", "place": ${place}}`;

let visits = 0;

describe('<ctg-network-map> and places that are none', () => {
  let visit: MapVisit;
  let web: Web;

  beforeEach(async () => {
    visit = new MapVisit();
    web = new Web();
    const address = `https://places-${++visits}.example/ctg.json`;
    const groups = [
      ...Object.entries(ALL),
      ['Riverside Garden', '{"label": "Reno", "lat": 39.52, "lon": -119.81}'] as const,
      ['Valley Choir', '{"label": "Truckee", "lat": 39.33, "lon": -120.18}'] as const,
    ].map(([name, place]) => group(name, place));
    web.answers[address] = () => says(`{"ctg": "1", "groups": [${groups.join()}]}`);
    await visit.arrive(html`<ctg-network-map endpoint=${address}></ctg-network-map>`);
    await visit.isReady();
  });

  afterEach(() => {
    visit.end();
    web.close();
  });

  const howMany = Object.keys(ALL).length;

  it('draws the groups that have one, counts the others, and lists them all', async () => {
    assert.deepEqual([...visit.marks].sort(), [
      'Riverside Garden, Other, Reno',
      'Valley Choir, Other, Truckee',
    ]);
    await visit.reads(`${howMany} have no place on the map: see them in the list.`);

    await visit.press('see them in the list');

    await until(() =>
      assert.deepEqual(
        [...visit.listed].sort(),
        [...Object.keys(ALL), 'Riverside Garden', 'Valley Choir'].sort(),
      ),
    );
    assert.notMatch(visit.text, /NaN|Infinity|∞|undefined|null|-119|39\.52/);
  });

  it('says in words what was wrong with them, and how often', async () => {
    await visit.press('1 of 1 site');

    await visit.reads(
      `Groups whose place on the map could not be understood: ${Object.keys(UNREADABLE).length}`,
    );
    // Of one whose latitude is none, its longitude is half a place, too.
    await visit.reads(`Places left out because they can't be right: ${Object.keys(WRONG).length + 1}`);
    assert.notInclude(visit.text, 'Details left out');
  });

  it('says on the card of each that it has no place, and offers no way there', async () => {
    await visit.press('List');
    for (const name of Object.keys(ALL)) {
      await visit.press(name);
      await until(() => assert.equal(visit.root.querySelector('.detail [role=heading]')?.textContent, name));

      const card = visit.root.querySelector('.detail')!.textContent;
      if (ALL[name]!.includes('label')) assert.match(card, /Reno|Nowhere|Sparks/);
      else assert.include(card, 'This group has no place on the map.');
      assert.notInclude(card, 'Show on the map');
    }
  });

  it('goes near none of them, in the graph neither', async () => {
    const {x, y} = visit.map.scene!.chart!;
    const nowhere = visit.map.atlas!.network.groups.filter(({name}) => name in ALL);

    for (const {index} of nowhere) assert.isTrue(Number.isNaN(x[index]) && Number.isNaN(y[index]));
    await visit.press('Connections');
    await until(() => assert.lengthOf(visit.marks, howMany + 2));
  });
});
