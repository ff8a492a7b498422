import {assert} from 'chai';
import {html} from 'lit';

import {crowd, daysAgo, shown, type LeagueOptions} from '../testing/league.js';
import {refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';

/** A link to a wall that leaves choosing to the page. */
const PLAIN = [{rel: 'wall', href: 'pledges?page={page}'}];

describe('<ctg-values-pledge view="wall">', () => {
  let visit: PledgeVisit;

  function visiting(options: LeagueOptions = {}): PledgeVisit {
    return (visit = new PledgeVisit(options));
  }

  afterEach(() => visit.end());

  it('shows who says what, when and about which values', async () => {
    visiting({
      wall: [
        shown(),
        shown({
          id: 'bakery',
          name: 'Riverside Bakery',
          kind: 'organisation',
          place: 'Sparks',
          url: 'https://bakery.example/',
          values: ['integrity'],
          at: '2020-03-12T10:00:00Z',
          wording: undefined,
          words: [{id: 'integrity', wording: 'We pay within a week.'}],
        }),
      ],
    });

    const widget = await visit.see('wall');

    await widget.says('What people say');
    assert.match(widget.entries[0]!, /Ana R\. Reno, yesterday “I greet the people .*” Love, Service/);
    assert.match(
      widget.entries[1]!,
      /Riverside Bakery Organisation, Sparks, March 12, 2020 “We pay.*” Integrity/,
    );
    assert.deepEqual(widget.links, ['https://bakery.example/']);
  });

  it('shows twenty, and more when they are wanted, without one twice', async () => {
    visiting({wall: crowd(45)});
    const widget = await visit.see('wall');
    assert.lengthOf(widget.entries, 20);

    // Somebody new has moved everyone by one meanwhile.
    visit.league.wall = [shown(), ...visit.league.wall];
    await widget.press('Show 20 more');
    await widget.shows(39);
    assert.include(widget.focused, 'Person 20');

    await widget.press('Show 7 more');
    await widget.shows(45);
    assert.lengthOf([...new Set(widget.entries)], 45);
    assert.deepEqual(
      widget.buttons.filter((each) => each.startsWith('Show')),
      [],
    );
  });

  it('reads out how many are shown once more came, and nothing before', async () => {
    visiting({wall: crowd(30)});
    const widget = await visit.see('wall');
    assert.equal(widget.said, '');

    await widget.press('Show 10 more');

    await widget.hears('30 of 30 are shown now.');
  });

  it('asks for the first page once, and for others when they are wanted', async () => {
    visiting({wall: crowd(45)});

    await visit.see('wall');

    assert.deepEqual(visit.league.asked, ['GET /ctg.json', 'GET /pledges?page=1&value=&kind=']);
  });

  it('has the endpoint choose by kind and value where it can', async () => {
    visiting({wall: crowd(100)});
    const widget = await visit.see('wall');

    await widget.press('Organisations 10');
    await widget.shows(10);
    assert.deepEqual(widget.pressed, ['Organisations 10']);

    await widget.press('Respect');
    await widget.hears('10 of 10 are shown now.');
    await widget.press('Love');
    await widget.says('Nothing fits your choice.');

    assert.include(visit.league.asked, 'GET /pledges?page=1&value=&kind=organisation');
    assert.include(visit.league.asked, 'GET /pledges?page=1&value=love&kind=organisation');
  });

  it('chooses itself where the endpoint can’t, and reads on until it has found some', async () => {
    visiting({wall: crowd(60), links: PLAIN});
    const widget = await visit.see('wall');

    await widget.press('Organisations 6');
    await widget.shows(2);

    await widget.press('Show 4 more');
    await widget.shows(4);
    await widget.press('Everyone 60');
    await widget.shows(20);
  });

  it('shows in steps what the document itself has, where it has no wall', async () => {
    visiting({links: [], pledge: {recent: crowd(50)}});
    const widget = await visit.see('wall');
    assert.lengthOf(widget.entries, 20);

    await widget.press('Show 20 more');
    await widget.press('Show 10 more');

    assert.lengthOf(widget.entries, 50);
    assert.deepEqual(visit.league.asked, ['GET /ctg.json']);
  });

  it('says that one would be the first', async () => {
    visiting();

    const widget = await visit.see('wall');

    await widget.says('Be the first.');
    assert.isFalse(widget.isBlank);
  });

  it('says that it can’t be had, and shows it once it can', async () => {
    visiting({wall: crowd(5)});
    visit.league.onWall = () => refusal(503, 'busy');
    const widget = await visit.see('wall');
    await widget.says("We can't get the next ones right now.");

    visit.league.onWall = () => undefined;
    await widget.press('Try again');

    await widget.says('Words 4');
    assert.lengthOf(widget.entries, 5);
  });

  it('keeps what is there when the next page can’t be had', async () => {
    visiting({wall: crowd(45)});
    const widget = await visit.see('wall');
    visit.league.onWall = () => refusal(503, 'busy');

    await widget.press('Show 20 more');
    await widget.says("We can't get the next ones right now.");
    assert.lengthOf(widget.entries, 20);

    visit.league.onWall = () => undefined;
    await widget.press('Try again');
    await widget.shows(40);
  });

  it('shows what was chosen last, whichever page comes first', async () => {
    visiting({wall: crowd(100)});
    const widget = await visit.see('wall');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    visit.league.onWall = async (query) => {
      if (query.get('value') === 'love') await held;
      return undefined;
    };

    await widget.press('Love');
    await widget.press('Courage');
    await widget.hears('20 of 20 are shown now.');
    release();
    await widget.element.updateComplete;

    assert.deepEqual(widget.pressed, ['Everyone 100', 'Courage']);
    assert.include(widget.entries[0], 'Words 2');
  });

  it('shows hostile words as words, in their own direction and no longer than is good', async () => {
    const markup = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</scr' + 'ipt>';
    visiting({
      wall: [
        shown({name: markup, place: '\u202eoneR\u2069\u202e', wording: 'x'.repeat(5_000), at: daysAgo(0)}),
        shown({
          id: 'b',
          name: '\u202eevil',
          url: 'javascript:alert(1)',
          kind: 'organisation',
          wording: markup,
        }),
        shown({id: 'c', name: '', wording: 'no name'}),
        shown({id: 'd', at: '2026-02-31T00:00:00Z', values: ['unknown', 'love']}),
      ],
    });

    const widget = await visit.see('wall');

    assert.lengthOf(widget.entries, 3);
    assert.include(widget.entries[0], markup);
    assert.include(widget.entries[0], 'today');
    assert.isBelow(widget.entries[0]!.length, 2_300);
    assert.deepEqual(widget.links, []);
    assert.isUndefined((globalThis as {ran?: number}).ran);
    assert.match(widget.entries[2]!, /Reno “.*” Love$/);
    assert.notMatch(widget.text, /Invalid|undefined|NaN/);
    assert.isTrue(widget.fits);
  });

  it('changes when the page wants another view', async () => {
    visiting({wall: crowd(3)});
    const widget = await visit.see('counter');

    widget.element.view = 'wall';
    await widget.says('Words 2');
    widget.element.view = 'form';
    await widget.says('Which values do you want to live by?');
  });

  it('is not asked for again when the page is only looked at', async () => {
    visiting({wall: crowd(3)});
    const widget = await visit.see('wall');

    await widget.press('Everyone 3');

    assert.isBelow(visit.league.asked.length, 4);
    await visit.stage.show(html``);
  });
});
