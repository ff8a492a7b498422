import {assert} from 'chai';
import {html} from 'lit';

import {gathering, inDays, type ParishOptions} from '../testing/parish.js';
import {Visit} from './visit.js';

const TWO = [
  gathering(),
  gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')}),
];

describe('<ctg-gathering-signup> before somebody signs up', () => {
  let visit: Visit;

  function visiting(...gatherings: readonly object[]): Visit {
    return (visit = new Visit({gatherings} satisfies ParishOptions));
  }

  afterEach(() => visit.end());

  it('lists what is planned, soonest first, with day, time, place and what is left', async () => {
    visiting(TWO[1]!, TWO[0]!);

    const widget = await visit.arrive();

    assert.deepEqual(widget.names, ['Supper for neighbours', 'Evening walk']);
    assert.match(widget.item('Supper for neighbours'), /6:00 to 7:30 pm, Parish hall/);
    assert.include(widget.item('Supper for neighbours'), '8 places left');
    assert.isFalse(widget.showsFallback);
  });

  it('opens a gathering, and leads back to where one was', async () => {
    visiting(...TWO);
    const widget = await visit.arrive();

    await widget.open('Evening walk');
    assert.equal(widget.heading, 'Evening walk');
    assert.equal(widget.focused, 'Evening walk');

    await widget.press('All gatherings');
    assert.equal(widget.focused, 'Evening walk');
    assert.isFalse(widget.isOpen);
  });

  it('shows agenda, host and what it is about once it is open', async () => {
    visiting(
      gathering({
        needs: ['local-food'],
        language: 'es',
        agenda: [{minutes: 10, title: 'Welcome', text: 'One minute of quiet.'}, {title: 'Round'}],
      }),
    );

    const widget = await visit.arrive();

    for (const words of [
      'Ruth Alvarez',
      'Local food',
      'Spanish',
      '10 minutes',
      'One minute of quiet.',
      'Round',
    ])
      assert.include(widget.text, words);
  });

  it('opens the only gathering there is, without a way back', async () => {
    visiting(gathering());

    const widget = await visit.arrive();

    assert.equal(widget.heading, 'Supper for neighbours');
    assert.notInclude(widget.buttons, 'All gatherings');
  });

  it('opens one at once where the page wants a single one', async () => {
    visiting(gathering({status: 'cancelled'}), TWO[1]!);

    const widget = await visit.arrive(
      html`<ctg-gathering-signup layout="single" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.equal(widget.heading, 'Evening walk');
    assert.notInclude(widget.buttons, 'All gatherings');
  });

  it('opens the one that the page names', async () => {
    visiting(...TWO);

    const widget = await visit.arrive(
      html`<ctg-gathering-signup gathering="walk" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.equal(widget.heading, 'Evening walk');
  });

  it('opens the one that a shared link names, also when the link is followed later', async () => {
    visiting(...TWO);
    location.hash = '#ctg-gathering=walk';

    const widget = await visit.arrive();
    assert.equal(widget.heading, 'Evening walk');

    location.hash = '#ctg-gathering=supper';
    await widget.says('Supper for neighbours');
    assert.equal(widget.heading, 'Supper for neighbours');
  });

  it('leaves an address alone that is not about it', async () => {
    visiting(...TWO);
    location.hash = '#/routes/of%the-page';

    const widget = await visit.arrive();

    assert.isFalse(widget.isOpen);
    assert.equal(location.hash, '#/routes/of%the-page');
  });

  it('leaves out what is over unless the page wants it', async () => {
    visiting(
      gathering({id: 'old', name: 'Last month', start: inDays(-30), end: inDays(-30, '19:00')}),
      ...TWO,
    );

    const widget = await visit.arrive();
    assert.notInclude(widget.names, 'Last month');

    widget.element.showPast = true;
    await widget.says('Earlier gatherings');
    assert.deepEqual(widget.names, ['Supper for neighbours', 'Evening walk', 'Last month']);
  });

  it('lists as many as the page wants, until more are asked for', async () => {
    visiting(...TWO, gathering({id: 'third', name: 'Third', start: inDays(11), end: inDays(11, '19:00')}));

    const widget = await visit.arrive(
      html`<ctg-gathering-signup limit="2" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.lengthOf(widget.names, 2);
    await widget.press('Show 1 more');
    assert.lengthOf(widget.names, 3);
    assert.equal(widget.focused, 'Third');
    await widget.hears('3 of 3 are shown now.');
  });

  it('starts its headings where the page says', async () => {
    visiting(...TWO);

    const widget = await visit.arrive(
      html`<ctg-gathering-signup heading-level="5" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.deepEqual(widget.headingLevels, [5, 5]);
  });

  it('draws a seat for each place: taken, still needed, free', async () => {
    visiting(gathering({capacity: 8, taken: 3, minimum: 5}));

    const widget = await visit.arrive();

    assert.deepEqual(widget.seats, {taken: 3, needed: 2, free: 3});
    assert.include(widget.text, '2 more people and it takes place.');
  });

  it('names the next date with places for a full one, and goes there', async () => {
    visiting(gathering({taken: 20}), TWO[1]!);
    const widget = await visit.arrive();
    assert.notInclude(widget.item('Supper for neighbours'), 'Sign up');

    const [next] = /(?<=Next one with places: )\w+ \d+/.exec(widget.item('Supper for neighbours')) ?? [];
    await widget.press(next!);

    assert.equal(widget.heading, 'Evening walk');
  });

  it('only shows, where nothing says how to sign up, and leads to the host’s own page', async () => {
    visit = new Visit({gatherings: [gathering({url: 'https://stpaul.example/supper'})], links: []});

    const widget = await visit.arrive();

    assert.include(widget.buttons, "Sign up on St Paul’s's own page");
    assert.include(widget.links, 'https://stpaul.example/supper');
  });

  it('keeps the address for those whom the host has said yes to', async () => {
    visiting(gathering({place: {name: 'At a home in Midtown', revealed: 'confirmed'}}));

    const widget = await visit.arrive();

    assert.include(widget.text, 'You get the address when the host says yes.');
  });

  it('links to its own page where the page says that its links start elsewhere', async () => {
    const base = Object.assign(document.createElement('base'), {href: '/elsewhere/'});
    document.head.append(base);
    try {
      const widget = await (visit = new Visit({gatherings: [gathering(), gathering({id: 'walk'})]})).arrive();
      const link = widget.element.shadowRoot!.querySelector('a')!;
      assert.equal(new URL(link.href).pathname, location.pathname);
    } finally {
      base.remove();
    }
  });
});
