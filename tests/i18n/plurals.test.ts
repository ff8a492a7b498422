import {assert} from 'chai';

import {Localizer} from '../../src/i18n/localizer.js';
import type {Message, MessageKey, Messages} from '../../src/i18n/messages.js';
import {english, locales} from './every-locale.js';

const en: Record<string, Message> = english;

type Plural = Record<string, string>;

/** Every plural inside a message, in order. */
const plurals = (message: Message): Plural[] =>
  [message].flat().flatMap((wording) => {
    if (typeof wording === 'string') return [];
    const all = 'text' in wording ? Object.values(wording) : [wording];
    return all.filter((part): part is Plural => typeof part === 'object');
  });

const categories = (plural: Plural): string[] => Object.keys(plural).filter((key) => !key.startsWith('='));

/** The categories of the numbers from `first` to 200, which is as many places or people as we ever count. */
function needed(rules: Intl.PluralRules, first: number): string[] {
  return [...new Set(Array.from({length: 201 - first}, (_, index) => rules.select(first + index)))];
}

const said = (lang: string, key: MessageKey, n: number): string =>
  new Localizer({lang, layers: [locales[lang] as Messages]}).t(key, {n, places: n, left: n});

describe('A number in a sentence', () => {
  it('has words of its own in each category that the language has, and none that it has not', () => {
    for (const [lang, locale] of Object.entries(locales)) {
      const rules = new Intl.PluralRules(lang);
      const known = rules.resolvedOptions().pluralCategories;

      for (const [key, message] of Object.entries(locale)) {
        for (const [index, plural] of plurals(message).entries()) {
          // Where English has no word for one, another sentence speaks of one: "Sign me up".
          const English = plurals(en[key]!)[index];
          const first = English && !('one' in English) ? 2 : 1;
          assert.includeMembers(categories(plural), needed(rules, first), `${lang} ${key}`);
          assert.includeMembers(known, categories(plural), `${lang} ${key}`);
          assert.property(plural, 'other', `${lang} ${key}`);
        }
      }
    }
  });

  it('is counted as Arabic counts: none, one, two, few, many, and hundreds', () => {
    const counted = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => said('ar', 'places.left', n));

    assert.deepEqual(
      counted.map((text) => text.replace(/[\d٠-٩]+/, '#')),
      [
        'لم يبق أي مكان',
        'بقي مكان واحد',
        'بقي مكانان',
        'بقيت # أماكن',
        'بقيت # أماكن',
        'بقي # مكانًا',
        'بقي # مكانًا',
        'بقي # مكان',
        'بقيت # أماكن',
      ],
    );
  });

  it('is counted as German, French, Spanish and Portuguese count', () => {
    assert.deepEqual(
      [1, 2].map((n) => said('de', 'places.left', n)),
      ['1 Platz frei', '2 Plätze frei'],
    );
    assert.deepEqual(
      [1, 2].map((n) => said('fr', 'fewer.heading', n)),
      ['Il vous faut 1 place. Il en reste 1.', 'Il vous faut 2 places. Il en reste 2.'],
    );
    assert.deepEqual(
      [1, 2].map((n) => said('pt', 'giveup.done', n)),
      [
        'Pronto. O seu lugar está livre para outra pessoa.',
        'Pronto. Os seus 2 lugares estão livres para outras pessoas.',
      ],
    );
    for (const lang of ['es', 'fr', 'pt']) assert.include(said(lang, 'places.left', 1_000_000), ' de ', lang);
  });

  it('is nothing left in every language, in words', () => {
    for (const lang of Object.keys(locales)) {
      assert.notMatch(said(lang, 'fewer.heading', 0), /[0٠]\D*[0٠]/, lang);
    }
    assert.equal(said('fr', 'fewer.heading', 0), "Il vous faut 0 place. Il n'en reste aucune.");
  });
});
