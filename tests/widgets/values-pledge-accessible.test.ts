import {assert} from 'chai';
import {html} from 'lit';

import {loadLocale, localizerFor} from '../../src/i18n/locales.js';
import type {Localizer} from '../../src/i18n/localizer.js';
import {COUNTS, crowd, shown, values, type LeagueOptions} from '../testing/league.js';
import {refusal} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import {PledgeVisit} from './pledge-visit.js';
import type {ValuesPledgeHarness} from './values-pledge.harness.js';

const ZERO = {people: 0, organisations: 0, byValue: {}};

describe('<ctg-values-pledge> for everybody', () => {
  let visit: PledgeVisit;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  async function judge(widget: ValuesPledgeHarness): Promise<void> {
    await assertAccessibleEverywhere(visit, widget);
  }

  afterEach(() => visit.end());

  it('is so with values to choose from, and one chosen', async () => {
    visiting();
    const widget = await visit.arrive();
    await judge(widget);

    await widget.tick('Love');
    await widget.isOpen();
    await judge(widget);
  });

  for (const count of [2, 3, 12, 15])
    it(`is so with ${count} values`, async () => {
      visiting({pledge: {values: values(count), counts: ZERO}});

      await judge(await visit.arrive());
    });

  it('is so where one can only look', async () => {
    visiting({links: []});

    await judge(await visit.arrive());
  });

  it('is so where there is nothing to choose from', async () => {
    visiting({pledge: {values: []}});

    await judge(await visit.arrive());
  });

  it('is so as a counter, with old numbers too', async () => {
    visiting({pledge: {goal: 250, counts: COUNTS}});
    const widget = await visit.see('counter');
    await judge(widget);

    visit.league.down = true;
    await widget.element.refresh();
    await widget.says('This is how it was on');
    await judge(widget);
  });

  it('is so as a wall, full, chosen from, and out of reach', async () => {
    visiting({wall: [shown({kind: 'organisation', url: 'https://bakery.example/'}), ...crowd(30)]});
    const widget = await visit.see('wall');
    await judge(widget);

    await widget.press('Love');
    await judge(widget);

    visit.league.onWall = () => refusal(503, 'busy');
    await widget.press('Courage');
    await widget.says("We can't get the next ones right now.");
    await judge(widget);
  });

  it('is so as a wall on which nobody is', async () => {
    visiting();

    await judge(await visit.see('wall'));
  });

  it('is so with large Arabic letters, where an address stands between words that run the other way', async () => {
    await loadLocale('ar');
    Object.assign(document.documentElement, {lang: 'ar', dir: 'rtl'});
    try {
      const say: Localizer['t'] = (key, vars) => localizerFor('ar').t(key, vars);
      visiting();
      Object.assign(visit.stage.root.style, {inlineSize: '320px', fontSize: '32px'});
      const widget = await visit.arrive();
      await widget.tick('Love');
      await widget.isOpen();
      await widget.press(say('pledge.org'));
      await widget.fill({[say('pledge.org.url')]: 'nowhere'});
      await widget.send();
      await widget.says(say('error.kept'));

      assert.include(widget.text, 'www.example.org');
      assert.isTrue(widget.fits);
    } finally {
      Object.assign(document.documentElement, {lang: 'en', dir: 'ltr'});
    }
  });

  for (const pledge of ['bakery', 'unknown'])
    it(`is so as a badge: ${pledge}`, async () => {
      visiting({wall: [shown({id: 'bakery', kind: 'organisation', url: 'https://bakery.example/'})]});

      await judge(
        await visit.arrive(
          html`<ctg-values-pledge
            view="badge"
            pledge=${pledge}
            endpoint=${visit.league.url}
          ></ctg-values-pledge>`,
        ),
      );
    });
});
