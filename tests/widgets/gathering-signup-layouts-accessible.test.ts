import {html} from 'lit';

import {gathering, inDays} from '../testing/parish.js';
import {assertAccessibleEverywhere} from './accessible.js';
import {BrowseHarness} from './gathering-signup-browse.harness.js';
import {Visit} from './visit.js';

const dated = (id: string, days: number, more: object = {}): object =>
  gathering({id, name: `Gathering ${id}`, start: inDays(days), end: inDays(days, '20:00'), ...more});

/** A list with everything in it that a layout has to draw. */
const TOWN = [
  ...[2, 9, 16].map((days) => dated(`m${days}`, days, {series: {id: 'm', label: 'Every week'}})),
  ...[3, 4, 5, 6, 7, 8].map((days) => dated(`g${days}`, days, {needs: ['housing'], language: 'es'})),
  dated('full', 3, {taken: 20, needs: ['local-food'], sector: 'business', language: 'en'}),
  dated('off', 3, {status: 'cancelled', sector: 'religious'}),
  dated('late', 3, {status: 'postponed'}),
  dated('more', 3),
  dated('over', -3),
  gathering({id: 'some', name: 'Some day', start: undefined, end: undefined}),
];

describe('every layout of <ctg-gathering-signup> is accessible', () => {
  let visit: Visit;

  afterEach(() => visit.end());

  const showing = async (layout: string, lang = 'en'): Promise<BrowseHarness> => {
    visit = new Visit({gatherings: TOWN});
    const {url} = visit.parish;
    const {element} = await visit.arrive(
      html`<ctg-gathering-signup
        lang=${lang}
        layout=${layout}
        limit="6"
        show-past
        endpoint=${url}
      ></ctg-gathering-signup>`,
    );
    return new BrowseHarness(element);
  };

  for (const layout of ['list', 'cards'])
    it(`${layout}: facets, a series and its dates, more to show, and what is over`, async () => {
      const widget = await showing(layout);
      await widget.unfold('Every week: 2 more dates');

      await assertAccessibleEverywhere(visit, widget);
    });

  it('calendar: a month with several on a day, and what has no date', async () => {
    const widget = await showing('calendar');

    await assertAccessibleEverywhere(visit, widget);
  });

  it('calendar in Arabic', async () => {
    const widget = await showing('calendar', 'ar');
    await widget.says('لم يتحدد الموعد بعد');

    await assertAccessibleEverywhere(visit, widget);
  });

  it('calendar: a month with nothing in it', async () => {
    const widget = await showing('calendar');
    widget.cell(1).focus();
    await widget.key('PageUp', {shiftKey: true});

    await assertAccessibleEverywhere(visit, widget);
  });

  it('a choice that nothing fits, with the facets open', async () => {
    const widget = await showing('cards');
    await widget.choose('Business');
    await widget.choose('Spanish');
    visit.stage.root.style.inlineSize = '320px';
    await widget.press('Choose what you see');

    await assertAccessibleEverywhere(visit, widget);
  });
});
