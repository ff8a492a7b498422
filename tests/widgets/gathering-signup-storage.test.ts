import {assert} from 'chai';

import {eventually, heard} from '../testing/eventually.js';
import {assertAccessibleEverywhere} from './accessible.js';
import {Visit} from './visit.js';

// A page of its own: the device is asked once, and its refusal is remembered for as long as the page lives.
describe('<ctg-gathering-signup> in a browser that keeps nothing (row 53)', () => {
  let visit: Visit;
  const {open} = IDBFactory.prototype;

  before(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });

  after(() => {
    IDBFactory.prototype.open = open;
  });

  beforeEach(() => {
    visit = new Visit();
  });

  afterEach(() => visit.end());

  /** True when leaving the page now would ask whether one is sure. */
  function leavingAsks(): boolean {
    return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
  }

  it('signs up all the same, and says that the device will not know', async () => {
    const widget = await visit.arrive();

    await widget.signUp();
    await widget.says("You're in, Ana.");

    assert.notInclude(widget.text, 'This device remembers your sign-up.');
    await widget.press('Using another device, or one you share?');
    await widget.says('Copy your private link');
    assert.notInclude(widget.buttons, 'Forget me on this device');
    assert.isFalse(leavingAsks());
  });

  it('asks to keep the page open while nothing could be sent, and never says that it is saved', async () => {
    const widget = await visit.arrive();
    visit.parish.down = true;
    await widget.signUp();
    await widget.says('Keep this page open until you are online.');

    assert.include(widget.text, `You don't have a place until you see "You're in".`);
    assert.notMatch(widget.text, /but saved|is saved/);
    assert.isTrue(leavingAsks());
    await assertAccessibleEverywhere(visit, widget);

    visit.parish.down = false;
    await widget.press('Send now');
    await widget.says("You're in, Ana.");
    assert.lengthOf(visit.parish.booked, 1);
    assert.isFalse(leavingAsks());
  });

  it('sends by itself when the connection is back', async () => {
    const widget = await visit.arrive();
    visit.parish.down = true;
    await widget.signUp();
    await widget.says('Keep this page open until you are online.');
    const delivered = heard<CustomEvent<{delivery: string}>>(visit.stage.root, 'ctg-signup');

    visit.parish.down = false;
    window.dispatchEvent(new Event('online'));

    assert.equal((await delivered).detail.delivery, 'delivered');
    await eventually(() => !leavingAsks());
  });
});
