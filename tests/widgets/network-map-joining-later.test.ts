import {assert} from 'chai';

import {forgetDevice} from '../testing/device.js';
import {eventually} from '../testing/eventually.js';
import {JoiningVisit} from './joining-visit.js';

describe('<ctg-network-map> coming back to a group that was added', () => {
  let visit: JoiningVisit;

  beforeEach(async () => {
    visit = new JoiningVisit();
    await visit.open();
    await visit.fill({'What do you do?': 'We dig.', 'What can you offer others?': 'A shed'});
    await visit.introduce();
    await visit.send();
    await visit.reads('look at it first');
  });

  afterEach(() => visit.leave());

  it('shows on the map what its host has shown', async () => {
    visit.circle.show();
    await visit.comeBack();
    await visit.press('Add your group');
    await visit.reads('It is on the map.');

    await eventually(() => visit.root.querySelector('[part=detail]')!.textContent.includes('River Beds'));
  });

  it('changes it under the same id, with all that it said before', async () => {
    const changes = visit.listen<object>('ctg-group-change');
    visit.circle.kept = {...visit.circle.kept!, image: 'https://riverbeds.example/a.jpg'};
    await visit.press('Change it');
    await visit.reads('Nothing changes until you press the button.');
    assert.equal(visit.control('What can you offer others?').value, 'A shed');
    await visit.fill({'What do you do?': 'We dig and sow.'});
    await visit.send();
    await visit.reads('Your change has arrived.');

    const [{id} = {id: ''}] = visit.circle.sent;
    assert.deepInclude(visit.circle.kept, {
      id,
      name: 'River Beds',
      description: 'We dig and sow.',
      offers: ['A shed'],
      image: 'https://riverbeds.example/a.jpg',
    });
    assert.deepEqual(changes, [{id, status: 'pending'}]);
  });

  it('takes it off the map after a question, here and by a private link on another device', async () => {
    await visit.stage.show(undefined as never);
    await forgetDevice();
    history.replaceState(null, '', '#ctg-group-1=secret');
    await visit.come();
    await visit.reads('Thank you. River Beds has arrived.');
    const gone = visit.listen<object>('ctg-group-withdraw');
    await visit.press('Take it off the map');
    await visit.reads('What it says is deleted.');
    assert.isDefined(visit.circle.kept, 'a look changes nothing');
    await visit.press('Take it off the map');
    await visit.reads('Done. Your group is off the map');

    assert.isUndefined(visit.circle.kept);
    assert.lengthOf(gone, 1);
    await visit.press('Add another group');
    await visit.hasForm();
    assert.equal(visit.control('Name').value, '');
  });

  it('takes another group from the same device, and asks about it apart', async () => {
    await visit.press('Add another group');
    await visit.hasForm();
    await visit.introduce('Night Radio');
    await visit.send();
    await visit.reads('Thank you. Night Radio has arrived.');

    assert.deepEqual(
      visit.circle.sent.map(({name}) => name),
      ['River Beds', 'Night Radio'],
    );
    assert.lengthOf(new Set(visit.circle.sent.map(({id}) => id)), 2);
  });
});
