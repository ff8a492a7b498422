import {assert} from 'chai';
import fc from 'fast-check';

import {
  addLocale,
  addMessages,
  layersFor,
  loadLocale,
  localizerFor,
  onMessages,
} from '../../src/i18n/locales.js';
import {readOverride} from '../../src/i18n/overrides.js';
import type {Messages} from '../../src/i18n/messages.js';
import './all-english.js';

describe('A language', () => {
  it('is looked up from the most particular to English', () => {
    addMessages('da', {back: 'Alle møder', 'state.full': 'Optaget'});
    addMessages('da-GL', {back: 'Alle møder her'});

    const l = localizerFor('da-GL');

    assert.equal(l.lang, 'da-GL');
    assert.equal(l.t('back'), 'Alle møder her');
    assert.equal(l.t('state.full'), 'Optaget');
    assert.equal(l.t('button.open'), 'Sign up');
  });

  it('that nobody has written sentences for is English throughout, dates and numbers too', () => {
    const l = localizerFor('zh');

    assert.equal(l.lang, 'en');
    assert.equal(l.number(1234.5), '1,234.5');
  });

  it('falls back to the one that we speak: de-AT to de, pt-BR to pt, ar-EG to ar', async () => {
    await Promise.all(['de-AT', 'pt_BR', 'ar-EG'].map(async (lang) => loadLocale(lang)));

    assert.equal(localizerFor('de-AT').t('list.heading'), 'Treffen');
    assert.equal(localizerFor('pt_BR').t('list.heading'), 'Encontros');
    assert.equal(localizerFor('pt_BR').lang, 'pt-BR');
    assert.equal(localizerFor('ar-EG').t('list.heading'), 'اللقاءات');
    assert.isUndefined(loadLocale('zh-Hant-TW'));
  });

  it('writes its figures as its country does, and as a page asks for', () => {
    assert.equal(localizerFor('ar-EG').number(23), '٢٣');
    assert.equal(localizerFor('ar-MA').number(23), '23');
    assert.equal(localizerFor('ar-u-nu-arab').t('places.left', {n: 3}), 'بقيت ٣ أماكن');
    assert.equal(localizerFor('ar-EG-u-nu-latn').t('places.left', {n: 3}), 'بقيت 3 أماكن');
  });

  it('keeps the customs of its country', () => {
    assert.equal(localizerFor('en-IN').number(1234567), '12,34,567');
  });

  it('may be written in any way on the page, even wrongly', () => {
    for (const lang of [
      'en_US',
      'english language',
      '',
      '*',
      'e',
      'x'.repeat(10_000),
      'en-',
      '\u0000',
      'x-klingon',
      'qzz',
      'de-',
    ]) {
      assert.equal(localizerFor(lang).t('button.open'), 'Sign up', lang);
      assert.isUndefined(loadLocale(lang), lang);
    }
  });

  it('that comes later is there when it has come, and those who listen are told once', async () => {
    let told = 0;
    const stop = onMessages(() => (told += 1));

    await Promise.all([loadLocale('es-MX'), loadLocale('es')]);
    await loadLocale('es');
    stop();
    addMessages('nl', {});

    assert.equal(told, 1);
    assert.equal(localizerFor('es-MX').t('button.open'), 'Apuntarme');
    assert.equal(localizerFor('es-MX').lang, 'es-MX');
  });
});

describe('A language that a developer adds', () => {
  const nynorsk: Messages = {
    back: 'Alle treffa',
    'places.left': {one: '{n} ledig plass', other: '{n} ledige plassar'},
  };

  it('is spoken, dates and plurals too, and English stands for what it has not', () => {
    assert.equal(localizerFor('nn').lang, 'en');

    addLocale('nn', nynorsk);

    const l = localizerFor('nn-NO');
    assert.equal(l.lang, 'nn-NO');
    assert.equal(l.t('back'), 'Alle treffa');
    assert.equal(l.t('places.left', {n: 1}), '1 ledig plass');
    assert.equal(l.t('places.left', {n: 3}), '3 ledige plassar');
    assert.equal(l.t('button.open'), 'Sign up');
  });

  it('is found under any spelling of its tag', () => {
    addLocale('ZH_hant', {back: '所有聚會'});

    assert.equal(localizerFor('zh-Hant-TW').t('back'), '所有聚會');
  });

  it('changes single sentences of one that we speak, whichever of them comes first', async () => {
    addLocale('fr', {'button.open': 'Je viens'});
    await loadLocale('fr');
    addLocale('fr', {back: 'Retour'});

    const l = localizerFor('fr');
    assert.equal(l.t('button.open'), 'Je viens');
    assert.equal(l.t('back'), 'Retour');
    assert.equal(l.t('list.heading'), 'Rencontres');
  });

  it('makes nobody fetch it', () => {
    assert.isUndefined(loadLocale('nn'));
  });
});

describe("A page's own words", () => {
  it('stand in for ours, one sentence at a time', () => {
    const overrides = readOverride({
      'button.open': 'Count me in',
      'places.left': {one: 'One chair', other: '{n} chairs'},
    });

    const l = localizerFor('en', overrides);

    assert.equal(l.t('button.open'), 'Count me in');
    assert.equal(l.t('places.left', {n: 3}), '3 chairs');
    assert.equal(l.t('back'), 'All gatherings');
  });

  it('make a language ours does not speak', () => {
    const l = localizerFor('nl', readOverride({'button.open': 'Meedoen'}));

    assert.equal(l.lang, 'nl');
    assert.equal(l.t('button.open'), 'Meedoen');
    assert.equal(layersFor('nl')[0]?.back, undefined);
  });

  it('may be a whole language with its own plurals, in our place or where we have none', () => {
    const words = readOverride({
      'places.left': {few: '{n} miejsca', many: '{n} miejsc', other: '{n} miejsca'},
    });

    assert.deepEqual(
      [3, 5].map((n) => localizerFor('pl', words).t('places.left', {n})),
      ['3 miejsca', '5 miejsc'],
    );
    assert.equal(
      localizerFor('ar', readOverride({'places.left': {two: 'اثنان', other: '{n}'}})).t('places.left', {
        n: 2,
      }),
      'اثنان',
    );
  });

  it('that speak of something unknown give way to ours, which does not', () => {
    const l = localizerFor('en', {'state.postponed': 'Moved. Ring {host}.'});

    assert.equal(l.t('state.postponed', {host: 'Maria'}), 'Moved. Ring Maria.');
    assert.equal(l.t('state.postponed', {}), 'This gathering is postponed. Ask the host for the new date.');
  });

  it('are left out when they are no sentences', () => {
    assert.deepEqual(readOverride({a: 1, b: null, c: true, d: ''}), {});
    for (const json of [null, 3, 'text', true, undefined]) assert.deepEqual(readOverride(json), {});
  });

  it('cannot reach beyond sentences', () => {
    const overrides = readOverride(JSON.parse('{"__proto__": {"other": "polluted"}, "back": "Home"}'));

    assert.equal(({} as {other?: string}).other, undefined);
    assert.equal(localizerFor('en', overrides).t('back'), 'Home');
  });

  it('of any shape never stop a page', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 4}), fc.option(fc.integer(), {nil: undefined}), (json, n) => {
        const l = localizerFor('en', readOverride({'places.left': json, back: json}));

        for (const said of [l.t('places.left', {n}), l.t('back')])
          assert.notMatch(said, /undefined|\[object/);
      }),
    );
  });
});
