import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering} from '../testing/parish.js';
import {BrowseHarness} from './gathering-signup-browse.harness.js';
import {Visit} from './visit.js';

/** A year that is not over for a while: days and weekdays stay what they are. */
const on = (id: string, day: string, more: object = {}): object =>
  gathering({
    id,
    name: `On ${day}`,
    start: `2093-${day}T18:00:00Z`,
    end: `2093-${day}T19:30:00Z`,
    ...more,
  });

// 1 October 2093 is a Thursday.
const AUTUMN = [
  on('a', '10-06'),
  on('b', '10-20', {taken: 20}),
  on('c', '10-20', {name: 'Choir', start: '2093-10-20T20:00:00Z', end: undefined}),
  on('d', '12-31'),
];

describe('The month of <ctg-gathering-signup>', () => {
  let visit: Visit;

  const showing = async (
    gatherings: readonly object[] = AUTUMN,
    {lang = 'en', width = 900}: {lang?: string; width?: number} = {},
  ): Promise<BrowseHarness> => {
    visit = new Visit({gatherings});
    visit.stage.root.style.inlineSize = `${width}px`;
    const widget = await visit.arrive(
      html`<ctg-gathering-signup
        lang=${lang}
        layout="calendar"
        endpoint=${visit.parish.url}
      ></ctg-gathering-signup>`,
    );
    return new BrowseHarness(widget.element);
  };

  afterEach(() => visit.end());

  it('opens at the next gathering, each in its day, with the months before and after by their names', async () => {
    const widget = await showing();

    assert.equal(widget.month, 'October 2093');
    assert.deepEqual(widget.neighbours, ['September', 'November']);
    assert.equal(widget.day(6), '6:00 pm On 10-06');
    assert.equal(widget.day(20), '6:00 pm On 10-20 Full 8:00 pm Choir');
    assert.equal(widget.day(21), '');
  });

  it('is a table whose columns have whole names, from the first day of the week of its language', async () => {
    const widget = await showing();
    assert.deepEqual([widget.columns[0], widget.columns[6]], ['Sunday', 'Saturday']);
    await visit.end();

    const german = await showing(AUTUMN, {lang: 'de'});
    await german.says('September');
    assert.deepEqual([german.columns[0], german.columns[6]], ['Montag', 'Sonntag']);
    assert.equal(german.month, 'Oktober 2093');
  });

  it('says which month it has come to, and where to look when there is nothing in it', async () => {
    const widget = await showing();

    widget.focusOn('On to November');
    await widget.press('On to November');
    assert.equal(widget.month, 'November 2093');
    await widget.hears('November 2093: nothing is planned.');
    assert.include(widget.text, 'Nothing is planned in November 2093.');
    assert.equal(widget.focused, 'On to December');

    await widget.press('Go to December 2093');
    assert.equal(widget.month, 'December 2093');
    assert.equal(widget.focusedDay, 31);
    assert.deepEqual(widget.neighbours, ['November', 'January 2094']);
  });

  it('is one stop of the Tab key, and gone through by the keys of a grid', async () => {
    const widget = await showing();
    assert.equal(widget.stops, 1);
    widget.cell(6).focus();

    for (const [key, day] of [
      ['ArrowRight', 7],
      ['ArrowDown', 14],
      ['ArrowLeft', 13],
      ['ArrowUp', 6],
      ['Home', 4],
      ['End', 10],
    ] as const) {
      assert.isFalse(await widget.key(key), key);
      assert.equal(widget.focusedDay, day, key);
    }
    assert.equal(widget.stops, 1);
    assert.isTrue(await widget.key('Tab'));
    assert.isTrue(await widget.key('ArrowRight', {ctrlKey: true}));
  });

  it('goes on into the next month and the year before by keys, and says so', async () => {
    const widget = await showing();
    widget.cell(20).focus();

    await widget.key('PageDown');
    assert.deepEqual([widget.month, widget.focusedDay], ['November 2093', 20]);
    await widget.key('PageUp');
    await widget.hears('October 2093: 3 gatherings.');
    await widget.key('PageUp', {shiftKey: true});
    assert.deepEqual([widget.month, widget.focusedDay], ['October 2092', 20]);
    widget.cell(1).focus();
    await widget.key('ArrowLeft');
    assert.deepEqual([widget.month, widget.focusedDay], ['September 2092', 30]);
    widget.cell(29).focus();
    await widget.key('ArrowDown');
    assert.deepEqual([widget.month, widget.focusedDay], ['October 2092', 6]);
  });

  it('opens the gathering of a day on Enter, and comes back to that day', async () => {
    const widget = await showing();
    widget.cell(6).focus();

    await widget.key('Enter');
    assert.equal(widget.heading, 'On 10-06');

    await widget.press('All gatherings');
    assert.equal(widget.month, 'October 2093');
    assert.equal(widget.focused, 'On 10-06');
  });

  it('leads into a day with several on Enter, through them, and out of it on Escape', async () => {
    const widget = await showing();
    widget.cell(20).focus();

    await widget.key('Enter');
    assert.equal(widget.focused, 'On 10-20');
    await widget.key('ArrowDown');
    assert.equal(widget.focused, 'Choir');
    await widget.key('ArrowDown');
    assert.equal(widget.focused, 'On 10-20');
    await widget.key('Escape');
    assert.equal(widget.focusedDay, 20);
    assert.isTrue(widget.element.shadowRoot!.activeElement!.matches('td'));
  });

  it('turns when a finger is drawn across, and not when the page is scrolled or text is marked', async () => {
    const widget = await showing();

    await widget.swipe(-120);
    assert.equal(widget.month, 'November 2093');
    await widget.swipe(120, 20);
    assert.equal(widget.month, 'October 2093');
    await widget.swipe(-60, 90);
    await widget.swipe(-20);
    await widget.swipe(-120, 0, 'mouse');
    assert.equal(widget.month, 'October 2093');
  });

  it('is mirrored where one reads from right to left', async () => {
    const widget = await showing(AUTUMN, {lang: 'ar'});
    await widget.says('سبتمبر');
    widget.cell(6).focus();

    await widget.key('ArrowLeft');
    assert.equal(widget.focusedDay, 7);
    await widget.swipe(120);

    assert.include(widget.month, 'نوفمبر');
    assert.isTrue(widget.fits);
  });

  it('has marks and a list below it in a narrow column', async () => {
    const widget = await showing(AUTUMN, {width: 320});
    assert.equal(widget.day(20), '2 gatherings');
    assert.deepEqual(widget.names, ['On 10-06', 'On 10-20', 'Choir']);
    assert.include(widget.text, '8 places left');

    widget.cell(20).querySelector('button')!.click();
    assert.equal(widget.focused, 'On 10-20');

    widget.cell(6).querySelector('button')!.click();
    await widget.element.updateComplete;
    assert.equal(widget.heading, 'On 10-06');
    await widget.press('All gatherings');
    assert.equal(widget.focused, 'On 10-06');
  });

  it('has the months beside it in one line in a narrow column, in every language', async () => {
    for (const lang of ['en', 'de', 'es', 'fr', 'pt', 'ar']) {
      // From a year into the next, where names are longest.
      const widget = await showing([on('y', '12-30'), on('z', '12-31')], {lang, width: 240});
      await eventually(
        () => widget.element.shadowRoot!.querySelector('.root')?.getAttribute('lang') === lang,
      );

      const [back, onward] = widget.turning;
      assert.equal(back!.top, onward!.top, lang);
      assert.isTrue(widget.fits, lang);
      assert.isAtLeast(back!.width, 44, lang);
      await visit.end();
    }
  });

  it('has what has no date yet below it, the year 9999 among it', async () => {
    const widget = await showing([
      ...AUTUMN,
      gathering({id: 'x', name: 'Some day', start: undefined, end: undefined}),
      gathering({id: 'y', name: 'No day', start: '9999-12-31T00:00:00Z', end: undefined}),
    ]);

    assert.match(widget.text, /Date to be confirmed .*No day.*Some day/);
    assert.include(widget.item('Some day'), 'Date to be confirmed');
  });

  it('shows a day with very many a step at a time', async () => {
    const widget = await showing(
      Array.from({length: 60}, (_, i) => on(`n${i}`, '10-06', {name: `Number ${i + 100}`})),
    );
    assert.equal(widget.cell(6).querySelectorAll('a').length, 3);

    await widget.press('Show 20 more');
    assert.equal(widget.cell(6).querySelectorAll('a').length, 23);
    assert.equal(widget.focused, 'Number 103');
  });

  it('shows in their days what is over, where the page wants it', async () => {
    visit = new Visit({
      gatherings: [
        gathering({id: 'o', name: 'Long ago', start: '2020-02-05T18:00:00Z', end: undefined}),
        ...AUTUMN,
      ],
    });
    const {element} = await visit.arrive(
      html`<ctg-gathering-signup
        show-past
        layout="calendar"
        endpoint=${visit.parish.url}
      ></ctg-gathering-signup>`,
    );
    const widget = new BrowseHarness(element);
    assert.equal(widget.month, 'October 2093');
    await visit.end();

    visit = new Visit({
      gatherings: [2, 5].map((day) =>
        gathering({id: `o${day}`, name: 'Long ago', start: `2020-02-0${day}T18:00:00Z`, end: undefined}),
      ),
    });
    const {element: over} = await visit.arrive(
      html`<ctg-gathering-signup
        show-past
        layout="calendar"
        endpoint=${visit.parish.url}
      ></ctg-gathering-signup>`,
    );
    const month = new BrowseHarness(over);
    assert.equal(month.month, 'February 2020');
    assert.include(month.cell(5).textContent!, 'This gathering is over.');
  });
});
