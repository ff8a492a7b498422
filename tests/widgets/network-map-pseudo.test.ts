import {assert} from 'chai';

import '../i18n/all-english.js';
import {addLocale, localizerFor} from '../../src/i18n/locales.js';
import {MAP_LATER_SIGHTS} from './map-later-sights.js';
import {answerSites, arriveForMap, MAP_SIGHTS} from './map-sights.js';
import type {MapVisit} from './network-map.harness.js';
import {foreignTo, PSEUDO, pseudoMessages, readable, textsOf} from './pseudo.js';

/** All our sentences: what stands between two links in one of them is a text of its own. */
const OURS = JSON.stringify(pseudoMessages);
/** What `Intl` writes of days gone by and lists, and the signs on buttons. */
const WRITTEN = [
  'and',
  'today',
  'yesterday',
  'days ago',
  'day ago',
  'years ago',
  'year ago',
  'Sparks',
  'Reno',
];
/** What the sites of the sights say, and what they are called. */
const TYPED = [
  'The oven',
  'oven',
  'The attic',
  'attic',
  'oven.example',
  'attic.example',
  'down.example',
  'odd.example',
  '10.0.0.1',
];

describe('every word of <ctg-network-map> comes from a locale file or from a publisher', () => {
  const {fetch} = globalThis;
  let visit: MapVisit | undefined;

  before(async () => {
    addLocale(PSEUDO, pseudoMessages);
    // The first to ask for it waits until all of it is compiled: on a busy machine longer than anything is waited for.
    await import('../../src/endpoint/mock/mock-fetch.js');
  });

  beforeEach(() => {
    document.documentElement.lang = PSEUDO;
    globalThis.fetch = answerSites(fetch);
  });

  afterEach(() => {
    document.documentElement.lang = 'en';
    globalThis.fetch = fetch;
    visit?.end();
  });

  for (const sight of [...MAP_SIGHTS, ...MAP_LATER_SIGHTS])
    it(sight.what, async () => {
      const l = localizerFor(PSEUDO);
      visit = await arriveForMap(sight);

      await (sight.go?.(visit, (key, vars) => l.t(key, vars)) ?? visit.isReady());

      const spoken = readable(visit.root);
      const foreign = foreignTo([...textsOf(visit.map.documents), ...WRITTEN, ...TYPED]);
      assert.deepEqual(
        spoken.map(foreign).filter((rest) => rest && !OURS.includes(rest)),
        [],
      );
      assert.isTrue(
        spoken.some((text) => text.includes('⟦')),
        'something was said',
      );
    });
});
