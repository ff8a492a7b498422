import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {LateTimers} from '../testing/late-timers.js';
import {COUNTS, type LeagueOptions} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';

const MINUTE = 60_000;

describe('<ctg-values-pledge view="counter">', () => {
  let visit: PledgeVisit;
  let timers: LateTimers;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  beforeEach(() => (timers = new LateTimers()));

  afterEach(async () => {
    timers.release();
    await visit.end();
  });

  it('counts people, organisations and all of them', async () => {
    visiting({pledge: {goal: 250}});

    const widget = await visit.see('counter');

    await widget.says('212 people and 9 organisations');
    await widget.says('221 in all. 29 more to reach 250.');
    assert.closeTo(widget.bar!, (221 / 250) * 100, 0.1);
  });

  it('counts without a goal where there is none', async () => {
    visiting({pledge: {counts: {people: 1}}});

    const widget = await visit.see('counter');

    assert.equal(widget.text, '1 person');
    assert.isUndefined(widget.bar);
  });

  for (const [people, goal, sentence] of [
    [0, 100, '100 more to reach 100.'],
    [99, 100, '1 more to reach 100.'],
    [100, 100, '150 more to reach 250.'],
    [260, 100, '240 more to reach 500.'],
    [9_999, 100, '1 more to reach 10,000.'],
    [999_999, 1, '1 more to reach 1,000,000.'],
  ] as const)
    it(`has a goal of ${goal} raise itself at ${people} people`, async () => {
      visiting({pledge: {counts: {people}}});

      const widget = await visit.arrive(
        html`<ctg-values-pledge
          view="counter"
          goal=${goal}
          endpoint=${visit.league.url}
        ></ctg-values-pledge>`,
      );

      await widget.says(sentence);
    });

  for (const goal of ['-5', '0', 'many', '1e400'])
    it(`leaves a goal of ${goal} out`, async () => {
      visiting();

      const widget = await visit.arrive(
        html`<ctg-values-pledge
          view="counter"
          goal=${goal}
          endpoint=${visit.league.url}
        ></ctg-values-pledge>`,
      );

      assert.notInclude(widget.text, 'more to reach');
      await widget.says('212 people');
    });

  for (const counts of [
    {people: -3, organisations: 'nine'},
    {people: 1e308, byValue: {love: -1}},
    {people: '212'},
    'many',
    null,
  ])
    it(`never shows a number that is none: ${JSON.stringify(counts)}`, async () => {
      visiting({pledge: {counts}});

      const widget = await visit.see('counter');

      await widget.says('Be the first.');
      assert.notMatch(widget.text, /NaN|undefined|-|∞|nine/);
    });

  it('keeps quiet until enough have pledged, and leaves the link of the page there', async () => {
    visiting({pledge: {counts: {people: 40, organisations: 2}}});

    const widget = await visit.arriveEarly(
      html`<ctg-values-pledge view="counter" minimum="50" endpoint=${visit.league.url}
        ><a href="/pledge">Pledge with us</a></ctg-values-pledge
      >`,
    );
    await visit.heard('ctg-load');

    assert.equal(widget.text, '');
    assert.isTrue(widget.showsFallback);

    visit.league.count({people: 49, organisations: 1});
    await widget.element.refresh();
    await widget.says('49 people and 1 organisation');
    assert.isFalse(widget.showsFallback);
  });

  it('asks for fresh counts after a minute, through the cache, and says only what changed', async () => {
    visiting();
    const widget = await visit.see('counter');
    assert.equal(visit.league.caches.length, 1);

    timers.pass(MINUTE);
    await visit.heard('ctg-load');
    assert.deepEqual(visit.league.caches, ['default', 'no-cache']);
    assert.equal(widget.said, '');

    visit.league.count({...COUNTS, people: 213});
    timers.pass(MINUTE);
    await widget.says('213 people');
    await widget.hears('222 pledges by now.');
  });

  it('asks for nothing while nobody can see it', async () => {
    visiting();
    await visit.see('counter');
    visit.stage.root.style.display = 'none';

    timers.pass(MINUTE);
    timers.pass(MINUTE);

    assert.equal(visit.league.caches.length, 1);

    visit.stage.root.style.display = '';
    timers.pass(MINUTE);
    await visit.heard('ctg-load');
    assert.equal(visit.league.caches.length, 2);
  });

  it('asks for nothing once it is gone', async () => {
    visiting();
    await visit.see('counter');
    await visit.stage.show(html``);

    timers.pass(MINUTE);

    assert.equal(visit.league.caches.length, 1);
  });

  it('keeps the numbers that it has where they can’t be read anew, says how old they are, and tells it once', async () => {
    visiting();
    const widget = await visit.see('counter');
    const errors = visit.listen<{code: string}>('ctg-error');
    visit.league.onRead = () => refusal(503, 'busy');

    timers.pass(MINUTE);
    await widget.says('This is how it was on');
    await widget.says('212 people');
    timers.pass(MINUTE);
    await visit.asked(3);

    assert.lengthOf(errors, 1);
    visit.league.onRead = () => json(visit.league.document);
    await widget.press('Try again');
    await eventually(() => !widget.text.includes('This is how it was on'));
  });

  it('tells the form, too, how many there are by now', async () => {
    visiting();
    const widget = await visit.arrive();

    visit.league.count({people: 300, organisations: 0, byValue: {love: 250}});
    timers.pass(MINUTE);

    await widget.says('250 people');
    assert.equal(widget.heart, '300 people');
    await widget.hears('300 pledges by now.');
  });
});
