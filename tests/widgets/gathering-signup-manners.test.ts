import {assert} from 'chai';
import {html} from 'lit';

import {keepOnDevice, keptOnDevice} from '../testing/device.js';
import {gathering, inDays} from '../testing/parish.js';
import {translate} from '../testing/translate.js';
import {Visit} from './visit.js';

describe('<ctg-gathering-signup> and whoever else is on the page', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit({
      gatherings: [
        gathering(),
        gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')}),
      ],
    });
  });

  afterEach(() => visit.end());

  it('says the right numbers after a translator has wrapped every word (row 81)', async () => {
    visit.parish.document = {...visit.parish.document, gatherings: [gathering({capacity: 20, taken: 15})]};
    const widget = await visit.arrive();
    assert.include(widget.text, '5 places left');

    translate(visit.stage.root);
    visit.parish.document = {...visit.parish.document, gatherings: [gathering({capacity: 20, taken: 19})]};
    await widget.element.refresh();
    await widget.says('1 place left');
    assert.notInclude(widget.text, '5 places left');

    await widget.openForm();
    translate(visit.stage.root);
    await widget.press('One adult more');
    assert.equal(widget.sum, '2 places in all. 1 is left.');
    assert.include(widget.buttons, 'Sign up 2 people');
  });

  it('recovers when somebody empties what it has drawn (row 82)', async () => {
    const widget = await visit.arrive();
    for (const child of widget.element.children) child.remove();
    const foreign = document.createElement('grammarly-extension');
    widget.element.shadowRoot!.append(foreign);
    widget.element.append(foreign.cloneNode());

    await widget.open('Evening walk');

    assert.equal(widget.heading, 'Evening walk');
  });

  it('tells the page ids and states, and never who somebody is', async () => {
    const told = ['ctg-load', 'ctg-signup', 'ctg-outbox', 'ctg-error', 'ctg-share', 'ctg-signup-cancel'].map(
      (type) => visit.listen<object>(type),
    );
    const widget = await visit.arrive();
    await widget.openForm('Evening walk');
    await widget.introduce('Zacharias', 'zach@secret.example');
    await widget.fill({Phone: '+1 775 555 0177'});
    visit.parish.down = true;
    await widget.send();
    await widget.says('Not sent yet, but saved');
    visit.parish.down = false;
    await widget.press('Send now');
    await widget.says("You're in, Zacharias.");

    const {id} = visit.parish.sent[0]!;
    assert.deepEqual(told[0]![0], {entries: 2});
    assert.deepEqual(told[1], [
      {id, gathering: 'walk', status: 'waiting', delivery: 'waiting'},
      {id, gathering: 'walk', status: 'confirmed', delivery: 'delivered'},
    ]);
    assert.deepEqual(told[2], [{waiting: 1}, {waiting: 0}]);
    const everything = JSON.stringify([told, visit.console, location.href, visit.parish.asked]);
    assert.notMatch(everything, /Zacharias|secret|0177/);
  });

  it('says each sentence to screen readers once', async () => {
    const widget = await visit.arrive();
    const said: string[] = [];
    const line = widget.element.shadowRoot!.querySelector('.said')!;
    new MutationObserver(() => line.textContent && said.push(line.textContent)).observe(line, {
      childList: true,
    });
    assert.equal(line.getAttribute('role'), 'status');
    assert.equal(line.textContent, '');

    await widget.openForm('Evening walk');
    await widget.introduce();
    visit.parish.down = true;
    await widget.send();
    await widget.says('Not sent yet, but saved');
    await widget.press('Delete it');
    await widget.press('Delete it');
    await widget.hears('Deleted. It was not sent.');

    assert.deepEqual(said, ['Sending', 'Deleted. It was not sent.']);
  });

  it('keeps what waits through a reload, and sends it once when the endpoint is back', async () => {
    const widget = await visit.arrive();
    visit.parish.down = true;
    await widget.signUp('Evening walk');
    await widget.says('Not sent yet, but saved');
    visit.parish.down = false;

    const back = await visit.comeBack();
    await back.says('1 sign-up is waiting on this device.');
    await back.press('Send now');
    await back.says("You're in.");

    assert.lengthOf(visit.parish.sent, 1);
    assert.include(back.item('Evening walk'), 'Show my sign-up');
    const keys = [...(await keptOnDevice()).keys()];
    assert.deepEqual(keys, [`mine:${visit.parish.sent[0]!.id}`]);
  });

  it('says of records that nobody can read any more that they are there', async () => {
    await keepOnDevice('out:broken', {v: 1, nonsense: true});

    const widget = await visit.arrive(
      html`<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    await widget.says("1 saved sign-up can't be read any more.");
    assert.lengthOf(widget.names, 2);
  });
});
