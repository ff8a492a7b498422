import {assert} from 'chai';
import {html} from 'lit';

import {json, refusal} from '../testing/parish.js';
import {eventually} from '../testing/eventually.js';
import {keptOnDevice} from '../testing/device.js';
import {JoiningVisit} from './joining-visit.js';

describe('<ctg-network-map> adding one’s own group', () => {
  let visit: JoiningVisit;

  beforeEach(() => {
    visit = new JoiningVisit();
  });

  afterEach(() => visit.leave());

  it('sends what was typed, its place no finer than the town, and says who looks at it', async () => {
    await visit.open();
    const heard = visit.listen<object>('ctg-group-join');
    await visit.introduce();
    await visit.fill({
      'What do you do?': 'We <b>dig</b>.',
      Website: 'riverbeds.example',
      'What can you offer others?': 'A shed\n\nTwo vans',
      'What else do you work on?': 'Quiet evenings, bees',
      Town: 'Reno',
      'Degrees north': '39,529678',
      'Degrees east': '-119.813456',
      'E-mail for everybody': 'hello@riverbeds.example',
      'Your own e-mail': 'ana@example.org',
    });
    await visit.tick('Local food', 'Love');
    await visit.reads('This is what is told of the place: 39.53, -119.81.');
    await visit.send();
    await visit.reads('The people of The Circle look at it first.');

    const [sent, ...more] = visit.circle.sent;
    assert.lengthOf(more, 0);
    const {id, at, page: _, ...said} = sent!;
    assert.deepEqual(said, {
      ctg: '1',
      name: 'River Beds',
      kind: 'group',
      needs: ['local-food', 'quiet-evenings', 'bees'],
      offers: ['A shed', 'Two vans'],
      values: ['love'],
      description: 'We <b>dig</b>.',
      url: 'https://riverbeds.example/',
      place: {label: 'Reno', lat: 39.53, lon: -119.81, precision: 'town'},
      contact: {email: 'hello@riverbeds.example'},
      email: 'ana@example.org',
      speaks: true,
      consents: [],
      language: 'en',
    });
    assert.isString(at);
    assert.deepEqual(heard, [{id, status: 'pending', delivery: 'delivered'}]);
    assert.match(visit.focused, /Thank you\. River Beds has arrived\./);
  });

  it('keeps what was typed when it is closed, the view is another, or the language is', async () => {
    await visit.open();
    await visit.fill({Name: 'River Beds'});

    await visit.press('Add your group');
    await visit.press('Connections');
    visit.map.lang = 'de';
    await visit.stage.settled();
    visit.map.lang = '';
    await visit.press('Add your group');

    await visit.hasForm();
    assert.equal(visit.control('Name').value, 'River Beds');
  });

  it('names the group’s ties by the names of the network, and asks for one that it does not know', async () => {
    await visit.open();
    await visit.introduce();
    await visit.press('Add a connection');
    assert.equal(visit.focused, 'Name of the other group');
    await visit.fill({'Name of the other group': 'valley'});
    const offered = [...visit.root.querySelectorAll('datalist option')].map((each) =>
      each.getAttribute('value'),
    );
    assert.deepEqual(offered, ['Valley Choir (Truckee)']);
    await visit.send();
    assert.deepEqual(visit.problems, ['Choose a group from the names that come up.']);

    await visit.fill({'Name of the other group': 'Valley Choir (Truckee)', 'How?': 'supplies'});
    await visit.send();
    await visit.reads('look at it first');

    assert.deepEqual(visit.circle.sent[0]!.connections, [{to: 'https://choir.example/', kind: 'supplies'}]);
  });

  it('asks to be agreed with what the document asks, and nothing is sent before', async () => {
    await visit.leave();
    visit = new JoiningVisit({
      consents: [{id: 'map', text: 'It may be shown.', version: '1', required: true}],
    });
    await visit.open();
    await visit.introduce();
    await visit.send();
    assert.deepEqual(visit.problems, ['Tick this box to go on.']);
    assert.lengthOf(visit.circle.sent, 0);

    await visit.tick('It may be shown.');
    await visit.send();
    await visit.reads('look at it first');

    assert.deepInclude(visit.circle.sent[0]!.consents![0], {id: 'map', version: '1'});
  });

  for (const [what, typed, sentence] of [
    ['nothing at all', {Name: ''}, 'Enter the name.'],
    [
      'a name of 5,000 letters',
      {Name: 'x'.repeat(5_000)},
      'This is too long. Make it 4,800 characters shorter.',
    ],
    ['a name of nothing to see', {Name: '\u200b\u200b'}, 'Enter a name that people can read.'],
    [
      'an unfinished address',
      {Website: 'river'},
      'This web address looks unfinished. A whole one looks like www.example.org.',
    ],
    ['half a spot', {'Degrees north': '39.5'}, 'Give both numbers, or none.'],
    [
      'swapped degrees',
      {'Degrees north': '-119.81', 'Degrees east': '39.53'},
      'These two numbers look swapped. Degrees north come first.',
    ],
    [
      'a spot nowhere',
      {'Degrees north': '999', 'Degrees east': 'east'},
      'Degrees north go from -90 to 90, degrees east from -180 to 180.',
    ],
    [
      'no e-mail address',
      {'E-mail for everybody': 'ana'},
      'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
    ],
  ] as const)
    it(`says in the place of the field what is wrong with ${what}, and keeps it`, async () => {
      await visit.open();
      await visit.introduce();
      await visit.fill(typed);
      await visit.send();

      assert.deepEqual(visit.problems, [sentence]);
      const [label, value] = Object.entries(typed)[0]!;
      const faulty = visit.root.querySelector<HTMLInputElement>('[aria-invalid=true]')!;
      const named = faulty.getAttribute('aria-describedby')!.split(' ').at(-1)!;
      assert.equal(visit.root.querySelector(`#${named}`)!.textContent.trim(), sentence);
      assert.equal(visit.control(label).value, value);
      assert.lengthOf(visit.circle.sent, 0);
    });

  it('takes both numbers where they are pasted into one field', async () => {
    await visit.open();
    await visit.fill({'Degrees north': '39.5296, -119.8138'});

    assert.equal(visit.control('Degrees east').value, '-119.8138');
    await visit.reads('39.53, -119.81');
  });

  it('takes the middle of the map, and where the network says that a town is', async () => {
    await visit.open(
      html`<ctg-network-map endpoint=${visit.circle.url} center="40,-120" zoom="9"></ctg-network-map>`,
    );
    await visit.press('Take the middle of the map');
    await visit.reads('This is what is told of the place: 40, -120.');
    await visit.tick('The exact place');
    await visit.fill({Town: 'truckee'});
    await visit.press('Take Truckee');

    await visit.reads('This is what is told of the place: 39.33, -120.18.');
  });

  it('tells no more than the town of a person', async () => {
    await visit.open();
    await visit.tick('The exact place', 'Myself, one person', 'This is me.');
    await visit.fill({Name: 'Ana Ruiz', 'Degrees north': '39.52967', 'Degrees east': '-119.81345'});
    await visit.send();
    await visit.reads('look at it first');

    assert.deepEqual(visit.circle.sent[0]!.place, {lat: 39.53, lon: -119.81, precision: 'town'});
  });

  it('saves it without a connection, and delivers it once after the page was closed', async () => {
    await visit.open();
    await visit.introduce();
    visit.circle.down = true;
    await visit.send();
    await visit.reads('Your group is saved on this device.');

    visit.circle.down = false;
    await visit.comeBack();
    await visit.reads('Your group is saved on this device.');
    await visit.press('Send now');
    await visit.reads('look at it first');

    assert.lengthOf(visit.circle.sent, 1);
    assert.equal(visit.circle.sent[0]!.name, 'River Beds');
  });

  it('sends one group once, however often the button is pressed', async () => {
    await visit.open();
    await visit.introduce();
    const button = visit.root.querySelector<HTMLElement>('[part~=form] [type=submit]')!;
    button.click();
    button.click();
    button.click();
    await visit.reads('look at it first');

    assert.lengthOf(visit.circle.sent, 1);
  });

  it('does not take the receipt of another for its own', async () => {
    visit.circle.onGroup = () => json({id: 'of-somebody-else', status: 'confirmed'});
    await visit.open();
    await visit.introduce();
    await visit.send();

    await visit.reads('We are not sure it arrived');
    assert.notInclude(visit.text, 'It is on the map.');
    assert.isAbove((await keptOnDevice()).size, 0);
  });

  it('says at its field what the endpoint does not take', async () => {
    visit.circle.onGroup = () =>
      refusal(422, 'invalid', {
        errors: [
          {pointer: '/url', detail: 'This website is <i>not</i> there.'},
          {pointer: '/place/lat'},
          {pointer: '/unheard/of', detail: 'Nobody knows.'},
        ],
      });
    await visit.open();
    await visit.introduce();
    await visit.send();

    await eventually(() => visit.problems.length === 2);
    assert.deepEqual(visit.problems, [
      'This website is <i>not</i> there.',
      'Degrees north go from -90 to 90, degrees east from -180 to 180.',
    ]);
    assert.equal(visit.control('Name').value, 'River Beds');
  });

  it('lets the page stop it, and says why', async () => {
    await visit.open();
    visit.stage.root.addEventListener('ctg-before-submit', (event) => {
      Object.assign(event, {reason: 'Only on Mondays.'});
      event.preventDefault();
    });
    await visit.introduce();
    await visit.send();

    await visit.reads('Only on Mondays.');
    assert.lengthOf(visit.circle.sent, 0);
  });

  it('can be opened where no group has joined yet', async () => {
    await visit.leave();
    visit = new JoiningVisit({groups: []});
    await visit.arrive(html`<ctg-network-map endpoint=${visit.circle.url}></ctg-network-map>`);
    await visit.reads('No group has joined yet.');
    await visit.press('Add your group');
    await visit.hasForm();
    await visit.introduce();
    await visit.send();

    await visit.reads('look at it first');
  });
});
