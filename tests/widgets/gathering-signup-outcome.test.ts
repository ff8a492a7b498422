import {assert} from 'chai';

import {keptOnDevice} from '../testing/device.js';
import {eventually} from '../testing/eventually.js';
import {gathering, inDays, refusal} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const LATER = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
const NOT_YET = `You don't have a place yet.`;

describe('what becomes of a signup in <ctg-gathering-signup>', () => {
  let visit: Visit;

  /** The widget with a form in which everything needed is typed, for a party of `adults`. */
  async function filled(adults: number, ...gatherings: readonly object[]): Promise<GatheringSignupHarness> {
    visit = new Visit({gatherings: gatherings.length > 0 ? gatherings : [gathering(), LATER]});
    const widget = await visit.arrive();
    await widget.openForm(gatherings.length === 1 ? undefined : 'Supper for neighbours');
    await widget.introduce();
    await widget.fill({Adults: String(adults)});
    return widget;
  }

  afterEach(() => visit.end());

  it('confirmed: the name, the places, when and where', async () => {
    const widget = await filled(2);

    await widget.send();
    await widget.says("You're in, Ana.");

    assert.include(widget.text, '2 places are yours.');
    assert.match(widget.text, /When \w+day, \w+ \d+(, \d+)?, 6:00 to 7:30 pm/);
    assert.include(widget.text, 'Where Parish hall, 412 Willow Street');
    assert.equal(widget.focused, "You're in, Ana.");
    assert.equal(widget.seats['mine'], 2);
  });

  it('confirmed with the address that was kept until now, and a word of the host', async () => {
    const widget = await filled(1, gathering({place: {name: 'At a home', revealed: 'confirmed'}}));
    assert.include(widget.buttons, 'Ask the host for 1 place');
    visit.parish.onSignup = (signup) =>
      visit.parish.confirm(signup, {
        place: {name: 'At a home', address: '9 Cedar Court'},
        message: 'Ring twice.',
      });

    await widget.send();
    await widget.says("You're in, Ana.");

    assert.include(widget.text, 'At a home, 9 Cedar Court');
    assert.include(widget.text, 'They say: Ring twice.');
  });

  it('on the waiting list: which number, and that it is no place', async () => {
    const widget = await filled(2, gathering({taken: 20, waitlist: true}), LATER);
    assert.include(widget.buttons, 'Put 2 people on the waiting list');
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'waitlisted', position: 3});

    await widget.send();
    await widget.says('You are number 3 on the waiting list.');

    assert.include(widget.text, NOT_YET);
    assert.include(widget.text, 'Next one with places:');
    assert.include(widget.buttons, 'Leave the waiting list');
  });

  it('asked the host: that the host decides', async () => {
    const widget = await filled(1);
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'pending', waitsFor: 'host'});

    await widget.send();
    await widget.says('Sent. Now the host decides.');

    assert.include(widget.text, `${NOT_YET} Ruth Alvarez will tell you.`);
  });

  it('waits for an e-mail: to which address it was sent', async () => {
    const widget = await filled(1);
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'pending', waitsFor: 'email'});

    await widget.send();
    await widget.says('One more step: look in your e-mail.');

    assert.include(widget.text, 'We sent a message to ana@example.org.');
  });

  it('declined: that there is no place', async () => {
    const widget = await filled(1);
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'declined'});

    await widget.send();

    await widget.says('The host could not give you a place this time.');
  });

  it('refused: who could not take it, why, and whom to call; what was typed stays', async () => {
    const widget = await filled(1);
    visit.parish.onSignup = () => refusal(403, 'no', {detail: 'Members only.'});

    await widget.send();
    await widget.says('St Paul’s could not take this sign-up.');

    assert.include(widget.text, 'They say: Members only.');
    assert.include(widget.text, 'You can also call +1 775 555 0142.');
    assert.include(widget.focused, 'St Paul’s could not take');
    assert.equal(widget.value('Your name'), 'Ana Ruiz');
    await eventually(
      async () => ![...(await keptOnDevice()).keys()].some((key) => key.startsWith('out:')),
      'the refused message to leave the device',
    );
  });

  for (const [what, status, code, sentence] of [
    ['closed', 409, 'closed', 'Sign-up has closed in the meantime. Nothing is booked.'],
    ['gone', 404, 'not-found', 'This gathering is not on the list any more. Nothing is booked.'],
  ] as const) {
    it(`${what} meanwhile: says so, and that nothing is booked`, async () => {
      const widget = await filled(1);
      visit.parish.onSignup = () => refusal(status, code);

      await widget.send();

      await widget.says(sentence);
    });
  }

  it('refused for its fields: the endpoint’s own words beside them', async () => {
    const widget = await filled(1);
    visit.parish.onSignup = () =>
      refusal(422, 'invalid', {errors: [{pointer: '/name', detail: 'Your full name.'}, {pointer: '/email'}]});

    await widget.send();
    await widget.says('Please check 2 things');

    assert.equal(widget.problemOf('Your name'), 'Your full name.');
    assert.match(widget.problemOf('E-mail'), /^This e-mail address/);
    assert.isTrue(widget.summaryHasFocus);
  });

  it('sold out while typing: says so, keeps everything typed, and names another date', async () => {
    const widget = await filled(2);
    await widget.fill({'Food or access needs': 'No nuts'});
    visit.parish.document = {
      ...visit.parish.document,
      gatherings: [gathering({taken: 20, waitlist: true}), LATER],
    };
    visit.parish.onSignup = () => refusal(409, 'full', {places: 0});

    await widget.send();
    await widget.says('You can join the waiting list or choose another date.');

    assert.include(widget.text, 'Someone was faster: this gathering is full now.');
    assert.include(widget.text, 'Next one with places:');
    assert.equal(widget.value('Food or access needs'), 'No nuts');
    assert.equal(widget.value('Adults'), '2');

    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'waitlisted'});
    await widget.press('Put 2 people on the waiting list');
    await widget.says('You are on the waiting list.');
  });

  describe('fewer places than people', () => {
    async function short(waitlist: boolean): Promise<GatheringSignupHarness> {
      const widget = await filled(4, gathering({taken: 17, waitlist}), LATER);
      visit.parish.onSignup = () => refusal(409, 'partial', {places: 3});
      await widget.send();
      await widget.says('You need 4 places. 3 are left.');
      return widget;
    }

    it('asks what one would like, and books nothing', async () => {
      const widget = await short(true);

      assert.include(widget.text, 'Nothing is booked yet. What would you like?');
      assert.deepEqual(widget.choices, [
        'Put all 4 of us on the waiting list',
        'Take 3 places',
        'Choose another date',
      ]);
      assert.isEmpty(visit.parish.booked);
      assert.lengthOf(visit.parish.sent, 1);
    });

    it('puts all of them on the waiting list when that is the answer', async () => {
      const widget = await short(true);
      visit.parish.onSignup = (signup) => visit.parish.confirm(signup, {status: 'waitlisted'});

      await widget.press('Put 4 people on the waiting list');
      await widget.says('You are on the waiting list.');

      const [first, second] = visit.parish.sent;
      assert.isUndefined(first!.waitlist);
      assert.include(second, {waitlist: true, adults: 4});
    });

    it('lets them change who comes when some are enough, and takes only what they then say', async () => {
      const widget = await short(true);

      await widget.tick('Take 3 places');
      await widget.press('Change how many are coming');
      assert.include(widget.focused, 'Adults');
      assert.equal(widget.value('Your name'), 'Ana Ruiz');
      assert.lengthOf(visit.parish.sent, 1);

      visit.parish.onSignup = (signup) => visit.parish.confirm(signup);
      await widget.fill({Adults: '3'});
      await widget.send();
      await widget.says('3 places are yours.');
    });

    it('leads to the list for another date', async () => {
      const widget = await short(false);
      assert.deepEqual(widget.choices, ['Take 3 places', 'Choose another date']);

      await widget.tick('Choose another date');
      await widget.press('Choose another date');

      assert.include(widget.names, 'Evening walk');
      assert.isEmpty(visit.parish.booked);
    });
  });
});
