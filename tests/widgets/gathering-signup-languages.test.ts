import {assert} from 'chai';

import {loadLocale, localizerFor} from '../../src/i18n/locales.js';
import '../i18n/all-english.js';
import {assertAccessibleEverywhere} from './accessible.js';
import {arriveFor, MAIN} from './sights.js';
import type {Visit} from './visit.js';

const WRITTEN = {ar: 'rtl', de: 'ltr', fr: 'ltr', pt: 'ltr', es: 'ltr'} as const;

describe('<ctg-gathering-signup> in every language it speaks', () => {
  let visit: Visit | undefined;

  before(async () => {
    for (const lang of Object.keys(WRITTEN)) await loadLocale(lang);
  });

  afterEach(() => {
    document.documentElement.lang = 'en';
    document.documentElement.dir = '';
    return visit?.end();
  });

  for (const [lang, dir] of Object.entries(WRITTEN)) {
    for (const sight of MAIN) {
      it(`${lang}: ${sight.what} is accessible, and as wide as a telephone`, async () => {
        const l = localizerFor(lang);
        Object.assign(document.documentElement, {lang, dir});
        visit = await arriveFor(sight);
        const widget = visit.widget();

        await sight.go(widget, (key, vars) => l.t(key, vars), visit);

        assert.equal(widget.language, `${lang} ${dir}`);
        await assertAccessibleEverywhere(visit, widget, [320]);
      });
    }
  }

  it('is Arabic from right to left where the page around it is not', async () => {
    document.documentElement.lang = 'en';
    visit = await arriveFor(MAIN[0]!);
    const widget = visit.widget();

    widget.element.lang = 'ar';
    await widget.says(localizerFor('ar').t('button.open'));

    assert.equal(widget.language, 'ar rtl');
    await assertAccessibleEverywhere(visit, widget, [320]);
  });
});
