import {assert} from 'chai';

import {eventually} from '../testing/eventually.js';
import {Visit} from './visit.js';

const databases = async (): Promise<unknown[]> => (await indexedDB.databases()).map(({name}) => name);

// A page of its own: once anything was sent from a page, its database is no news.
describe('<ctg-gathering-signup> before the button is pressed', () => {
  let visit: Visit;

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => visit.end());

  it('stores nothing while one looks, opens, types and makes mistakes', async () => {
    const cookies = document.cookie;
    const widget = await visit.arrive();
    await widget.openForm();
    await widget.send();
    await widget.introduce();

    assert.isEmpty(await databases());
    assert.equal(localStorage.length + sessionStorage.length, 0);
    assert.equal(document.cookie, cookies);
    assert.isEmpty(visit.parish.sent);
    assert.deepEqual(visit.parish.asked, ['GET /ctg.json']);
  });

  it('stores it when it is pressed', async () => {
    const release = visit.parish.hold();
    const widget = await visit.arrive();

    await widget.signUp();
    await visit.sent();

    assert.deepEqual(await databases(), ['ctg']);
    release();
    await eventually(() => visit.parish.booked.length === 1);
    await widget.says("You're in, Ana.");
  });
});
