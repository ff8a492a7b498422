import {assert} from 'chai';
import {html} from 'lit';

import {gathering, inDays} from '../testing/parish.js';
import {BrowseHarness} from './gathering-signup-browse.harness.js';
import {Visit} from './visit.js';

/** A dozen gatherings of a town, about two needs, in two languages, by two kinds of host. */
const TOWN = Array.from({length: 12}, (_, i) =>
  gathering({
    id: `g${i}`,
    name: `Gathering ${i + 1}`,
    start: inDays(3 + i),
    end: inDays(3 + i, '20:00'),
    needs: [i % 3 === 0 ? 'housing' : 'local-food', ...(i === 0 ? ['knitting-circle'] : [])],
    sector: i < 8 ? 'religious' : 'business',
    language: i === 5 ? 'es-MX' : 'en',
  }),
);

const monthly = (count: number): object[] =>
  Array.from({length: count}, (_, i) =>
    gathering({
      id: `monthly-${i}`,
      name: 'Connections Gathering',
      start: inDays(7 + 30 * i),
      end: inDays(7 + 30 * i, '20:00'),
      series: {id: 'monthly', label: 'First Thursday of the month'},
      ...(i === 1 && {taken: 20}),
    }),
  );

describe('Many gatherings in <ctg-gathering-signup>', () => {
  let visit: Visit;

  const visiting = (...gatherings: readonly object[]): Visit => (visit = new Visit({gatherings}));

  const showing = async (layout: 'cards' | 'list' = 'list'): Promise<BrowseHarness> => {
    const {url} = visit.parish;
    const widget = await visit.arrive(
      html`<ctg-gathering-signup layout=${layout} endpoint=${url}></ctg-gathering-signup>`,
    );
    return new BrowseHarness(widget.element);
  };

  afterEach(() => visit.end());

  it('stand side by side as cards where there is room, and below each other where there is not', async () => {
    visiting(...TOWN.slice(0, 4));
    const widget = await showing('cards');
    const columns = (): number => new Set(widget.boxes.map(({left}) => Math.round(left))).size;

    visit.stage.root.style.inlineSize = '900px';
    assert.isAbove(columns(), 1);

    visit.stage.root.style.inlineSize = '400px';
    assert.equal(columns(), 1);
    assert.isTrue(widget.fits);
  });

  it('change their looks when the page changes its mind, also while the looks are on their way', async () => {
    visiting(...TOWN.slice(0, 3));
    const {element} = await visit.arriveEarly(
      html`<ctg-gathering-signup layout="cards" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );
    const widget = new BrowseHarness(element);
    element.layout = 'list';

    await widget.isReady();

    assert.lengthOf(widget.names, 3);
    assert.isFalse(widget.areCards);
    element.layout = 'cards';
    await element.updateComplete;
    assert.isTrue(widget.areCards);
  });

  it('are one entry when they are one series, with the other dates behind it', async () => {
    visiting(...monthly(6), TOWN[0]!);

    const widget = await showing();

    assert.deepEqual(widget.names, ['Gathering 1', 'Connections Gathering']);
    assert.include(widget.item('Connections Gathering'), 'First Thursday of the month: 5 more dates');

    await widget.unfold('First Thursday of the month: 5 more dates');
    assert.lengthOf(widget.dates, 5);
    assert.include(widget.dates[0]!, 'Full');
    assert.include(widget.dates[1]!, '8 places left');
  });

  it('open at the date that was chosen in a series, and come back to it', async () => {
    visiting(...monthly(6), TOWN[0]!);
    const widget = await showing();
    await widget.unfold('First Thursday of the month: 5 more dates');
    const chosen = widget.dates[2]!.replace(/ 8 places left$/, '');

    await widget.press(chosen);
    assert.isTrue(widget.isOpen);
    assert.include(widget.text, chosen);

    await widget.press('All gatherings');
    assert.equal(widget.focused, chosen);
    assert.lengthOf(widget.dates, 5);
  });

  it('stay few on the screen in a series of ten thousand dates', async () => {
    const start = inDays(2);
    visiting(
      ...Array.from({length: 9_999}, (_, i) =>
        gathering({id: `d${i}`, start, end: undefined, series: {id: 'daily'}}),
      ),
      TOWN[11]!,
    );

    const widget = await showing();

    assert.deepEqual(widget.names, ['Supper for neighbours', 'Gathering 12']);
    await widget.unfold('9,998 more dates');
    assert.lengthOf(widget.dates, 6);
    await widget.press('Show 20 more');
    assert.lengthOf(widget.dates, 26);
  });

  it('that are over come last, the latest of them first', async () => {
    const over = (days: number): object =>
      gathering({
        id: `over${days}`,
        name: `${days} days ago`,
        start: inDays(-days),
        end: inDays(-days, '20:00'),
      });
    visiting(over(40), over(10), ...TOWN.slice(0, 2));

    const widget = await visit.arrive(
      html`<ctg-gathering-signup show-past endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.deepEqual(widget.names, ['Gathering 1', 'Gathering 2', '10 days ago', '40 days ago']);
    assert.include(widget.text, 'Earlier gatherings');
  });

  for (const [attribute, value, names] of [
    ['need', 'housing', ['Gathering 1', 'Gathering 4', 'Gathering 7', 'Gathering 10']],
    ['need', ' knitting-circle  nothing', ['Gathering 1']],
    ['sector', 'business', ['Gathering 9', 'Gathering 10', 'Gathering 11', 'Gathering 12']],
    ['spoken', 'es', ['Gathering 6']],
    ['spoken', 'es-AR', []],
  ] as const) {
    it(`are limited by the page: ${attribute}="${value}"`, async () => {
      visiting(...TOWN, gathering({id: 'bare'}));
      const widget = await visit.arriveEarly(
        html`<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>`,
      );
      widget.element.setAttribute(attribute, value);

      await widget.isReady();

      // One alone is opened at once.
      assert.deepEqual(widget.isOpen ? [widget.heading] : widget.names, names as readonly string[]);
    });
  }

  describe('with facets', () => {
    it('can be chosen among by need, sector and language, with what each choice would give', async () => {
      visiting(...TOWN);

      const widget = await showing();

      assert.deepEqual(widget.facets, [
        'What it is about: Local food 8, Housing 4, Knitting circle 1',
        'Who invites: Faith community 8, Business 4',
        'Language: English 11, Spanish 1',
      ]);
    });

    it('show what fits, count anew, and say how many there are', async () => {
      visiting(...TOWN);
      const widget = await showing();

      await widget.choose('Housing');

      assert.deepEqual(widget.names, ['Gathering 1', 'Gathering 4', 'Gathering 7', 'Gathering 10']);
      assert.include(widget.facets, 'Who invites: Faith community 3, Business 1');
      assert.include(widget.facets, 'What it is about: Local food 8, Housing 4, Knitting circle 1');
      await widget.hears('4 gatherings');
    });

    it('lead back to all of them when nothing fits', async () => {
      visiting(...TOWN);
      const widget = await showing();
      await widget.choose('Spanish');
      await widget.choose('Business');

      assert.deepEqual(widget.names, []);
      await widget.hears('Nothing fits your choice.');
      await widget.press('Show all 12 gatherings');

      assert.lengthOf(widget.names, 12);
      assert.equal(widget.focused, 'Gathering 1');
    });

    it('keep what was chosen while one is open', async () => {
      visiting(...TOWN);
      const widget = await showing();
      await widget.choose('Housing');

      await widget.open('Gathering 7');
      await widget.press('All gatherings');

      assert.lengthOf(widget.names, 4);
      assert.equal(widget.focused, 'Gathering 7');
    });

    it('can never show what the page has left out', async () => {
      visiting(...TOWN);
      const widget = new BrowseHarness(
        (
          await visit.arrive(
            html`<ctg-gathering-signup spoken="en" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
          )
        ).element,
      );

      assert.notInclude(widget.facets.join(), 'Spanish');
      await widget.choose('Housing');
      await widget.choose('Local food');

      assert.lengthOf(widget.names, 11);
    });

    it('are not there for eight, nor for what would not part them', async () => {
      visiting(...TOWN.slice(0, 8));
      const few = await showing();
      assert.deepEqual(few.facets, []);
      await visit.end();

      visiting(...TOWN.map((each) => ({...each, needs: ['housing'], language: 'xx-nonsense'})));
      const many = await showing();
      assert.deepEqual(many.facets, ['Who invites: Faith community 8, Business 4']);
    });

    it('show an id that nobody knows as words, and markup as what it is', async () => {
      visiting(
        ...TOWN.map((each, i) => ({
          ...each,
          needs: [i < 6 ? 'bike-repair' : '<img src=x onerror=alert(1)>'],
        })),
      );

      const widget = await showing();

      assert.match(widget.facets[0]!, /Bike repair 6/);
      assert.lengthOf(widget.element.shadowRoot!.querySelectorAll('img'), 0);
    });
  });
});
