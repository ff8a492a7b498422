import {assert} from 'chai';
import {html} from 'lit';

import type {Group} from '../../src/protocol/group.js';
import {assertAccessible} from '../testing/axe.js';
import {MapVisit, REGION, said, until} from './network-map.harness.js';

type Answer = (
  success: PositionCallback,
  failure: PositionErrorCallback,
  options: PositionOptions | undefined,
) => void;

/** A browser that answers like this where it is asked for a place. */
class Browser {
  asked = 0;

  constructor(answer: Answer) {
    const getCurrentPosition: Geolocation['getCurrentPosition'] = (success, failure, options) => {
      this.asked += 1;
      answer(success, failure!, options);
    };
    Object.defineProperty(navigator, 'geolocation', {value: {getCurrentPosition}, configurable: true});
  }

  leave(): void {
    Reflect.deleteProperty(navigator, 'geolocation');
  }
}

const at = (latitude: number, longitude: number, accuracy = 20): Answer => {
  const coords = {latitude, longitude, accuracy} as GeolocationCoordinates;
  return (success) => success({coords, timestamp: 0} as GeolocationPosition);
};
const failing =
  (code: number): Answer =>
  (_, failure) =>
    failure({code} as GeolocationPositionError);

describe('<ctg-network-map>, near a visitor', () => {
  let visit: MapVisit;
  let browser: Browser | undefined;

  beforeEach(() => {
    visit = new MapVisit();
  });

  afterEach(() => {
    visit.end();
    browser?.leave();
    browser = undefined;
  });

  const type = async (town: string): Promise<void> => {
    await until(() => assert.ok(visit.root.querySelector('.near input')));
    visit.root.querySelector<HTMLInputElement>('.near input')!.value = town;
    await visit.press('Show what is near');
  };

  it('asks the browser only on a press, and lists the nearest first with how far they are', async () => {
    browser = new Browser(at(39.33, -120.2));
    await visit.see(REGION, 'list');
    await visit.press('Near me');
    await visit.reads('Your browser will ask you first. Your place stays on this device.');
    assert.equal(browser.asked, 0);
    await assertAccessible(visit.stage.root);

    await visit.press('Find my place');

    await until(() =>
      assert.deepEqual(
        [...visit.listed],
        ['Valley Choir', 'Riverside Garden', 'Rail City Bakers', 'Night Radio'],
      ),
    );
    assert.equal(browser.asked, 1);
    await visit.reads('about 2 km');
    await visit.reads('about 40 km');
    await until(() => assert.equal(visit.root.activeElement?.textContent, 'Nearest to you'));
    await assertAccessible(visit.stage.root);
    assert.notInclude(location.href, '39.33');
    assert.notInclude(visit.root.querySelector<HTMLAnchorElement>('tbody a')!.href, '39.33');
    assert.match(visit.map.later('weaving')!.fragment.linkHere(), /#ctg-map-1=$/);
  });

  it('says on a card how far a group is, and forgets it all when it is switched off', async () => {
    browser = new Browser(at(39.33, -120.2));
    await visit.see(REGION, 'list');
    await visit.press('Near me');
    await visit.press('Find my place');
    await visit.press('Rail City Bakers');
    await visit.reads('From you: about 123 km');

    await visit.press('Switch off');

    await until(() => assert.notInclude(visit.text, 'km'));
    assert.equal(visit.listed[0], 'Night Radio');
    await until(() => assert.equal(visit.root.activeElement?.textContent, 'Near me'));
  });

  it('shows on the map what is near, and offers it in words beside it', async () => {
    browser = new Browser(at(39.33, -120.2));
    await visit.see();
    const before = visit.map.scene!.stage.view.x;
    await visit.press('Near me');
    await visit.press('Find my place');

    await visit.reads('Nearest to you');
    await until(() => assert.notEqual(visit.map.scene!.stage.view.x, before));
    await until(() => assert.closeTo(visit.map.scene!.stage.view.x, (180 - 120.2) / 360, 1e-9));
    await assertAccessible(visit.stage.root);
    await visit.press('Riverside Garden');
    await visit.reads('From you: about 40 km');
  });

  it('has nobody’s place on paper or in a picture, which are passed on', async () => {
    browser = new Browser(at(39.33, -120.2));
    await visit.see();
    await visit.press('Near me');
    await visit.press('Find my place');
    const {stage} = visit.map.scene!;
    await until(() => assert.ok(stage.above));
    const {above} = stage;
    let painted = 0;
    stage.above = (...given) => {
      painted += 1;
      above!(...given);
    };

    dispatchEvent(new Event('beforeprint'));
    stage.paintOn(document.createElement('canvas'), false);
    assert.equal(painted, 0);
    dispatchEvent(new Event('afterprint'));
    assert.isAbove(painted, 0);
  });

  it('turns from connections to the map, since connections are nowhere', async () => {
    browser = new Browser(at(39.33, -120.2));
    await visit.see(REGION, 'graph');

    await visit.press('Near me');
    await visit.press('Find my place');

    await until(() => assert.equal(visit.map.view, 'map'));
    await until(() => assert.closeTo(visit.map.scene!.stage.view.x, (180 - 120.2) / 360, 1e-9));
  });

  for (const [code, sentence] of [
    [1, 'Your browser does not say where you are. You can type a town instead.'],
    [2, 'Your device does not know where it is. You can type a town instead.'],
    [3, 'It took too long to find your place. Try again, or type a town.'],
  ] as const)
    it(`says plainly what went wrong and offers a town instead (${code})`, async () => {
      browser = new Browser(failing(code));
      await visit.see(REGION, 'list');
      await visit.press('Near me');
      await visit.press('Find my place');

      await visit.reads(sentence);
      await assertAccessible(visit.stage.root);
      await type('TRUCK');
      await visit.reads('Nearest to Truckee');
      assert.deepEqual([...visit.listed].slice(0, 2), ['Valley Choir', 'Riverside Garden']);
      await visit.reads('less than 1 km');
    });

  it('does not take a late answer from whoever has named a town meanwhile', async () => {
    let answer = (): void => undefined;
    browser = new Browser((success, failure, options) => {
      answer = () => at(1, 1)(success, failure, options);
    });
    await visit.see(REGION, 'list');
    await visit.press('Near me');
    await visit.press('Find my place');
    await visit.reads('Waiting for your browser to say where you are.');
    await type('Fallon');
    await visit.reads('Nearest to Fallon');

    answer();

    await visit.press('Another place');
    await type('<b>nowhere</b>');
    await visit.reads('No group is in “<b>nowhere</b>”. Try another town.');
    assert.equal(visit.listed[0], 'Rail City Bakers');
  });

  it('offers towns alone where browsers tell a page nothing', async () => {
    const was = Object.getOwnPropertyDescriptor(window, 'isSecureContext')!;
    Object.defineProperty(window, 'isSecureContext', {value: false, configurable: true});
    try {
      await visit.see(REGION, 'list');
      await visit.press('Near me');
      await visit.reads('Browsers do not tell this page where you are. You can type a town instead.');
      assert.notInclude(visit.text, 'Find my place');
      await assertAccessible(visit.stage.root);

      await type('reno');

      await visit.reads('Nearest to Reno');
      assert.equal(visit.listed[0], 'Riverside Garden');
    } finally {
      Object.defineProperty(window, 'isSecureContext', was);
    }
  });

  it('suggests towns as the groups call them, as text', async () => {
    await visit.see(
      [
        ...REGION,
        said('https://x.example/', {
          id: 'https://x.example/',
          name: 'X',
          place: {label: '<i>Ely</i>', lat: 39.2, lon: -114.9},
        }),
      ],
      'list',
    );
    await visit.press('Near me');

    await until(() =>
      assert.deepEqual(
        [...visit.root.querySelectorAll('datalist option')].map(
          (option) => (option as HTMLOptionElement).value,
        ),
        ['<i>Ely</i>', 'Fallon', 'Reno', 'Truckee'],
      ),
    );
  });

  it('tells miles where roads are measured in them, and exact places exactly', async () => {
    browser = new Browser(at(39.52, -119.81));
    const group = (id: string, lat: number): Group => ({
      id,
      name: id,
      place: {label: id, lat, lon: -119.81, precision: 'exact'},
    });
    const documents = [said('https://a.example/', group('Here', 39.523), group('There', 39.56))];
    await visit.arrive(
      html`<ctg-network-map lang="en-US" view="list" .documents=${documents}></ctg-network-map>`,
    );
    await visit.isReady();
    await visit.press('Near me');
    await visit.press('Find my place');
    await visit.reads('0.2 mi');
    await visit.reads('2.8 mi');

    visit.map.lang = 'en-GB';
    await visit.reads('0.2 mi');
    visit.map.lang = 'en';
    await visit.reads('350 m');
    await visit.reads('4.4 km');
  });

  it('finds the town also where no group has a place, or none is chosen that has one', async () => {
    browser = new Browser(at(39.52, -119.81));
    await visit.see([said('https://a.example/', {id: 'https://a.example/', name: 'Radio'})], 'list');
    await visit.press('Near me');
    await until(() => assert.notOk(visit.root.querySelector('.near input')));
    await visit.press('Find my place');

    await visit.reads('None of these groups says where it is.');
    await assertAccessible(visit.stage.root);
  });
});
