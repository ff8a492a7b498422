import {assert} from 'chai';

import {MapVisit, said, until} from './network-map.harness.js';

/** More than are woven before anything is drawn. */
const MANY = 3_001;

const groups = Array.from({length: MANY}, (_, index) => ({
  id: `https://g${index}.example/`,
  name: `Group ${index}`,
  sector: 'business',
  place: {label: 'Reno', lat: 39 + index / MANY, lon: -119, precision: 'street' as const},
  connections: [{to: `https://g${(index + 1) % MANY}.example/`, kind: 'partners'}],
}));

describe('<ctg-network-map> of very many groups', () => {
  let visit: MapVisit;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => visit.end());

  it('is a picture before it is known who is tied to whom, and tells the page once that it is there', async () => {
    const shown: (number | undefined)[] = [];
    const listen = (): void => void shown.push(visit.map.atlas?.count);
    visit.stage.root.addEventListener('ctg-load', listen);

    await visit.see([said('https://city.example/ctg.json', ...groups)]);
    await until(() => assert.lengthOf(visit.map.atlas?.network.ties ?? [], MANY));

    assert.deepEqual(shown, [undefined]);
    await visit.reads('3,001');
  });

  it('selects nothing in a picture that is not the network yet, and goes on from where it was looked at', async () => {
    const many = said('https://city.example/ctg.json', ...groups);
    const sketched = new Promise((resolve) => visit.stage.root.addEventListener('ctg-load', resolve));
    const seen = visit.see([many]);
    await sketched;
    const {map} = visit;
    const {stage} = map.scene!;

    map.select(0);
    stage.go(stage.view.zoomed(2));
    await seen;
    await until(() => assert.exists(map.atlas));

    assert.notExists(map.selected);
    assert.isTrue(stage.isMoved);
  });
});
