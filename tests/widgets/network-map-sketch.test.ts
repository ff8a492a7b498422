import {assert} from 'chai';
import {html} from 'lit';

import {NetworkMap} from '../../src/widgets/network-map/network-map.js';
import type {PartName, Parts} from '../../src/widgets/network-map/parts.js';
import {MapVisit, REGION, said, until} from './network-map.harness.js';

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

describe('<ctg-network-map>, drawn before what makes one network has come', () => {
  const {bring} = NetworkMap.prototype;
  let visit: MapVisit;
  let come: () => void;

  const isPainted = (): boolean => visit.root.querySelector('canvas') !== null;
  const isGlanced = (): boolean => visit.root.querySelector('.glance') !== null;

  beforeEach(() => {
    visit = new MapVisit();
    const isHere = new Promise<void>((resolve) => (come = resolve));
    NetworkMap.prototype.bring = async function <Name extends PartName>(
      this: NetworkMap,
      name: Name,
    ): Promise<Parts[Name] | undefined> {
      if (name === 'weaving') await isHere;
      return bring.call(this, name) as Promise<Parts[Name] | undefined>;
    };
  });

  afterEach(() => {
    NetworkMap.prototype.bring = bring;
    visit.end();
  });

  it('shows no longer what the page has taken back, neither then nor once it has come', async () => {
    await visit.arrive(
      html`<ctg-network-map .documents=${REGION}><a href="/groups">Our groups</a></ctg-network-map>`,
    );
    await visit.reads(`${groupsOf(REGION)} groups`);
    const ours = visit.root.querySelector('slot')!;
    assert.isTrue(ours.hidden);

    visit.map.documents = [];

    await until(() => assert.notInclude(visit.text, 'groups'));
    assert.isFalse(ours.hidden);
    come();
    await bring.call(visit.map, 'weaving');
    await visit.stage.settled();
    assert.notInclude(visit.text, 'groups');

    visit.map.documents = REGION;
    await visit.isReady();
    await visit.reads(`${groupsOf(REGION)} groups`);
    assert.isTrue(ours.hidden);
  });

  it('has no picture of very many groups under the name of the few that came in their place', async () => {
    const many = said('https://city.example/ctg.json', ...groups);
    await visit.arrive(html`<ctg-network-map .documents=${[many]}></ctg-network-map>`);
    await until(() => assert.isTrue(isPainted()));

    visit.map.documents = REGION;

    await visit.reads(`${groupsOf(REGION)} groups`);
    assert.isFalse(isPainted());
    assert.isTrue(isGlanced());
    come();
    await visit.isReady();
    assert.isTrue(visit.map.scene!.chart!.atlas === visit.map.atlas);
  });

  it('does not say of a map of very many groups that it is their connections', async () => {
    const many = said('https://city.example/ctg.json', ...groups);
    await visit.arrive(html`<ctg-network-map .documents=${[many]}></ctg-network-map>`);
    await until(() => assert.isTrue(isPainted()));

    await visit.press('Connections');

    assert.isFalse(isPainted());
    await visit.press('Map');
    assert.isTrue(isPainted());
    await visit.press('Connections');
    come();
    await until(() => assert.include(visit.root.querySelector('canvas')!.ariaLabel, 'connections'));
    await until(() => assert.isFalse(visit.map.scene!.stage.picture!.placing.isMap));
  });

  it('is looked at from nowhere while it is in no page', async () => {
    await visit.arrive(html`<ctg-network-map .documents=${REGION}></ctg-network-map>`);
    await until(() => assert.isTrue(isGlanced()));
    const {map} = visit;
    const page = map.parentElement!;
    const lookOf = (): string => visit.root.querySelector('.glance')!.getAttribute('viewBox')!;
    const look = lookOf();

    map.remove();
    map.requestUpdate();
    await map.updateComplete;

    assert.equal(lookOf(), look);
    page.append(map);
    await map.updateComplete;
    assert.equal(lookOf(), look);
  });
});

const groupsOf = (documents: typeof REGION): number =>
  documents.reduce((sum, {groups: these}) => sum + these.length, 0);
