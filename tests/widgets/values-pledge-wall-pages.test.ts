import {assert} from 'chai';

import {crowd} from '../testing/league.js';
import {json, refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';

/** A link to a wall that leaves choosing to the page. */
const PLAIN = [{rel: 'wall', href: 'pledges?page={page}'}];

describe('the pages of a wall', () => {
  let visit: PledgeVisit;

  function visiting(options: ConstructorParameters<typeof PledgeVisit>[0]): void {
    visit = new PledgeVisit(options);
  }

  afterEach(() => visit.end());

  it('goes on to the end although one was chosen while the next were on their way', async () => {
    const wall = crowd(80).map((entry, at) => ({...entry, values: [at < 40 ? 'love' : 'courage']}));
    visiting({wall, links: PLAIN});
    const widget = await visit.see('wall');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    visit.league.onWall = async () => {
      await held;
      return undefined;
    };

    await widget.press('Show 20 more');
    await widget.press('Courage');
    visit.league.onWall = () => undefined;
    release();
    await widget.hears('20 are shown now.');
    await widget.press('Courage');
    await widget.hears('20 of 80 are shown now.');
    for (const shown of [40, 60, 80]) {
      await widget.press('Show 20 more');
      await widget.shows(shown);
    }
  });

  it('goes on past a page on which nobody is new', async () => {
    visiting({wall: crowd(30), links: PLAIN});
    visit.league.onWall = (query) => {
      const page = Number(query.get('page'));
      // So many came meanwhile that the second page is what the first one was.
      const recent = page < 3 ? crowd(30).slice(0, 20) : crowd(30).slice(20);
      const links = page < 3 ? [{rel: 'older', href: `pledges?page=${page + 1}`}] : [];
      return json({ctg: '1', pledge: {recent}, links});
    };
    const widget = await visit.see('wall');

    await widget.press('Show 20 more');

    await widget.shows(30);
  });

  it('shows what the document has where no page of the wall can be had', async () => {
    visiting({wall: crowd(30), pledge: {recent: crowd(3)}});
    visit.league.onWall = () => refusal(503, 'busy');

    const widget = await visit.see('wall');

    assert.lengthOf(widget.entries, 3);
    await widget.says("We can't get the next ones right now.");
  });

  it('ends where a page leads to itself, or to a place that the site does not allow', async () => {
    visiting({wall: crowd(5)});
    visit.league.onWall = () =>
      json({
        ctg: '1',
        pledge: {recent: crowd(5)},
        links: [{rel: 'older', href: 'pledges?page=1&value=&kind='}],
      });

    const widget = await visit.see('wall');

    assert.lengthOf(widget.entries, 5);
    assert.deepEqual(
      widget.buttons.filter((each) => each.startsWith('Show')),
      [],
    );
  });
});
