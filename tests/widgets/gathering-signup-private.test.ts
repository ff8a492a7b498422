import {assert} from 'chai';
import {html} from 'lit';

import {gathering, inDays, refusal} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

describe('a private link to <ctg-gathering-signup>', () => {
  let visit: Visit;

  afterEach(() => visit.end());

  /** Signs somebody up on another device; `more` is what became of it. */
  async function signedUp(more: object = {}): Promise<void> {
    visit = new Visit({gatherings: [gathering(), gathering({id: 'walk', name: 'Walk', start: inDays(9)})]});
    visit.parish.onSignup = (signup) => visit.parish.confirm(signup, more);
    const widget = await visit.arrive();
    await widget.signUp('Supper for neighbours');
    await widget.press('Using another device, or one you share?');
    await widget.press('Forget me on this device');
    await widget.says('This device has forgotten your sign-up.');
    visit.parish.asked.length = 0;
  }

  async function follow(hash: string): Promise<GatheringSignupHarness> {
    history.replaceState(null, '', hash);
    return visit.comeBack();
  }

  /** Every way in which a link can be no link of ours. */
  const BAD: ReadonlyArray<readonly [what: string, fragment: string]> = [
    ['of another signup', '#ctg-signup-1=t0000000'],
    ['without a token', '#ctg-signup-1='],
    ['that a mail program cut off in an escape', '#ctg-signup-1=abc%E2%82'],
    ['full of markup', '#ctg-signup-1=<img src=x onerror=window.ran=1><script>window.ran=1</script>'],
    ['full of escaped markup', `#ctg-signup-1=${encodeURIComponent('"><svg onload=window.ran=1>')}`],
    ['that climbs', '#ctg-signup-1=..'],
    ['of a hundred thousand letters', `#ctg-signup-1=${'x'.repeat(100_000)}`],
  ];

  for (const [what, fragment] of BAD)
    it(`says that it does not work, and shows the list, when it is one ${what}`, async () => {
      await signedUp();

      const widget = await follow(fragment);
      await widget.says('This link does not work any more.');
      await widget.hears('This link does not work any more. Ask St Paul’s for help.');

      assert.deepEqual(widget.names, ['Supper for neighbours', 'Walk']);
      assert.notProperty(window, 'ran');
      assert.notMatch(widget.text, /onerror|onload|xxx/);
      assert.isTrue(visit.parish.asked.every((each) => each.startsWith('GET ')));
    });

  it('says the same of one that has run out', async () => {
    await signedUp();
    const link = visit.parish.link();
    visit.parish.forget();

    await (await follow(link)).says('This link does not work any more.');
  });

  it('says that nobody answers, where nobody does', async () => {
    await signedUp();
    const link = visit.parish.link();
    visit.parish.onLook = () => refusal(503, 'down');

    const widget = await follow(link);
    await widget.says("We can't reach St Paul’s right now.");

    assert.lengthOf(widget.names, 2);
  });

  it('opens the signup when it is followed on a page that is open already', async () => {
    await signedUp();
    const widget = await visit.comeBack();
    assert.lengthOf(widget.names, 2);

    location.hash = visit.parish.link();
    await widget.says("You're in, Ana.");

    assert.equal(location.hash, visit.parish.link(), 'the address belongs to the page');
    await widget.press('Change');
    await widget.says('Nothing changes until you press the button.');
    await widget.fill({Adults: '2'});
    await widget.press('Change to 2 people');
    await widget.says('2 places are yours.');
  });

  it('opens it in a widget that is made later', async () => {
    await signedUp();
    history.replaceState(null, '', visit.parish.link(2));
    const {url} = visit.parish;
    await visit.comeBack();

    await visit.stage.show(html`
      <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
      <ctg-gathering-signup endpoint=${url}></ctg-gathering-signup>
    `);

    await visit.widget(2).says("You're in, Ana.");
    assert.lengthOf(visit.widget(1).names, 2);
  });

  it('is not taken for that of a gathering which is not on the list any more', async () => {
    await signedUp();
    visit.parish.decide({}, {gathering: 'last-year'});

    const widget = await follow(visit.parish.link());

    await widget.says('This link does not work any more.');
    assert.lengthOf(widget.names, 2);
  });

  describe('in an e-mail that has to be answered', () => {
    const PENDING = {status: 'pending', waitsFor: 'email'} as const;

    it('asks first, and confirms on a press, by sending the signup again as it is', async () => {
      await signedUp(PENDING);
      const told = visit.listen('ctg-signup-change');

      const widget = await follow(visit.parish.link());
      await widget.says('Is it you, and are you coming?');
      assert.include(widget.text, 'For 1 person');
      assert.isEmpty(visit.parish.changes, 'a scanner that looks confirms nothing');
      assert.isTrue(visit.parish.asked.every((each) => each.startsWith('GET ')));
      await assertAccessibleEverywhere(visit, widget);

      await widget.press("Yes, I'm coming");
      await widget.says("You're in, Ana.");

      assert.deepEqual(visit.parish.changes, [visit.parish.sent[0]!]);
      assert.deepEqual(told, [{id: visit.parish.sent[0]!.id, gathering: 'supper', status: 'confirmed'}]);
    });

    it('says that somebody was faster, where nothing is left by then', async () => {
      await signedUp(PENDING);
      visit.parish.onChange = () => refusal(409, 'full', {places: 0});
      const widget = await follow(visit.parish.link());

      await widget.press("Yes, I'm coming");
      await widget.says('Someone was faster: this gathering is full now.');

      assert.equal(widget.focused, 'Not confirmed yet');
      assert.include(widget.text, 'Next one with places');
      await assertAccessibleEverywhere(visit, widget);
    });

    it('shows the form where the host asks something else by now', async () => {
      await signedUp(PENDING);
      visit.parish.onChange = (signup) =>
        signup.name === 'Ana Ruiz'
          ? refusal(422, 'invalid', {errors: [{pointer: '/name', detail: 'Your full name.'}]})
          : visit.parish.change(signup);
      const widget = await follow(visit.parish.link());

      await widget.press("Yes, I'm coming");
      await widget.says('Please check 1 thing');
      await widget.fill({'Your name': 'Ana Maria Ruiz'});
      await widget.send();

      await widget.says("You're in, Ana.");
    });

    it('gives the place up too, on a press', async () => {
      await signedUp(PENDING);
      const widget = await follow(visit.parish.link());

      await widget.press('Give up my place');
      await widget.says('Give up your place?');
      await widget.press('Give up my place');
      await widget.says('Done.');

      assert.isEmpty(visit.parish.booked);
    });
  });
});
