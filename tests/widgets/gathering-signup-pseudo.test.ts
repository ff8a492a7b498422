import {assert} from 'chai';

import {addLocale, localizerFor} from '../../src/i18n/locales.js';
import {foreignTo, PSEUDO, pseudoMessages, readable, textsOf} from './pseudo.js';
import {arriveFor, MAIN, OTHERS} from './sights.js';
import type {Visit} from './visit.js';

/** Each view of a widget is one line of these lists, and is judged here by being there. */
const SIGHTS = [...MAIN, ...OTHERS];

describe('every word of <ctg-gathering-signup> comes from a locale file or from the host', () => {
  let visit: Visit | undefined;

  before(async () => {
    addLocale(PSEUDO, pseudoMessages);
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

  for (const sight of SIGHTS) {
    it(sight.what, async () => {
      const l = localizerFor(PSEUDO);
      visit = await arriveFor(sight);

      await sight.go(visit.widget(), (key, vars) => l.t(key, vars), visit);

      const said = readable(visit.widget().element.shadowRoot!);
      const foreign = foreignTo([
        ...textsOf(visit.parish.document),
        ...['Members only.', 'Next time.', 'Ana', 'ana@example.org'],
      ]);
      assert.deepEqual(said.map(foreign).filter(Boolean), []);
      assert.isTrue(
        said.some((text) => text.includes('⟦')),
        'something was said',
      );
    });
  }

  it('is found out where it does not', () => {
    const foreign = foreignTo(['Supper']);

    assert.equal(foreign('⟦Sígn úp⟧: Supper, Thursday, December 3, 6:00 to 7:30 pm'), '');
    assert.equal(foreign('⟦{⟦oné⟧} twó⟧ Submit'), 'Submit');
    assert.equal(foreign('⟦Sígn úp⟧ tomorrow'), 'tomorrow');
  });
});
