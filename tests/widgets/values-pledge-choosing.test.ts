import {assert} from 'chai';
import {html} from 'lit';

import {values, type LeagueOptions} from '../testing/league.js';
import {PledgeVisit} from './pledge-visit.js';

const ZERO = {people: 0, organisations: 0, byValue: {}};

describe('<ctg-values-pledge> before somebody pledges', () => {
  let visit: PledgeVisit;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  afterEach(() => visit.end());

  it('shows the values with what they mean and how many chose each', async () => {
    visiting();

    const widget = await visit.arrive();

    await widget.says('Which values do you want to live by?');
    assert.lengthOf(widget.values, 5);
    assert.match(widget.values[0]!, /Love.*Caring for the good of others.*180 people/);
    assert.equal(widget.heart, '212 people');
    assert.isFalse(widget.showsFallback);
  });

  it('reads a value out as one sentence, and what it means after it', async () => {
    visiting();

    const widget = await visit.arrive();

    assert.equal(widget.boxes[0], 'Love, 180 people, not checked');
    assert.equal(widget.definitionOf('Love'), 'Caring for the good of others');
  });

  it('takes heading, text and button from the document', async () => {
    visiting({pledge: {title: 'What is your intention?', text: 'Take your time.', button: 'I intend to'}});

    const widget = await visit.arrive();

    for (const words of ['What is your intention?', 'Take your time.']) assert.include(widget.text, words);
    assert.include(widget.buttons, 'I intend to');
  });

  it('ticks a value in the list and in the flower at once, whichever is pressed', async () => {
    visiting();
    const widget = await visit.arrive();

    await widget.tick('Love');
    assert.equal(widget.boxes[0], 'Love, 180 people, checked');
    assert.deepEqual(widget.petals, [true, false, false, false, false]);

    await widget.pressPetal('Courage');
    assert.equal(widget.boxes[2], 'Courage, 61 people, checked');
    assert.deepEqual(widget.petals, [true, false, true, false, false]);

    await widget.pressPetal('Love');
    assert.equal(widget.boxes[0], 'Love, 180 people, not checked');
  });

  it('lights the petal of the value that has the focus', async () => {
    visiting();
    const widget = await visit.arrive();
    assert.isUndefined(widget.lit);

    await widget.reach('Service');
    assert.equal(widget.lit, 'Service');
    assert.equal(widget.focused, 'Service, 143 people');

    await widget.leave();
    assert.isUndefined(widget.lit);
  });

  it('opens the form when a value is chosen, and keeps the focus where it is', async () => {
    visiting();
    const widget = await visit.arrive();
    assert.isFalse(widget.hasForm);
    await widget.reach('Love');

    await widget.tick('Love');
    await widget.isOpen();

    assert.equal(widget.focused, 'Love, 180 people');
    assert.equal(widget.boxes[0], 'Love, 180 people, checked');
  });

  it('opens the form by its button too, and says what is missing', async () => {
    visiting();
    const widget = await visit.arrive();

    await widget.press('Count me in');
    await widget.isOpen();

    await widget.says('Choose at least one value.');
  });

  for (const [count, shapes] of [
    [3, 3],
    [12, 12],
    [15, 15],
    [2, 2],
  ] as const)
    it(`has a petal or a bar for each of ${count} values`, async () => {
      visiting({pledge: {values: values(count), counts: ZERO}});

      const widget = await visit.arrive();

      assert.equal(widget.shapes, shapes);
      await widget.pressPetal('Value 2');
      assert.equal(widget.boxes[1], 'Value 2, checked');
    });

  it('says once that one would be the first, and not at every value', async () => {
    visiting({pledge: {counts: ZERO}});

    const widget = await visit.arrive();

    assert.equal(widget.text.split('Be the first.').length - 1, 1);
    assert.equal(widget.boxes[0], 'Love, not checked');
    assert.equal(widget.heart, '0 people');
  });

  it('counts nothing where the document does not', async () => {
    visiting({pledge: {counts: undefined}});

    const widget = await visit.arrive();

    assert.equal(widget.boxes[0], 'Love, not checked');
    assert.equal(widget.heart, '');
    assert.notInclude(widget.text, 'Be the first.');
  });

  it('writes large numbers short in the heart and whole in the list', async () => {
    visiting({pledge: {counts: {people: 12_345, organisations: 3, byValue: {love: 10_000}}}});

    const widget = await visit.arrive();

    assert.equal(widget.heart, '12K people');
    assert.include(widget.boxes[0], '10,000 people');
  });

  it('shows the values to look at where nobody can pledge, and says so', async () => {
    visiting({links: []});

    const widget = await visit.arrive();

    assert.lengthOf(widget.values, 5);
    assert.deepEqual(widget.boxes, []);
    assert.deepEqual(widget.buttons, []);
    await widget.says("You can't pledge on this page.");
    await widget.pressPetal('Love');
    assert.isFalse(widget.hasForm);
  });

  it('says that there is nothing to choose from, and never shows a blank', async () => {
    visiting({pledge: {values: []}});

    const widget = await visit.arrive();

    await widget.says('There are no values to choose from right now.');
    assert.isFalse(widget.isBlank);
  });

  it('takes ids that are no names of anything in a page', async () => {
    const odd = ['toString', 'a b"c', '__proto__x', '#x > y'].map((id) => ({
      id,
      label: id,
      definition: `of ${id}`,
    }));
    visiting({pledge: {values: odd, counts: {people: 1, byValue: {'a b"c': 7}}}});
    const widget = await visit.arrive();

    await widget.tick('a b"c');

    assert.equal(widget.boxes[1], 'a b"c, 7 people, checked');
    assert.equal(widget.definitionOf('a b"c'), 'of a b"c');
    await widget.isOpen();
  });

  it('starts its headings at the level that the page wants', async () => {
    visiting();

    const widget = await visit.arrive(
      html`<ctg-values-pledge heading-level="2" endpoint=${visit.league.url}></ctg-values-pledge>`,
    );

    assert.deepEqual(widget.headingLevels, [2]);
  });
});
