import {sendKeys} from '@web/test-runner-commands';
import {assert} from 'chai';
import {html} from 'lit';

import {refusal} from '../testing/parish.js';
import {eventually} from '../testing/eventually.js';
import {assertAccessibleEverywhere} from './accessible.js';
import {JoiningVisit} from './joining-visit.js';

describe('<ctg-network-map> adding a group, for everybody', () => {
  let visit: JoiningVisit;

  beforeEach(() => {
    visit = new JoiningVisit({
      consents: [{id: 'map', text: 'It may be shown.', version: '1', required: true}],
    });
  });

  afterEach(() => visit.leave());

  const fits = (): boolean => {
    const root = visit.root.querySelector('.root')!;
    return root.scrollWidth <= root.clientWidth;
  };
  const judge = (): Promise<void> =>
    assertAccessibleEverywhere(visit, {
      element: visit.map,
      get fits() {
        return fits();
      },
    });
  const introduce = async (): Promise<void> => {
    await visit.introduce();
    await visit.tick('It may be shown.');
  };

  it('can be read and used: the form', async () => {
    await visit.open();
    await visit.press('Add a connection');
    await visit.fill({Town: 'Reno'});
    await judge();
  });

  it('can be read and used: the form with what is missing', async () => {
    await visit.open();
    await visit.fill({Name: 'x'.repeat(5_000), 'Degrees north': '39'});
    await visit.send();
    await judge();
  });

  it('can be read and used: what waits on this device, and whether to delete it', async () => {
    await visit.open();
    await introduce();
    visit.circle.down = true;
    await visit.send();
    await visit.reads('Your group is saved on this device.');
    await judge();

    await visit.press('Delete it');
    await visit.reads('Delete this group?');
    await judge();
  });

  it('can be read and used: a refusal', async () => {
    visit.circle.onGroup = () => refusal(403, 'refused', {detail: 'Not today.'});
    await visit.open();
    await introduce();
    await visit.send();
    await visit.reads('The Circle could not take this group.');
    await judge();
  });

  it('can be read and used: the thanks, a change, and the question before it is taken back', async () => {
    await visit.open();
    await introduce();
    await visit.send();
    await visit.reads('look at it first');
    await visit.press('Using another device, or one you share?');
    await visit.reads('Copy your private link');
    await judge();

    await visit.press('Change it');
    await visit.reads('Nothing changes until you press the button.');
    await visit.press('Keep it as it is');
    await visit.press('Take it off the map');
    await visit.reads('What it says is deleted.');
    await judge();
  });

  it('can be read and used: the file', async () => {
    await visit.open();
    await visit.fill({Name: 'River Beds'});
    await visit.press('Make a file instead');
    await visit.fill({'Where does your website live?': 'wordpress'});
    await judge();
  });

  it('can be done from the first key to the last without a pointer', async () => {
    await visit.come(html`<ctg-network-map view="list" endpoint=${visit.circle.url}></ctg-network-map>`);
    /** Goes on with the Tab key until that has the focus. */
    const reach = async (words: string): Promise<void> => {
      for (let keys = 0; keys < 120 && visit.focused !== words; keys++) await sendKeys({press: 'Tab'});
      assert.equal(visit.focused, words);
    };
    visit.root.querySelector<HTMLElement>('.search')!.focus();
    await reach('Add your group');
    await sendKeys({press: 'Enter'});
    await visit.hasForm();
    await reach('Name');
    await sendKeys({type: 'River Beds'});
    await reach('Local food');
    await sendKeys({press: ' '});
    await reach('I may speak for this group.');
    await sendKeys({press: ' '});
    await reach('It may be shown.');
    await sendKeys({press: ' '});
    await reach('Send it to The Circle');
    await sendKeys({press: 'Enter'});
    await visit.reads('look at it first');

    assert.deepInclude(visit.circle.sent[0], {name: 'River Beds', needs: ['local-food'], speaks: true});
    await eventually(() => visit.focused.startsWith('Thank you.'));
  });
});
