import {assert} from 'chai';

import type {Message} from '../../src/i18n/messages.js';
import {ENGLISH_FILES, english, locales} from './every-locale.js';

/** Words of the trade, and a way of addressing people that the language does not use here (see CONTRIBUTING). */
const REFUSED: Readonly<Record<string, RegExp>> = {
  en: words(
    'submit*',
    'invalid*',
    'error*',
    'fail',
    'fails',
    'failed',
    'failure',
    'queue*',
    'sync*',
    'rsvp',
    'endpoint*',
    'end-point*',
    'server*',
    'system',
    'node',
    'hub',
    'ok',
    'cancel',
    'continue',
  ),
  ar: words('خطأ', 'خطا', 'فشل', 'خادم', 'الخادم', 'النظام', 'مزامنة', 'إلغاء', 'غير صالح', 'المضيف'),
  de: words(
    'ungültig*',
    'fehler*',
    'fehlgeschlagen',
    'server',
    'system',
    'synchron*',
    'absenden',
    'abbrechen',
    'ok',
    'dich',
    'dein*',
    'dir',
  ),
  es: words(
    'inválid*',
    'error*',
    'fallo',
    'falló',
    'fallido',
    'servidor',
    'sistema',
    'cola',
    'sincroni*',
    'cancelar',
    'usted*',
    'su nombre',
    'su correo',
    'su inscripción',
  ),
  fr: words(
    'invalide*',
    'erreur*',
    'échec*',
    'échoué*',
    'serveur',
    'système',
    'synchron*',
    'soumettre',
    'annuler',
    'ok',
    'ton',
    'tes',
    'toi',
  ),
  pt: words(
    'inválid*',
    'erro',
    'erros',
    'falh*',
    'servidor',
    'sistema',
    'sincroni*',
    'submeter',
    'cancelar',
    'ok',
    'você*',
    'teu',
    'tua',
  ),
};

/** Whole words, in any case; `*` for any ending. Word boundaries of our own, since `\b` knows no é and no Arabic. */
function words(...list: string[]): RegExp {
  const any = list.map((word) => word.replace('*', '\\p{L}*')).join('|');
  return new RegExp(`(?<!\\p{L})(${any})(?!\\p{L})`, 'iu');
}

const en: Record<string, Message> = english;
const translated = Object.entries(locales).filter(([lang]) => lang !== 'en');

/** Every text inside a message, the alternatives of its plurals one by one. */
function texts(message: unknown): string[] {
  return typeof message === 'string' ? [message] : Object.values(message as object).flatMap(texts);
}

/** Slots, each with `|` where it has words of its own for when nothing is known. */
const named = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)(\|?)[^}]*\}/g)].map(([, name, own]) => `${name}${own}`);

/** The wordings of a message, each with what must be known to say it. */
function slots(message: Message): string[][] {
  return [message].flat().map((wording) => {
    const plural = typeof wording === 'object' && !('text' in wording);
    const inner = texts(wording).flatMap(named);
    const outer =
      typeof wording === 'object' && 'text' in wording ? inner.filter((name) => name !== 'n') : inner;
    return [...new Set(plural ? [...outer, 'n'] : outer)].sort();
  });
}

/** A wording as one hears it: each plural slot filled by its longest alternative. */
function spoken(wording: unknown): string[] {
  const {text, ...plurals} = wording as {text?: string};
  if (text === undefined) return texts(wording);
  return [
    text.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const plural = (plurals as Record<string, unknown>)[name];
      return plural ? (texts(plural).sort((a, b) => b.length - a.length)[0] ?? '') : slot;
    }),
  ];
}

/** A sentence with all its slots filled, and with what they say by themselves. */
const bothWays = (text: string): string[] => [
  ...new Set([text.replace(/\|[^}]*/g, ''), text.replace(/\{\w+\|([^}]*)\}/g, '$1')]),
];

const everySentence = (locale: Record<string, Message>): Array<[key: string, sentence: string]> =>
  Object.entries(locale).flatMap(([key, message]) =>
    [message]
      .flat()
      .flatMap(spoken)
      .flatMap(bothWays)
      .map((sentence): [string, string] => [key, sentence]),
  );

describe('What visitors read', () => {
  it('is there in every language', () => {
    for (const [lang, locale] of translated) {
      assert.sameMembers(Object.keys(locale), Object.keys(en), lang);
    }
  });

  it('is in one file only, so that no sentence is carried twice', () => {
    const keys = ENGLISH_FILES.flatMap((file) => Object.keys(file));
    assert.lengthOf(new Set(keys), keys.length);
  });

  it('speaks of the same things in every language, wording by wording', () => {
    for (const [lang, locale] of translated) {
      for (const [key, message] of Object.entries(locale)) {
        assert.deepEqual(slots(message), slots(en[key]!), `${lang} ${key}`);
      }
    }
  });

  it('has no wording that an earlier one always goes before', () => {
    for (const [key, message] of Object.entries(en)) {
      const wordings = slots(message).map((all) => all.filter((slot) => !slot.endsWith('|')));
      for (const [index, needed] of wordings.entries()) {
        const earlier = wordings.slice(0, index);
        assert.isFalse(
          earlier.some((other) => other.every((slot) => needed.includes(slot))),
          key,
        );
      }
    }
  });

  it('has twenty words a sentence at most', () => {
    for (const [lang, locale] of Object.entries(locales)) {
      for (const [key, said] of everySentence(locale)) {
        for (const sentence of said.split(/(?<=[.?؟:])\s/)) {
          assert.isAtMost(sentence.split(/\s+/).length, 20, `${lang} ${key}: ${sentence}`);
        }
      }
    }
  });

  it('has no word of the trade in it, and does not shout', () => {
    for (const [lang, locale] of Object.entries(locales)) {
      for (const [key, sentence] of everySentence(locale)) {
        assert.notMatch(sentence, REFUSED[lang]!, `${lang} ${key}`);
        assert.notMatch(sentence, /[!¡]/, `${lang} ${key}`);
      }
    }
  });

  it('stands whole: nothing begins or ends in the middle', () => {
    for (const [lang, locale] of Object.entries(locales)) {
      for (const [key, said] of everySentence(locale)) {
        assert.equal(said, said.trim(), `${lang} ${key}`);
        assert.notMatch(said, /^[,;.:]|[,;]$|\s{2}/, `${lang} ${key}`);
        // Beside a label stands a remark in brackets; a range and a series carry their capital letter elsewhere; after a
        // great number, or below a title that is a list of values, a sentence goes on; so does a link or a distance inside one; what a
        // line means, and what a tie is, stands beside it.
        if (
          !/^(optional|time\.range|when|pledge\.word|pledge\.picture|counter\.(people|both)|map\.toList|line\.\w+|kind\..+|near\.(about|under))$/.test(
            key,
          )
        )
          assert.match(said, /^(?:["“„¿]|«\s?)?(\p{Lu}|\p{Lo}|\p{N}|\{)/u, `${lang} ${key}`);
      }
    }
  });

  it('has in French no space before a mark at which a line could break', () => {
    for (const [key, sentence] of everySentence(locales['fr']!)) {
      assert.notMatch(sentence, / [?:;»]|« /, key);
    }
  });

  it('never tells a person apart by a question mark that only opens', () => {
    for (const [key, sentence] of everySentence(locales['es']!)) {
      assert.equal(sentence.split('¿').length, sentence.split('?').length, key);
    }
  });
});
