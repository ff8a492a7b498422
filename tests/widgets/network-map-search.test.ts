import {sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html} from 'lit';

import {assertAccessible} from '../testing/axe.js';
import {MapVisit, REGION, said, until} from './network-map.harness.js';

describe('<ctg-network-map>, searched and sorted', () => {
  let visit: MapVisit;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => visit.end());

  const field = (): HTMLInputElement => visit.root.querySelector<HTMLInputElement>('input[type=search]')!;
  const search = (words: string): void => {
    field().value = words;
    field().dispatchEvent(new Event('input'));
  };
  const finds = (...names: readonly string[]): Promise<true> =>
    until(() => assert.deepEqual([...visit.listed], [...names]));

  it('finds groups by name, town, need and sector in the language of the page', async () => {
    await visit.arrive(html`<ctg-network-map lang="de" view="list" .documents=${REGION}></ctg-network-map>`);
    await visit.isReady();

    for (const [words, name] of [
      ['truck', 'Valley Choir'],
      ['bäckers', undefined],
      ['RAIL  city', 'Rail City Bakers'],
      ['lebensmittel', 'Riverside Garden'],
      ['glaube', 'Valley Choir'],
      ['unternehmen fallon', 'Rail City Bakers'],
    ] as const) {
      search(words);
      await finds(...(name ? [name] : []));
    }
  });

  it('finds Arabic names without their marks', async () => {
    const group = (id: string, name: string) => ({id: `https://a.example/${id}`, name});
    await visit.arrive(
      html`<ctg-network-map
        lang="ar"
        view="list"
        .documents=${[said('https://a.example/', group('1', 'مُؤَسَّسَةُ الأمل'), group('2', 'Straßenchor'))]}
      ></ctg-network-map>`,
    );
    await visit.isReady();

    search('مؤسسه الامل');
    await finds('مُؤَسَّسَةُ الأمل');
    search('strasse');
    await finds('Straßenchor');
  });

  for (const view of ['map', 'graph', 'list'])
    it(`says that nothing fits, and shows everything again (${view})`, async () => {
      await visit.see(REGION, view);
      search('nothing like it');

      await visit.reads('Nothing fits your choice.');
      await assertAccessible(visit.stage.root);
      await visit.press('Show all 4 groups');

      await until(() => assert.notInclude(visit.text, 'Nothing fits'));
      assert.equal(field().value, '');
      await until(() => assert.equal(visit.root.activeElement, field()));
      await visit.reads('4 groups');
    });

  it('says that nothing fits also where a group is selected', async () => {
    await visit.see(REGION, 'list');
    await visit.press('Valley Choir');
    search('zzz');

    await visit.reads('Nothing fits your choice.');
    await visit.reads('Connected with');
    await visit.press('Show all 4 groups');
    await until(() => assert.lengthOf(visit.listed, 4));
  });

  it('takes no more than a line, and stands what it is given all the same', async () => {
    await visit.see(REGION, 'list');
    field().focus();
    assert.equal(field().maxLength, 200);

    search('choir '.repeat(1_000));
    await finds('Valley Choir');
    search('x'.repeat(5_000));
    await finds();
    assert.isBelow(visit.map.later('weaving')!.fragment.linkHere().split('#')[1]!.length, 300);
  });

  it('offers groups that say no sector to be chosen too', async () => {
    await visit.see([...REGION, said('https://x.example/', {id: 'https://x.example/', name: 'X'})], 'list');

    await visit.press('Other1');
    await finds('X');
    assert.include(visit.map.later('weaving')!.fragment.linkHere(), '#ctg-map-1=sector=');
    await visit.press('Business1');
    await finds('Rail City Bakers', 'X');
  });

  it('is sorted by key where there is no room for a table, and turned', async () => {
    await visit.stage.show(html`<div lang="en" style="inline-size: 20em"></div>`);
    await visit.arrive(
      html`<div style="inline-size: 20em">
        <ctg-network-map view="list" .documents=${REGION}></ctg-network-map>
      </div>`,
    );
    await visit.isReady();
    const select = visit.root.querySelector('select')!;
    assert.equal(select.labels[0]!.firstElementChild!.textContent, 'Sort by');
    await assertAccessible(visit.stage.root);

    select.focus();
    await sendKeys({press: 'T'});
    await sendKeys({press: 'Enter'});
    await until(() => assert.equal(select.value, 'town'));
    await finds('Rail City Bakers', 'Night Radio', 'Riverside Garden', 'Valley Choir');
    await visit.press('Turn round');
    await finds('Valley Choir', 'Riverside Garden', 'Night Radio', 'Rail City Bakers');
    assert.equal(select.value, 'town');
  });
});
