import {assert} from 'chai';

import {crowd, shown} from '../testing/league.js';
import {refusal} from '../testing/parish.js';
import {PledgeVisit} from './pledge-visit.js';

const WALL = {rel: 'wall', href: 'pledges?page={page}&value={value}&kind={kind}'};
/** What a document says that leads on from what it has itself. */
const OLDER = {rel: 'older', href: 'pledges?page=2&value=&kind='};
const ALL = 'GET /pledges?page=1&value=&kind=';

describe('the first page of a wall', () => {
  let visit: PledgeVisit;

  function visiting(options: ConstructorParameters<typeof PledgeVisit>[0]): void {
    visit = new PledgeVisit(options);
  }

  /** What is shown, by the names. */
  const names = (entries: readonly string[]): (string | undefined)[] =>
    entries.map((entry) => /^(?:Person|Newcomer) \w+/.exec(entry)?.[0]);
  const people = (from: number, to: number): string[] =>
    crowd(to)
      .slice(from)
      .map(({name}) => name);

  afterEach(() => visit.end());

  it('is what the document has, without another request', async () => {
    visiting({wall: crowd(45), pledge: {recent: crowd(45).slice(0, 20), shown: {all: 45}}});

    const widget = await visit.see('wall');

    assert.lengthOf(widget.entries, 20);
    await widget.says('Show 20 more');
    assert.deepEqual(visit.league.asked, ['GET /ctg.json']);
  });

  it('is read on from where the document says', async () => {
    visiting({
      wall: crowd(45),
      links: [WALL, OLDER],
      pledge: {recent: crowd(45).slice(0, 20), shown: {all: 45}},
    });
    const widget = await visit.see('wall');

    await widget.press('Show 20 more');
    await widget.shows(40);

    assert.deepEqual(names(widget.entries), people(0, 40));
    assert.include(widget.focused, 'Person 20');
    assert.deepEqual(visit.league.asked, ['GET /ctg.json', 'GET /pledges?page=2&value=&kind=']);
  });

  it('is read again for what it has besides, where the document does not say what comes next', async () => {
    visiting({wall: crowd(70), pledge: {recent: crowd(70).slice(0, 25), shown: {all: 70}}});
    const widget = await visit.see('wall');

    await widget.press('Show 5 more');
    await widget.shows(25);
    for (const many of [40, 60, 70]) {
      await widget.press(many === 70 ? 'Show 10 more' : 'Show 20 more');
      await widget.shows(many);
    }

    assert.deepEqual(names(widget.entries), people(0, 70));
  });

  it('leaves out nobody who came since the document was read, and shows nobody twice', async () => {
    visiting({wall: crowd(45), pledge: {recent: crowd(45).slice(0, 20), shown: {all: 45}}});
    const widget = await visit.see('wall');
    const came = ['x', 'y', 'z'].map((id) => shown({id, name: `Newcomer ${id}`}));
    visit.league.wall = [...came, ...visit.league.wall];

    await widget.press('Show 20 more');
    await widget.shows(40);
    await widget.press('Show 8 more');
    await widget.shows(48);

    assert.deepEqual(names(widget.entries), [
      ...people(0, 20),
      ...came.map(({name}) => name),
      ...people(20, 45),
    ]);
  });

  it('is all there is where the document says so', async () => {
    visiting({wall: crowd(3), pledge: {recent: crowd(3), shown: {all: 3}}});

    const widget = await visit.see('wall');

    assert.lengthOf(widget.entries, 3);
    assert.notInclude(widget.text, 'more');
    assert.deepEqual(visit.league.asked, ['GET /ctg.json']);
  });

  it('is empty without another request where nobody is to be shown', async () => {
    visiting({pledge: {shown: {all: 0}}});

    const widget = await visit.see('wall');

    await widget.says('Be the first.');
    assert.deepEqual(visit.league.asked, ['GET /ctg.json']);
  });

  for (const [why, recent] of [
    ['has only some of it', crowd(45).slice(0, 19)],
    ['has some that could not be told again', crowd(45).map((each) => ({...each, id: undefined}))],
  ] as const)
    it(`is asked for where the document ${why}`, async () => {
      visiting({wall: crowd(45), pledge: {recent, shown: {all: 100}}});

      const widget = await visit.see('wall');

      assert.lengthOf(widget.entries, 20);
      assert.deepEqual(visit.league.asked, ['GET /ctg.json', ALL]);
    });

  it('is there at once when everyone is wanted again', async () => {
    visiting({
      wall: crowd(100),
      pledge: {recent: crowd(100).slice(0, 20), shown: {all: 100, organisation: 10}},
    });
    const widget = await visit.see('wall');

    await widget.press('Organisations 10');
    await widget.shows(10);
    await widget.press('Everyone 100');
    await widget.shows(20);

    assert.deepEqual(visit.league.asked, ['GET /ctg.json', 'GET /pledges?page=1&value=&kind=organisation']);
  });

  it('stays when what comes after it can’t be had, and goes on once it can', async () => {
    visiting({wall: crowd(45), pledge: {recent: crowd(45).slice(0, 20), shown: {all: 45}}});
    const widget = await visit.see('wall');
    visit.league.onWall = () => refusal(503, 'busy');

    await widget.press('Show 20 more');
    await widget.says("We can't get the next ones right now.");
    assert.lengthOf(widget.entries, 20);

    visit.league.onWall = () => undefined;
    await widget.press('Try again');
    await widget.shows(40);
  });
});
