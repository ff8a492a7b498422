import {assert} from 'chai';
import fc from 'fast-check';

import {Localizer} from '../../src/i18n/localizer.js';
import {localizerFor} from '../../src/i18n/locales.js';
import type {Messages} from '../../src/i18n/messages.js';
import './all-english.js';

const speaking = (lang: string, ...layers: readonly Messages[]): Localizer => new Localizer({lang, layers});

describe('A sentence', () => {
  it('counts one place and several in the right words', () => {
    const l = localizerFor('en');

    assert.equal(l.t('places.left', {n: 1}), '1 place left');
    assert.equal(l.t('places.left', {n: 8}), '8 places left');
    assert.equal(l.t('places.left', {n: 1200}), '1,200 places left');
  });

  it('takes a wording that a language has for exactly this number', () => {
    const l = localizerFor('en');

    assert.equal(l.t('who.sum', {places: 1, left: 0}), '1 place in all. None is left.');
  });

  it('holds several numbers, each in its own plural', () => {
    const l = localizerFor('en');

    assert.equal(l.t('who.sum', {places: 4, left: 8}), '4 places in all. 8 are left.');
    assert.equal(l.t('fewer.heading', {places: 1, left: 1}), 'You need 1 place. 1 is left.');
  });

  it('says less where something is not known, and never leaves a hole', () => {
    const l = localizerFor('en');

    assert.equal(l.t('who.sum', {places: 4, left: undefined}), '4 places in all.');
    assert.equal(
      l.t('state.postponed', {host: ''}),
      'This gathering is postponed. Ask the host for the new date.',
    );
    assert.equal(
      l.t('siteFault', {publisher: "St Paul's", phone: undefined}),
      "Saved, but this website can't send it yet. St Paul's has to fix something.",
    );
    assert.include(
      l.t('privacy.signup', {publisher: undefined, host: 'api.example', days: 1}),
      'The host deletes it 1 day later.',
    );
  });

  it('has words of its own where a name is not known, and leaves them out where it is', () => {
    const l = localizerFor('en');

    assert.equal(l.t('refused'), 'The host could not take this sign-up.');
    assert.equal(l.t('refused', {publisher: ''}), 'The host could not take this sign-up.');
    assert.equal(l.t('refused', {publisher: "St Paul's"}), "St Paul's could not take this sign-up.");
  });

  it('gives a link its place in the middle', () => {
    const link = {href: '#next'};

    const parts = localizerFor('en').parts('full.next', {date: link});

    assert.deepEqual(parts, ['Next one with places: ', link]);
  });

  it('uses every plural form that a language has', () => {
    const l = speaking('pl', {
      'places.left': {
        one: '{n} wolne miejsce',
        few: '{n} wolne miejsca',
        many: '{n} wolnych miejsc',
        other: '{n} miejsca',
      },
    });

    assert.deepEqual(
      [1, 3, 5, 22].map((n) => l.t('places.left', {n})),
      ['1 wolne miejsce', '3 wolne miejsca', '5 wolnych miejsc', '22 wolne miejsca'],
    );
  });

  it('shows what stands in a name as it stands, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme-ascii', minLength: 1}), (name) => {
        assert.equal(localizerFor('en').t('done.confirmed', {name}), `You're in, ${name}.`);
      }),
    );
  });
});

describe('A name written from right to left', () => {
  it('does not turn an English sentence round (fault 42)', () => {
    assert.equal(localizerFor('en').t('done.confirmed', {name: 'رُبى'}), "You're in, \u2068رُبى\u2069.");
  });

  it('cannot carry marks out that would (fault 42)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'ש', '\u202e', '\u2069', '\u2066', '\u202c')),
        (characters) => {
          const said = localizerFor('en').t('done.confirmed', {name: characters.join('') + 'x'});

          assert.equal(said.split('\u2068').length, said.split('\u2069').length);
          assert.notMatch(said, /[\u202a-\u202e\u2066\u2067]/);
        },
      ),
    );
  });

  it('leaves plain text plain, so that no marks travel into an e-mail', () => {
    assert.notMatch(localizerFor('en').t('done.confirmed', {name: 'Ana Ruiz'}), /[\u2066-\u2069]/);
  });
});

describe('A page from right to left', () => {
  it('keeps a phone number in its order (fault 77)', () => {
    const l = localizerFor('ar', {'refused.call': 'اتصل على {phone}.'});

    assert.equal(l.dir, 'rtl');
    assert.equal(l.t('refused.call', {phone: '+1 775 555 0134'}), 'اتصل على \u2068+1 775 555 0134\u2069.');
  });

  it('keeps an address, a range of times and a name of the other kind each in one piece', () => {
    const l = localizerFor('ar', {'refused.detail': 'الرد: {detail}'});

    for (const value of ['ana@example.org', '18:00–19:30', "St Paul's (Reno)", '775 555 0100']) {
      assert.include(l.t('refused.detail', {detail: value}), `\u2068${value}\u2069`);
    }
  });

  it('is told from one from left to right by its script', () => {
    assert.deepEqual(
      ['he', 'fa', 'ur', 'ar-EG', 'pa-Arab', 'en', 'es', 'pa', 'az-Latn'].map((lang) => speaking(lang).dir),
      ['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr'],
    );
  });
});

describe('A number', () => {
  it('is written as the language writes it, in every language of ours and in some that are not', () => {
    const languages = fc.constantFrom(
      'en',
      'de',
      'de-CH',
      'es',
      'es-MX',
      'fr',
      'fr-CA',
      'pt',
      'pt-PT',
      'ar',
      'ar-EG',
      'fa',
      'bn',
    );
    const numbers = fc.oneof(
      fc.nat({max: 1500}),
      fc.integer(),
      fc.double({noNaN: true, noDefaultInfinity: true}),
    );
    fc.assert(
      fc.property(languages, numbers, (lang, n) => {
        assert.equal(speaking(lang).number(n), new Intl.NumberFormat(lang).format(n));
      }),
    );
  });
});
