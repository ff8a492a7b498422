import {assert} from 'chai';
import {html} from 'lit';

import {shown, type LeagueOptions} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';
import type {ValuesPledgeHarness} from './values-pledge.harness.js';

const BAKERY = shown({
  id: 'bakery',
  name: 'Riverside Bakery',
  kind: 'organisation',
  url: 'https://www.bakery.example/about',
  values: ['love', 'service', 'integrity'],
  at: '2026-03-12T12:00:00Z',
});

describe('<ctg-values-pledge view="badge">', () => {
  let visit: PledgeVisit;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  function badge(id = 'bakery'): Promise<ValuesPledgeHarness> {
    return visit.arrive(
      html`<ctg-values-pledge view="badge" pledge=${id} endpoint=${visit.league.url}></ctg-values-pledge>`,
    );
  }

  afterEach(() => visit.end());

  it('says what an organisation promised and since when, in the order of the values', async () => {
    visiting({wall: [BAKERY]});

    const widget = await badge();

    await widget.says('We promised to live by Love, Integrity, and Service.');
    await widget.says('Since March 12, 2026. Our own promise, not a certificate.');
    assert.deepEqual(widget.links, ['https://stpaul.example/']);
    assert.include(visit.league.asked, 'GET /pledges/bakery/badge');
  });

  it('says whose it is on a website of somebody else', async () => {
    visiting({wall: [BAKERY]});

    const widget = await badge();

    await widget.says('This badge belongs to www.bakery.example.');
  });

  it('says nothing of it on the organisation’s own, with www or without', async () => {
    visiting({wall: [{...BAKERY, url: `http://www.${location.host}/`}]});

    const widget = await badge();

    await widget.says('We promised');
    assert.notInclude(widget.text, 'belongs to');
  });

  it('names the organisation where its website is not known', async () => {
    const {url: _, ...unknown} = BAKERY;
    visiting({wall: [unknown]});

    const widget = await badge();

    await widget.says('This badge belongs to Riverside Bakery.');
  });

  for (const [what, answer] of [
    ['does not know it', () => refusal(404, 'not-found')],
    ['is down', () => refusal(503, 'busy')],
    ['answers with another’s', () => json({ctg: '1', pledge: {recent: [{...BAKERY, id: 'other'}]}})],
    ['answers with a page', () => new Response('<!doctype html><title>Hello</title>')],
    [
      'proves values that nobody knows',
      () => json({ctg: '1', pledge: {recent: [{...BAKERY, values: ['x']}]}}),
    ],
  ] as const)
    it(`says that it can’t be confirmed where the endpoint ${what}`, async () => {
      visiting({wall: [BAKERY]});
      visit.league.onBadge = answer;

      const widget = await badge();

      await widget.says("We can't confirm this promise right now.");
      await widget.says('Look it up at stpaul.example');
      assert.notInclude(widget.text, 'We promised');
    });

  it('says so where there is no pledge to prove, or no way to', async () => {
    visiting({wall: [BAKERY], links: []});

    const widget = await badge('');

    await widget.says("We can't confirm this promise right now.");
    assert.deepEqual(visit.league.asked, ['GET /ctg.json']);
  });

  it('proves the one that the page names by now', async () => {
    visiting({wall: [BAKERY, {...BAKERY, id: 'shop', values: ['respect']}]});
    const widget = await badge();

    widget.element.pledge = 'shop';

    await widget.says('We promised to live by Respect.');
  });

  it('asks anew when it is read anew, since a promise may be taken back', async () => {
    visiting({wall: [BAKERY]});
    const widget = await badge();

    visit.league.wall = [];
    await widget.element.refresh();

    await widget.says("We can't confirm this promise right now.");
  });
});
