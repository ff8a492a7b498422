import {assert} from 'chai';

import '../i18n/all-english.js';
import {addLocale, localizerFor} from '../../src/i18n/locales.js';
import {MAP_JOINED_SIGHTS} from './map-joined-sights.js';
import {MAP_JOINING_SIGHTS} from './map-joining-sights.js';
import {MAP_LATER_SIGHTS} from './map-later-sights.js';
import {MAP_MISSING_SIGHTS} from './map-missing-sights.js';
import {arriveForMap, MAP_SIGHTS} from './map-sights.js';
import {MAP_SOURCE_SIGHTS} from './map-source-sights.js';
import type {SightVisit} from './sight-visit.js';
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
/** What the sites of the sights say, what they are called, and what stands above what is to be copied. */
const TYPED = [
  'Not there.',
  'ctg.json',
  'Apache',
  'htaccess',
  'nginx',
  'The oven',
  'oven',
  'The attic',
  'attic',
  'The attempt',
  'attempt',
];

const SIGHTS = [
  ...MAP_SIGHTS,
  ...MAP_LATER_SIGHTS,
  ...MAP_MISSING_SIGHTS,
  ...MAP_SOURCE_SIGHTS,
  ...MAP_JOINING_SIGHTS,
  ...MAP_JOINED_SIGHTS,
];

describe('every word of <ctg-network-map> comes from a locale file or from a publisher', () => {
  let visit: SightVisit | undefined;

  before(async () => {
    addLocale(PSEUDO, pseudoMessages);
    // The first to ask for it waits until all of it is compiled: on a busy machine longer than anything is waited for.
    await import('../../src/endpoint/mock/mock-fetch.js');
  });

  beforeEach(() => {
    document.documentElement.lang = PSEUDO;
  });

  afterEach(async () => {
    document.documentElement.lang = 'en';
    await visit?.leave();
  });

  for (const sight of SIGHTS)
    it(sight.what, async () => {
      const l = localizerFor(PSEUDO);
      visit = await arriveForMap(sight);

      await (sight.go?.(visit, (key, vars) => l.t(key, vars)) ?? visit.isReady());

      const spoken = readable(visit.root);
      const foreign = foreignTo([
        ...textsOf(visit.map.documents),
        ...textsOf(visit.circle.document),
        ...visit.map.sourceList.map(({url}) => (URL.canParse(url) ? new URL(url).host : url)),
        ...WRITTEN,
        ...TYPED,
      ]);
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
