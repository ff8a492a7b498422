import {assert} from 'chai';
import {html} from 'lit';

import {LateTimers} from '../testing/late-timers.js';
import {crowd, VALUES, type LeagueOptions} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';

const VIEWS = ['form', 'counter', 'wall', 'badge'];

describe('<ctg-values-pledge> when something is missing', () => {
  let visit: PledgeVisit;
  let timers: LateTimers | undefined;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  afterEach(async () => {
    timers?.release();
    timers = undefined;
    await visit.end();
  });

  it('says that it loads, and that it takes long, while the page’s own link stays', async () => {
    timers = new LateTimers();
    visiting();
    visit.league.onRead = () => new Promise(() => undefined);
    const widget = await visit.arriveEarly(
      html`<ctg-values-pledge endpoint=${visit.league.url}><a href="/pledge">Pledge</a></ctg-values-pledge>`,
    );
    assert.isTrue(widget.showsFallback);

    timers.pass(300);
    await widget.says('Loading');
    timers.pass(5_000);
    await widget.says('Still loading. Thank you for waiting.');
    assert.isTrue(widget.showsFallback);
  });

  for (const view of VIEWS)
    it(`says as ${view} that it can't be had, and shows it once it can`, async () => {
      visiting({wall: crowd(2)});
      visit.league.down = true;
      const widget = await visit.arriveEarly(
        html`<ctg-values-pledge view=${view} endpoint=${visit.league.url}></ctg-values-pledge>`,
      );
      await widget.says("We can't get the list right now.");

      visit.league.down = false;
      await widget.press('Try again');

      await widget.isReady();
      assert.isFalse(widget.isBlank);
    });

  for (const view of VIEWS)
    for (const [what, pledge] of [
      ['no section', undefined],
      ['a text for a section', 'love'],
      ['no values', {values: undefined}],
      ['values that are none', {values: [{label: 'No id'}, null, 7, {id: 'x'}]}],
    ] as const)
      it(`is never blank as ${view} with ${what}`, async () => {
        visiting({wall: crowd(2)});
        visit.league.onRead = () =>
          json({
            ...visit.league.document,
            pledge: typeof pledge === 'object' ? {counts: {people: 3}, ...pledge} : pledge,
          });

        const widget = await visit.see(view);

        assert.isFalse(widget.isBlank);
        assert.notMatch(widget.text, /undefined|NaN|\[object/);
      });

  it('leaves out a value that can’t be shown, says so, and keeps the others', async () => {
    visiting({pledge: {values: [...VALUES.slice(0, 3), {id: 'nameless'}, {label: 'No id'}]}});
    const errors = visit.listen<{code: string; detail: unknown[]}>('ctg-error');

    const widget = await visit.arrive();

    assert.lengthOf(widget.values, 3);
    await widget.says('We could not show 2 of the entries.');
    assert.equal(errors[0]?.code, 'dropped');
  });

  it('reads each value once where two have one id', async () => {
    visiting({pledge: {values: [...VALUES, VALUES[0]!]}});

    const widget = await visit.arrive();

    assert.lengthOf(widget.values, 5);
  });

  it('asks for the document once for all its views on a page', async () => {
    visiting({wall: crowd(2)});
    const {url} = visit.league;

    await visit.arrive(
      html`${VIEWS.map((view) => html`<ctg-values-pledge view=${view} endpoint=${url}></ctg-values-pledge>`)}`,
    );
    for (const [index] of VIEWS.entries()) await visit.widget(index + 1).isReady();

    assert.equal(visit.league.caches.length, 1);
  });

  it('goes on where it was moved to, and forgets nothing that was chosen', async () => {
    visiting();
    const widget = await visit.arrive();
    await widget.tick('Courage');
    await widget.isOpen();

    const place = document.createElement('section');
    visit.stage.root.append(place);
    place.append(widget.element);
    await widget.element.updateComplete;

    assert.equal(widget.boxes[2], 'Courage, 61 people, checked');
    await widget.tick('Love');
    assert.equal(widget.boxes[0], 'Love, 180 people, checked');
  });

  it('takes a view that nobody knows for the form', async () => {
    visiting();

    const widget = await visit.see('toString');

    await widget.says('Which values do you want to live by?');
  });

  it('speaks Arabic from right to left, and English again', async () => {
    visiting({wall: crowd(2), pledge: {goal: 250}});
    const widget = await visit.see('counter');
    await widget.says('in all.');

    widget.element.lang = 'ar';
    await widget.says('في المجموع');

    widget.element.lang = 'en';
    await widget.says('in all.');
  });

  it('says nothing of it twice in the console while it can’t be read', async () => {
    visiting();
    visit.league.onRead = () => refusal(503, 'busy');
    const widget = await visit.arriveEarly();
    await widget.says("We can't get the list right now.");

    await widget.element.refresh();

    assert.lengthOf(
      visit.console.filter((line) => line.includes('ctg-values-pledge')),
      1,
    );
  });
});
