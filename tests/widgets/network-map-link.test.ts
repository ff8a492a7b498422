import {assert} from 'chai';
import {html} from 'lit';

import type {NetworkMap} from '../../src/widgets/network-map/network-map.js';
import {assertAccessible} from '../testing/axe.js';
import {eventually} from '../testing/eventually.js';
import {MapVisit, REGION, said, until} from './network-map.harness.js';

const CHOIR = encodeURIComponent('https://choir.example/');

describe('<ctg-network-map>, and links to what it shows', () => {
  let visit: MapVisit;
  const {clipboard} = navigator;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => {
    visit.end();
    history.replaceState(null, '', location.href.split('#')[0]);
    Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
  });

  const copying = (writeText: (text: string) => Promise<void>): void =>
    void Object.defineProperty(navigator, 'clipboard', {value: {writeText}, configurable: true});

  it('shows what an address says: the view, the group, and what is chosen', async () => {
    location.hash = `#ctg-map-1=group=${CHOIR}&view=list&need=local-food&need=local-economy`;
    await visit.see();

    await until(() => assert.deepEqual([...visit.listed], ['Rail City Bakers', 'Riverside Garden']));
    await visit.reads('Rail City Bakers gives it money. Valley Choir says no.');

    location.hash = '#ctg-map-1=text=choir';
    await until(() => assert.deepEqual([...visit.listed], ['Valley Choir']));
    assert.equal(visit.root.querySelector<HTMLInputElement>('input[type=search]')!.value, 'choir');
  });

  it('leaves out what it does not know, and never shows nothing because of it', async () => {
    location.hash = `#ctg-map-1=view=globe&sector=pirate&value=__proto__&tie=&group=nobody&place=1,2&text=`;
    await visit.see(REGION, 'list');

    assert.lengthOf(visit.listed, 4);
    assert.equal(visit.map.view, 'list');
    assert.isUndefined(visit.map.selected);
  });

  it('tells groups apart that two documents number alike, and stays with one whatever is read next', async () => {
    const [one, two] = ['one', 'two'].map((name) => said(`https://${name}.example/`, {id: '1', name})) as [
      (typeof REGION)[number],
      (typeof REGION)[number],
    ];
    await visit.see([one, two], 'list');
    const linkOf = (name: string): string =>
      [...visit.root.querySelectorAll<HTMLAnchorElement>('th a')].find(
        ({textContent}) => textContent.trim() === name,
      )!.href;
    const card = (): string | undefined => visit.root.querySelector('.detail .title')?.textContent.trim();

    for (const name of ['two', 'one', 'two']) {
      location.hash = new URL(linkOf(name)).hash;
      await until(() => assert.equal(card(), name));
    }
    visit.map.documents = [said('https://x.example/', {id: '1', name: 'x'}), one, two];
    await until(() => assert.lengthOf(visit.listed, 3));
    assert.equal(card(), 'two');
  });

  it('chooses what comes with a later document, until the visitor chooses otherwise', async () => {
    location.hash = '#ctg-map-1=sector=business&sector=religious';
    await visit.see(REGION.slice(1, 2), 'list');
    await until(() => assert.deepEqual([...visit.listed], ['Rail City Bakers']));

    visit.map.documents = REGION;
    await until(() => assert.deepEqual([...visit.listed], ['Rail City Bakers', 'Valley Choir']));

    await visit.press('Business1');
    visit.map.documents = [...REGION, said('https://x.example/', {id: 'https://x.example/', name: 'X'})];
    await until(() => assert.deepEqual([...visit.listed], ['Valley Choir']));
  });

  it('copies a link to what is shown, which another page shows again', async () => {
    const copied: string[] = [];
    copying(async (text) => void copied.push(text));
    await visit.see(REGION, 'list');
    await visit.press('Filters');
    await visit.press('Local food1');
    await visit.press('Riverside Garden');
    await visit.press('Connections');

    await visit.press('Copy link');

    await visit.reads('Copied. Whoever opens the link sees what you see now.');
    await assertAccessible(visit.stage.root);
    const [link] = copied;
    assert.include(
      link,
      `#ctg-map-1=group=${encodeURIComponent('https://garden.example/')}&view=graph&need=local-food`,
    );
    assert.equal(location.hash, '');
    visit.end();

    history.replaceState(null, '', link);
    visit = new MapVisit();
    await visit.arrive(html`<ctg-network-map view="list" .documents=${REGION}></ctg-network-map>`);
    await visit.reads('Connected with');
    assert.equal(visit.map.view, 'graph');
    assert.deepEqual([...(visit.map.chosen.need ?? [])], ['local-food']);
  });

  for (const [how, turn] of [
    ['by a press', () => visit.press('Connections')],
    ['by a link of the page', async () => void (location.hash = '#ctg-map-1=view=graph')],
  ] as const)
    it(`says so no more once something else is shown ${how}, nor where only a screen reader finds it`, async () => {
      copying(() => Promise.resolve());
      await visit.see(REGION, 'list');
      await visit.press('Copy link');
      await visit.reads('Copied.');
      // Read out a frame later than it is written.
      const said = visit.root.querySelector('.said')!;
      await until(() => assert.include(said.textContent, 'Copied.'));

      await turn();

      await visit.isReady();
      await until(() => assert.notInclude(visit.text, 'Copied.'));
      await visit.stage.settled();
      assert.equal(said.textContent, '');
    });

  it('offers the link to be copied by hand where a page may not', async () => {
    copying(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    await visit.see(REGION, 'list');

    await visit.press('Copy link');

    const field = await eventually(() => visit.root.querySelector<HTMLInputElement>('input[readonly]'));
    await until(() => assert.equal(visit.root.activeElement, field));
    assert.match(field.value, /#ctg-map-1=$/);
    assert.equal(field.selectionEnd, field.value.length);
    await assertAccessible(visit.stage.root);
  });

  it('shows everything again where that is what was copied, though the page begins with a choice', async () => {
    const copied: string[] = [];
    copying(async (text) => void copied.push(text));
    const page = html`<ctg-network-map view="list" sector="business" .documents=${REGION}></ctg-network-map>`;
    await visit.arrive(page);
    await until(() => assert.deepEqual([...visit.listed], ['Rail City Bakers']));
    await visit.press('Business1');
    await until(() => assert.lengthOf(visit.listed, 4));
    await visit.press('Copy link');
    await until(() => assert.lengthOf(copied, 1));
    visit.end();

    history.replaceState(null, '', copied[0]);
    visit = new MapVisit();
    await visit.arrive(page);
    await until(() => assert.lengthOf(visit.listed, 4));
  });

  it('writes ids of any letters so that they are read again, and half a character does no harm', async () => {
    const needs = ['a&b=c#d', 'e+f g%20', 'غذاء محلي', '⚘', '\ud800'];
    const group = (need: string, at: number) => ({
      id: `https://a.example/?${need}`,
      name: `G${at}`,
      needs: [need],
    });
    const documents = [said('https://a.example/', ...needs.map(group))];
    for (const [at, need] of needs.slice(0, 4).entries()) {
      await visit.see(documents, 'list');
      visit.map.choose({need: new Set([need])});
      visit.map.select(at);
      await until(() => assert.deepEqual([...visit.listed], [`G${at}`]));
      const link = visit.map.later('weaving')!.fragment.linkHere();
      visit.end();

      history.replaceState(null, '', link);
      visit = new MapVisit();
      await visit.see(documents, 'list');
      await until(() => assert.deepEqual([...visit.listed], [`G${at}`]));
      assert.equal(visit.map.selected, at);
    }
  });

  it('counts maps as a page has them, whenever they came, in shadow roots too', async () => {
    await visit.see(REGION, 'list');
    const grown = (mode: ShadowRootMode, before: Element | null): NetworkMap => {
      const box = document.createElement('div');
      const map = document.createElement('ctg-network-map');
      map.view = 'list';
      map.documents = REGION;
      box.attachShadow({mode}).append(map);
      visit.stage.root.firstElementChild!.insertBefore(box, before);
      return map;
    };
    const last = grown('closed', null);
    const first = grown('open', visit.map);
    const numberOf = (map: NetworkMap): string | undefined =>
      /#ctg-map-(\d+)=/.exec(map.shadowRoot!.querySelector<HTMLAnchorElement>('tbody a')?.href ?? '')?.[1];

    await until(() => assert.deepEqual([first, visit.map, last].map(numberOf), ['1', '2', '3']));
    location.hash = `#ctg-map-3=group=${CHOIR}`;
    await until(() => assert.isDefined(last.selected));
    assert.isUndefined(first.selected);
    assert.isUndefined(visit.map.selected);

    first.remove();
    await until(() => assert.deepEqual([visit.map, last].map(numberOf), ['1', '2']));
  });
});
