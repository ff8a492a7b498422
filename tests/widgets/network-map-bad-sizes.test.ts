import {setViewport} from '@web/test-runner-commands';
import {assert} from 'chai';

import type {Group} from '../../src/protocol/group.js';
import {MapVisit, said, until} from './network-map.harness.js';
// Compiled before the first test waits for them.
import '../../src/widgets/network-map/choosing/index.js';
import '../../src/widgets/network-map/export/index.js';
import '../../src/widgets/network-map/graph/index.js';
import '../../src/widgets/network-map/joining/index.js';
import '../../src/widgets/network-map/near/index.js';
import '../../src/widgets/network-map/source-list/index.js';

/** Five thousand letters without a place to break, and with one after each. */
const LONG = 'Longwordwithoutend'.repeat(278).slice(0, 5_000);
const BREAKING = 'Café '.repeat(1_000);
const WIDTH = 320;

/** A group that says `text` wherever a text may stand. */
const group = (at: number, text: string, ties: NonNullable<Group['connections']> = []): Group => ({
  id: `https://g${at}.example/`,
  name: text,
  sector: text,
  needs: [text, text],
  offers: [text],
  values: [text],
  description: text,
  url: `https://${'long.'.repeat(45)}example/${text}`,
  contact: {email: `${'ana'.repeat(20)}@long.example`},
  place: {label: text, lat: 39.5, lon: -119.8 + at, precision: 'town'},
  connections: ties,
});

describe('<ctg-network-map> and what is longer, or more, than anybody reads', () => {
  let visit: MapVisit;
  const [width, height] = [innerWidth, innerHeight];

  // Where a driver cannot make the window narrow, the page's own column is all the same.
  before(() => setViewport({width: WIDTH, height: 640}).catch(() => undefined));
  after(() => setViewport({width, height}).catch(() => undefined));

  beforeEach(() => {
    visit = new MapVisit();
    visit.stage.root.style.maxInlineSize = `${WIDTH}px`;
  });

  afterEach(() => visit.end());

  /** Whether the page can be scrolled sideways, or something stands out of the widget. */
  function fits(where: string): void {
    const {scrollWidth, clientWidth} = document.documentElement;
    assert.isAtMost(scrollWidth, clientWidth, where);
    assert.isAtMost(visit.stage.root.scrollWidth, WIDTH, where);
    assert.isTrue(visit.fits, where);
  }

  for (const [what, text] of [
    ['without a break', LONG],
    ['of a thousand words', BREAKING],
  ] as const)
    it(`has room on a small telephone for names of five thousand letters ${what}`, async () => {
      const ties = [{to: 'https://g2.example/', kind: text, note: text}];
      const documents = [
        {
          ...said('https://long.example/ctg.json', group(1, text, ties), group(2, text)),
          publisher: {id: 'https://long.example/', name: text},
        },
      ];
      await visit.see(documents);

      for (const view of ['Connections', 'List', 'Map']) {
        await visit.press(view);
        await visit.isReady();
        fits(view);
      }
      for (const view of ['Map', 'List']) {
        await visit.press(view);
        visit.map.select(0);
        await visit.reads('Connected with');
        await visit.reads(text.trim());
        fits(`card beside ${view}`);
      }
      for (const [opener, there] of [
        ['1 of 1 site', '.sources li'],
        ['Save as a file', '.saving'],
        ['Filters', '.more .chip'],
        ['Near me', '.near'],
        ['Add your group', '[part=joining]'],
      ] as const) {
        await visit.press(opener);
        await until(() => assert.isNotNull(visit.root.querySelector(there), opener));
        fits(opener);
      }
      visit.map.offer([0, 1]);
      await visit.reads('2 groups at this place');
      fits('groups at one place');
    });

  it('draws some of ten thousand ties of one group, and counts what it leaves out by why', async () => {
    const mills = Array.from({length: 100}, (_, at) => ({
      id: `https://mill${at}.example/`,
      name: `Mill ${at}`,
      place: {label: 'Reno', lat: 39 + at / 100, lon: -119},
    }));
    const connections = [
      ...mills.map(({id}) => ({to: id})),
      ...Array.from({length: 9_000}, (_, at) => ({to: `https://nobody${at}.example/`})),
      ...Array.from({length: 900}, () => ({to: 'https://spider.example/', kind: 'partners'})),
    ];
    const spider = {id: 'https://spider.example/', name: 'Spider', connections};
    await visit.see([said('https://spider.example/ctg.json', spider, ...mills)]);
    await visit.press('Connections');
    await until(() => assert.isAbove(visit.marks.length, 0));

    visit.map.select(0);
    await visit.reads('Show 38 more connections');
    await visit.press('Show 38 more connections');
    await until(() => assert.lengthOf(visit.root.querySelectorAll('.ties li'), 50));
    await visit.press('1 of 1 site');

    await visit.reads('Ties left out because there are too many: 50');
    await visit.reads('Ties left out because they lead to no group: 9,000');
    await visit.reads('Ties left out because they lead from a group to itself: 900');
    fits('fifty ties');
  });

  it('says of a group that is tied to itself alone that it waits for a first link', async () => {
    const id = 'https://alone.example/';
    const connections = [{to: id}, {to: `${id}#us`}, {to: 'HTTPS://ALONE.example:443'}];
    await visit.see([said(`${id}ctg.json`, {id, name: 'Alone', connections})], 'list');

    await visit.press('Alone');
    await visit.reads('Close');
    await visit.press('1 of 1 site');

    assert.lengthOf(visit.root.querySelectorAll('.ties li'), 0);
    await visit.reads('Ties left out because they lead from a group to itself: 3');
    assert.include(visit.root.querySelector('.detail')!.textContent, 'Waiting for a first link');
  });
});
