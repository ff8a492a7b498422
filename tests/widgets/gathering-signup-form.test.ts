import {assert} from 'chai';

import {gathering} from '../testing/parish.js';
import type {GatheringSignupHarness} from './gathering-signup.harness.js';
import {Visit} from './visit.js';

const QUESTIONS = [
  {id: 'street', type: 'text', label: 'Street'},
  {id: 'story', type: 'textarea', label: 'Your story'},
  {id: 'friend', type: 'email', label: 'A friend'},
  {id: 'driver', type: 'tel', label: 'Your driver'},
  {id: 'plants', type: 'number', label: 'Plants'},
  {id: 'from', type: 'date', label: 'From which day'},
  {id: 'diet', type: 'select', label: 'Food', options: [{value: 'veg', label: 'Vegetarian'}]},
  {
    id: 'how',
    type: 'radio',
    label: 'How',
    options: [
      {value: 'foot', label: 'On foot'},
      {value: 'car', label: 'By car'},
    ],
  },
  {
    id: 'bring',
    type: 'checkbox',
    label: 'Bring',
    options: [
      {value: 'cake', label: 'Cake'},
      {value: 'tea', label: 'Tea'},
    ],
  },
  {id: 'sing', type: 'checkbox', label: 'Will you sing?'},
];

describe('the form of <ctg-gathering-signup>', () => {
  let visit: Visit;

  async function formFor(
    more: Parameters<typeof gathering>[0] = {},
    publisher = {},
  ): Promise<GatheringSignupHarness> {
    visit = new Visit({gatherings: [gathering(more)], publisher});
    const widget = await visit.arrive();
    await widget.openForm();
    return widget;
  }

  afterEach(() => visit.end());

  it('begins with one adult, nothing ticked and the focus on its heading', async () => {
    const widget = await formFor({consents: [{id: 'news', text: 'Tell me more'}]});

    assert.equal(widget.value('Adults'), '1');
    assert.equal(widget.value('Children'), '0');
    assert.isFalse(widget.isTicked('Tell me more'));
    assert.equal(widget.focused, 'Supper for neighbours');
  });

  it('counts the party, says the sum and what is left, and names the number on the button', async () => {
    const widget = await formFor();

    await widget.press('One adult more');
    await widget.press('One child more');

    assert.equal(widget.sum, '3 places in all. 8 are left.');
    assert.include(widget.buttons, 'Sign up 3 people');
  });

  it('never counts fewer than one adult and no child', async () => {
    const widget = await formFor();

    await widget.press('One adult fewer');
    await widget.press('One child fewer');

    assert.equal(widget.value('Adults'), '1');
    assert.equal(widget.value('Children'), '0');
  });

  it('reads the digits of any script', async () => {
    const widget = await formFor();

    await widget.fill({Adults: '٢', Children: '३'});
    await widget.introduce();
    await widget.send();
    await visit.sent();

    assert.include(visit.parish.sent[0], {adults: 2, children: 3});
  });

  for (const [contact, has, hasNot] of [
    ['email', 'E-mail', 'Phone'],
    ['phone', 'Phone', 'E-mail'],
  ] as const) {
    it(`asks for ${has} alone where the host wants that`, async () => {
      const widget = await formFor({contact});

      assert.include(widget.labels, has);
      assert.notInclude(widget.labels, hasNot);

      await widget.fill({'Your name': 'Ana'});
      await widget.send();
      assert.match(widget.problemOf(has), /^Give your/);
    });
  }

  it('takes either e-mail or phone, and needs one of them', async () => {
    const widget = await formFor();
    await widget.fill({'Your name': 'Ana'});

    await widget.send();
    assert.deepEqual(widget.problems, ['Give an e-mail address or a phone number.']);

    await widget.fill({Phone: '+1 775 555 0199'});
    await widget.send();
    await visit.sent();
    assert.equal(visit.parish.sent[0]!.phone, '+1 775 555 0199');
  });

  it('sends every answer in the type of its question', async () => {
    const widget = await formFor({questions: QUESTIONS});
    await widget.introduce();

    await widget.fill({
      Street: ' Willow ',
      'Your story': 'Long',
      'A friend': 'bo@example.org',
      'Your driver': '775 555 0101',
      Plants: '3',
      'From which day': '2027-01-02',
      Food: 'veg',
    });
    await widget.tick('By car', 'Cake', 'Tea', 'Yes');
    await widget.send();
    await visit.sent();

    assert.deepEqual(visit.parish.sent[0]!.answers, {
      street: 'Willow',
      story: 'Long',
      friend: 'bo@example.org',
      driver: '775 555 0101',
      plants: 3,
      from: '2027-01-02',
      diet: 'veg',
      how: 'car',
      bring: ['cake', 'tea'],
      sing: true,
    });
  });

  it('sends nothing for questions that were skipped', async () => {
    const widget = await formFor({questions: QUESTIONS});

    await widget.introduce();
    await widget.tick('Cake', 'Cake');
    await widget.send();
    await visit.sent();

    assert.deepEqual(visit.parish.sent[0]!.answers, {});
  });

  it('sends what was agreed to, in which version and when, and nothing else', async () => {
    const widget = await formFor({
      consents: [
        {id: 'contact', text: 'The host may call me', version: '2026-01', required: true},
        {id: 'news', text: 'Tell me more', version: '2026-02'},
      ],
    });
    assert.include(widget.text, "Tell me more You don't have to.");

    await widget.introduce();
    await widget.tick('The host may call me');
    await widget.send();
    await visit.sent();

    const [agreed, ...others] = visit.parish.sent[0]!.consents;
    const {at, ...rest} = agreed!;
    assert.deepEqual(rest, {id: 'contact', version: '2026-01'});
    assert.closeTo(Date.parse(at), Date.now(), 60_000);
    assert.isEmpty(others);
  });

  it('asks for a note in the host’s name, and sends it', async () => {
    const widget = await formFor({questions: [QUESTIONS[6]]});

    await widget.introduce();
    await widget.fill({'Anything else Ruth Alvarez should know?': 'One of us uses a wheelchair.'});
    await widget.send();
    await visit.sent();

    assert.equal(visit.parish.sent[0]!.note, 'One of us uses a wheelchair.');
  });

  it('says to whom it all goes, at which address, and for how long', async () => {
    const privacy = {url: 'https://stpaul.example/privacy', keepDays: 30};

    const widget = await formFor({}, {privacy});

    assert.include(widget.privacy, `goes to St Paul’s, at ${new URL(visit.parish.url).host}, to plan`);
    assert.include(widget.privacy, 'St Paul’s deletes it 30 days later.');
    assert.include(widget.privacy, 'Privacy notice (stpaul.example)');
  });

  it('says that nobody knows for how long, where nobody does', async () => {
    const widget = await formFor();

    assert.include(widget.privacy, 'Ask St Paul’s how long they keep it.');
  });

  it('sends the page without what its address may carry in private', async () => {
    history.replaceState(null, '', `${location.pathname}${location.search}#ctg-gathering=supper`);
    const widget = await formFor();

    await widget.introduce();
    await widget.send();
    await visit.sent();

    const {page, language, gathering: id, ctg} = visit.parish.sent[0]!;
    assert.equal(page, location.origin + location.pathname);
    assert.deepEqual([ctg, id, language], ['1', 'supper', 'en']);
  });

  it('has what was typed in it still there after a look at the list', async () => {
    visit = new Visit({gatherings: [gathering(), gathering({id: 'walk', name: 'Evening walk'})]});
    const widget = await visit.arrive();
    await widget.openForm('Supper for neighbours');
    await widget.fill({'Your name': 'Ana', Adults: '3'});

    await widget.press('All gatherings');
    await widget.openForm('Evening walk');

    assert.equal(widget.value('Your name'), 'Ana');
    assert.equal(widget.value('Adults'), '3');
  });
});
