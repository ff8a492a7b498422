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

describe('mistakes in the form of <ctg-gathering-signup>', () => {
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

  it('asks for a number of people where there is none', async () => {
    const widget = await formFor();

    await widget.fill({Adults: 'two'});
    await widget.introduce();
    await widget.send();

    assert.equal(widget.problemOf('Adults'), 'Choose how many people are coming.');
  });

  it('says how many may come, and whom to ask for more', async () => {
    const widget = await formFor({partyMax: 4});

    await widget.fill({Adults: '5'});
    await widget.introduce();
    await widget.send();

    assert.equal(widget.problemOf('Adults'), 'You can sign up 4 people at most. For more, ask Ruth Alvarez.');
    assert.isEmpty(visit.parish.sent);
  });

  it('asks about an address that looks like a slip, and takes it all the same', async () => {
    const widget = await formFor();

    await widget.introduce('Ana', 'ana@gmial.com');
    assert.equal(widget.helpOf('E-mail'), 'Did you mean ana@gmail.com?');

    await widget.send();
    await visit.sent();
    assert.equal(visit.parish.sent[0]!.email, 'ana@gmial.com');
  });

  it('says beside each field what is wrong with it, and in a summary that takes the focus', async () => {
    const widget = await formFor({
      questions: QUESTIONS.map((question) => ({...question, required: question.id === 'how'})),
      consents: [{id: 'ok', text: 'The host may call me', required: true}],
    });
    await widget.fill({'E-mail': 'ana', 'A friend': 'bo', 'Your driver': 'x', Plants: 'many'});

    await widget.send();

    assert.isTrue(widget.summaryHasFocus);
    assert.deepEqual(widget.problems, [
      'Enter your name.',
      'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
      'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
      'This phone number looks unfinished. Check the digits.',
      'Enter a number, like 2.',
      'Answer this question: How',
      'Tick this box to go on, or ask Ruth Alvarez for another way to sign up.',
    ]);
    assert.equal(widget.problemOf('Your name'), 'Enter your name.');
    assert.equal(widget.problemOf('Plants'), 'Enter a number, like 2.');
    assert.match(widget.problemOf('The host may call me'), /^Tick this box/);
    assert.equal(widget.problemOf('Street'), '');
    assert.include(widget.text, 'Please check 7 things');
    assert.include(widget.text, 'What you typed is still here.');
    assert.isEmpty(visit.parish.sent);
  });

  it('ties help and problem to a question whatever the host calls it', async () => {
    const widget = await formFor({
      questions: [
        {id: 'my street', type: 'text', label: 'Street', help: 'Without the number', required: true},
      ],
    });

    await widget.introduce();
    await widget.send();

    assert.equal(widget.helpOf('Street'), 'Without the number');
    assert.equal(widget.problemOf('Street'), 'Answer this question: Street');
  });

  it('leads from each line of the summary to its field', async () => {
    const widget = await formFor({
      questions: QUESTIONS.map((question) => ({...question, required: true})),
      consents: [{id: 'ok', text: 'The host may call me', required: true}],
    });
    await widget.send();

    for (const [line, label] of [
      ['Enter your name.', 'Your name'],
      ['Give an e-mail address or a phone number.', 'E-mail'],
      ['Answer this question: Street', 'Street'],
      ['Answer this question: How', 'On foot'],
      ['Answer this question: Bring', 'Cake'],
      ['Answer this question: Will you sing?', 'Yes'],
    ] as const) {
      await widget.press(line);
      assert.include(widget.focused, label);
    }
    assert.isTrue(widget.problems.some((line) => line.startsWith('Tick this box')));
    assert.equal(location.hash, '');
  });

  it('forgets what was wrong once it is right', async () => {
    const widget = await formFor();
    await widget.send();

    await widget.introduce();
    await widget.send();
    await widget.says("You're in, Ana.");

    assert.lengthOf(visit.parish.sent, 1);
  });

  it('kindly refuses a name that nobody can read, and takes every other', async () => {
    const widget = await formFor();
    await widget.introduce('\u200b\u2060');

    await widget.send();
    assert.equal(widget.problemOf('Your name'), 'Enter a name that people can read.');

    const names = ['Null', 'O’Brien-Ñúñez', '王小明', 'مريم', '👩‍👩‍👧'];
    await widget.fill({'Your name': names.join(' ')});
    await widget.send();
    await visit.sent();
    assert.equal(visit.parish.sent[0]!.name, names.join(' '));
  });

  it('says by how much a text is too long, and keeps it', async () => {
    const widget = await formFor();
    await widget.introduce();

    await widget.fill({'Food or access needs': 'x'.repeat(2_003)});
    await widget.send();

    assert.equal(widget.problemOf('Food or access needs'), 'This is too long. Make it 3 characters shorter.');
    assert.lengthOf(widget.value('Food or access needs'), 2_003);
  });
});
