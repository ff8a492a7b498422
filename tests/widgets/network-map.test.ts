import {sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html} from 'lit';

import {assertAccessible} from '../testing/axe.js';
import {MapVisit, REGION, said, until} from './network-map.harness.js';

describe('<ctg-network-map>', () => {
  let visit: MapVisit;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => visit.end());

  it('shows the groups of all documents as one network', async () => {
    await visit.see();

    assert.includeMembers(
      [...visit.marks],
      [
        'Riverside Garden, Nonprofit and social service, Reno',
        'Rail City Bakers, Business, Fallon',
        'Valley Choir, Faith community, Truckee',
      ],
    );
    await visit.reads('1 has no place on the map: see them in the list.');
  });

  it('says of each tie who says so, also of one that is declined', async () => {
    await visit.see(REGION, 'list');

    await visit.press('Rail City Bakers');

    await visit.reads('Riverside Garden supplies it. Both say so.');
    await visit.reads('It gives money to Valley Choir. Valley Choir says no.');

    await visit.press('Valley Choir');
    await visit.reads('Rail City Bakers gives it money. Valley Choir says no.');
    await visit.reads('Riverside Garden: partners. Only Riverside Garden says so.');
  });

  it('keeps the selection from one view to the others, and the focus where it is read', async () => {
    await visit.see();

    await visit.press('List');
    await visit.press('Riverside Garden');
    await until(() => assert.equal(visit.root.activeElement?.textContent, 'Riverside Garden'));
    await visit.press('Connections');

    await visit.reads('Connected with');
    assert.equal(visit.map.selected, 0);
  });

  it('finds groups by words and by kind, in all views', async () => {
    await visit.see(REGION, 'list');

    const search = visit.root.querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = 'food';
    search.dispatchEvent(new Event('input'));

    await until(() => assert.deepEqual([...visit.listed], ['Riverside Garden']));
    search.value = '';
    search.dispatchEvent(new Event('input'));
    await until(() => assert.lengthOf(visit.listed, 4));
    await visit.press('Business1');
    await until(() => assert.deepEqual([...visit.listed], ['Rail City Bakers']));
  });

  it('offers needs, values and kinds of tie to choose by', async () => {
    await visit.see(REGION, 'list');

    await visit.press('Filters');
    await visit.press('Local economy1');

    await until(() => assert.deepEqual([...visit.listed], ['Rail City Bakers']));
    await visit.press('Show all 4 groups');
    await until(() => assert.lengthOf(visit.listed, 4));
  });

  it('saves what is shown as a file, on this device alone', async () => {
    await visit.see();
    const heard = (sentence: string): Promise<true> =>
      until(() => assert.equal(visit.root.querySelector('.said')!.textContent, sentence));
    const saved: Blob[] = [];
    const {createObjectURL} = URL;
    URL.createObjectURL = (blob) => createObjectURL.call(URL, (saved.push(blob as Blob), blob));
    // A browser that really saves something takes the focus away from the page.
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;

    await visit.press('Save as a file');
    await visit.reads('4 groups, as they are shown now.');
    await assertAccessible(visit.stage.root);
    await visit.press('As a table');
    await heard('The file groups.csv is in your downloads.');
    await visit.press('As map data');
    await heard('The file groups.geojson is in your downloads.');
    await visit.press('As a picture');
    await heard('The file groups.png is in your downloads.');

    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    assert.include(await saved[0]!.text(), '"Riverside Garden","social-service","local-food"');
    const {features} = JSON.parse(await saved[1]!.text()) as {features: unknown[]};
    assert.lengthOf(features, 4);
  });

  it('offers groups on one spot as a list', async () => {
    const place = {lat: 39.5, lon: -119.8};
    const ids = ['https://a.example/', 'https://b.example/'];
    await visit.see([
      said('https://a.example/', ...ids.map((id) => ({id, name: `Group ${id.at(8)}`, place}))),
    ]);
    assert.deepEqual([...visit.marks], ['2 groups']);

    visit.root.querySelector<HTMLElement>('[role=listbox]')!.focus();
    await sendKeys({press: 'Enter'});

    await visit.reads('2 groups at this place');
    await visit.press('Group b');
    assert.equal(visit.map.selected, 1);
  });

  it('opens what a link in the address names, and leaves other fragments alone', async () => {
    location.hash = '#/some/route';
    await visit.see(REGION, 'list');
    assert.isUndefined(visit.map.selected);

    location.hash = `#ctg-map-1=group=${encodeURIComponent('https://choir.example/')}`;
    await visit.reads('Rail City Bakers gives it money. Valley Choir says no.');
    location.hash = `#ctg-map-2=group=${encodeURIComponent('https://bakery.example/')}`;
    await visit.press('Night Radio');

    assert.equal(location.hash, `#ctg-map-2=group=${encodeURIComponent('https://bakery.example/')}`);
    await visit.reads('Waiting for a first link');
    location.hash = '';
  });

  it('selects a group whose document comes after the others', async () => {
    await visit.arrive(
      html`<ctg-network-map
        view="list"
        focus="https://choir.example/"
        .documents=${REGION.slice(0, 1)}
      ></ctg-network-map>`,
    );
    await visit.isReady();
    assert.isUndefined(visit.map.selected);

    visit.map.documents = REGION;

    await visit.reads('Riverside Garden: partners. Only Riverside Garden says so.');
  });

  it('goes on offering the groups on one spot that are still there when a network comes that has fewer', async () => {
    await visit.see();
    visit.map.offer([1, 3]);
    await visit.reads('2 groups');
    const kept = visit.map.atlas!.network.groups[1]!;

    visit.map.documents = [said('https://b.example/', {id: kept.id, name: kept.name})];

    await until(() => {
      assert.deepEqual([...visit.map.together], [0]);
      const offered = [...visit.root.querySelectorAll('.together a')];
      assert.deepEqual(
        offered.map(({textContent}) => textContent),
        [kept.name],
      );
    });
  });

  for (const views of [['list'], ['graph', 'list'], ['map', 'list']])
    it(`shows a group of the list on the map (${views.join(', ')})`, async () => {
      await visit.see(REGION, views[0]);
      if (views[1]) await visit.press('List');
      await visit.press('Rail City Bakers');

      await visit.press('Show on the map');

      await until(() => {
        const {view, picture} = visit.map.scene!.stage;
        assert.isTrue(picture?.placing.isMap);
        assert.closeTo(view.x, (180 - 118.78) / 360, 1e-6);
        assert.isAbove(view.zoom, 9);
      });
    });

  it('sorts the list by what is pressed, and turns it with another press', async () => {
    await visit.see(REGION, 'list');
    const byName = ['Night Radio', 'Rail City Bakers', 'Riverside Garden', 'Valley Choir'];
    assert.deepEqual([...visit.listed], byName);

    await visit.press('Group ↑');
    await until(() => assert.deepEqual([...visit.listed], byName.toReversed()));
  });

  it('is gone through by keyboard: marks, a group, its ties, and back', async () => {
    await visit.see();
    const box = visit.root.querySelector<HTMLElement>('[role=listbox]')!;
    box.focus();
    await until(() => assert.ok(box.getAttribute('aria-activedescendant')));

    await sendKeys({press: 'End'});
    await sendKeys({press: 'Enter'});

    await until(() => assert.equal(visit.root.activeElement?.getAttribute('role'), 'heading'));
    await visit.press('Close');
    await visit.reads('Press a mark to read about a group.');
  });

  for (const view of ['map', 'graph', 'list'])
    it(`has nothing that axe would find as ${view}, with a group selected`, async () => {
      await visit.see(REGION, view);
      await assertAccessible(visit.stage.root);

      visit.map.select(0);
      await visit.reads('Connected with');
      await assertAccessible(visit.stage.root);
    });

  it('says plainly that nobody has joined, and that nothing is set up', async () => {
    await visit.arrive(
      html`<ctg-network-map .documents=${[said('https://a.example/ctg.json')]}></ctg-network-map>`,
    );
    await visit.reads('No group has joined yet.');
  });

  it('goes on without an outline that can’t be had, and tells the page why', async () => {
    const told: string[] = [];
    visit.stage.root.addEventListener('ctg-error', (event) => told.push(event.detail.code));
    await visit.arrive(
      html`<ctg-network-map .documents=${REGION} outline="/nowhere/region.geojson"></ctg-network-map>`,
    );
    await visit.isReady();

    await until(() => assert.deepEqual(told, ['not-found']));
    assert.lengthOf(visit.marks, 3);
  });

  it('shows names with markup in them as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    await visit.see([said('https://a.example/', {id: 'https://a.example/', name})], 'list');

    assert.deepEqual([...visit.listed], [name]);
    assert.isNull(visit.root.querySelector('img'));
  });
});
