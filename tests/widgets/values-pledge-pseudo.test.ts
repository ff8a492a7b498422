import {assert} from 'chai';

import '../i18n/all-english.js';
import {addLocale, localizerFor} from '../../src/i18n/locales.js';
import {PLEDGE_FILES} from '../i18n/every-locale.js';
import {arriveForPledge, PLEDGE_SIGHTS} from './pledge-sights.js';
import type {PledgeVisit} from './pledge-visit.js';
import {foreignTo, PSEUDO, pseudoMessages, readable, textsOf} from './pseudo.js';

/** What `Intl` writes of lists and of days gone by. */
const WRITTEN = ['and', 'today', 'yesterday', 'days ago', 'day ago'];
/** What the sights themselves type, and what is to be copied from the page or looks like an address. */
const TYPED = ['Ana Ruiz', 'Ana R.', 'Ana', 'Bakery', 'Next time.', 'Members only.', 'ana@gmail.com'];

describe('every word of <ctg-values-pledge> comes from a locale file or from the publisher', () => {
  let visit: PledgeVisit | undefined;

  before(async () => {
    // Only what a page with nothing but pledges fetches: a sentence that signups alone carry shows itself in English.
    const keys = new Set(PLEDGE_FILES.flatMap((file) => Object.keys(file)));
    const messages = Object.entries(pseudoMessages).filter(([key]) => keys.has(key));
    addLocale(PSEUDO, Object.fromEntries(messages));
    // The first to ask for it waits until all of it is compiled: on a busy machine longer than anything is waited for.
    await import('../../src/endpoint/mock/mock-fetch.js');
  });

  beforeEach(() => {
    document.documentElement.lang = PSEUDO;
  });

  afterEach(() => {
    document.documentElement.lang = 'en';
    return visit?.end();
  });

  for (const sight of PLEDGE_SIGHTS)
    it(sight.what, async () => {
      const l = localizerFor(PSEUDO);
      visit = await arriveForPledge(sight);
      const widget = visit.widget();

      await sight.go(widget, (key, vars) => l.t(key, vars), visit);

      const said = readable(widget.element.shadowRoot!);
      const foreign = foreignTo([
        ...textsOf(visit.league.document),
        ...textsOf(visit.league.wall),
        ...WRITTEN,
        ...TYPED,
      ]);
      assert.deepEqual(said.map(foreign).filter(Boolean), []);
      assert.isTrue(
        said.some((text) => text.includes('⟦')),
        'something was said',
      );
    });
});
