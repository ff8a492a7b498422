import {cached} from './intl-cache.js';
import type {MessageKey, Messages, Vars} from './messages.js';

/** Characters that steer the direction of what follows; a name has no business steering our sentence. */
const STEERING = /[\u202a-\u202e\u2066-\u2069]/g;
/** Written from right to left: Hebrew to Arabic Extended, the presentation forms, and Adlam by its surrogate. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc\ud83a]/;
/** Languages of ours that `Intl` need not be asked about: the first such question costs as much as drawing a first view. */
const LEFT_TO_RIGHT = /^(?:de|en|es|fr|pt)(?:-[a-z]{2})?$/i;
const RIGHT_TO_LEFT_SCRIPTS = /Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg/;

/** A name without what would turn round the text around it: for an element inside a sentence, which `t` never sees. */
export const unsteered = (name: string): string => name.replace(STEERING, '');

/** Turns keys and values into the sentences of one language. */
export class Localizer {
  /** The language that is spoken, as a tag for `lang=` and `Intl`. */
  readonly lang: string;
  /** Which way it is written. */
  readonly dir: 'ltr' | 'rtl';
  readonly #layers: readonly Messages[];

  /** @param options.layers where a sentence is looked for; the first that has it wins */
  constructor({lang, layers}: {lang: string; layers: readonly Messages[]}) {
    this.lang = lang;
    this.dir =
      !LEFT_TO_RIGHT.test(lang) && RIGHT_TO_LEFT_SCRIPTS.test(`${new Intl.Locale(lang).maximize().script}`)
        ? 'rtl'
        : 'ltr';
    this.#layers = layers;
  }

  /** The sentence `key`, filled. Where a value is missing, the wording that does without it. */
  t(key: MessageKey, vars?: Vars): string {
    return this.parts(key, vars).join('');
  }

  /**
   * The sentence `key` in pieces, for a link or an element inside a sentence: whatever is neither text nor a
   * number comes back as it was given, in its place.
   */
  parts<T = never>(key: MessageKey, vars: Vars<T> = {}): Array<string | T> {
    let best: Array<string | T> | undefined;
    for (const wording of this.#layers.flatMap((layer) => layer[key] ?? [])) {
      const [parts, whole] = this.#fill(wording, vars);
      if (whole) return parts;
      best ??= parts;
    }
    return best ?? [];
  }

  /** A number as this language writes it. */
  number(n: number): string {
    // So is the first question for a format of numbers; these languages write small ones as JavaScript does.
    if (n >= 0 && n < 1000 && n % 1 === 0 && LEFT_TO_RIGHT.test(this.lang)) return `${n}`;
    return cached(`n${this.lang}`, () => new Intl.NumberFormat(this.lang)).format(n);
  }

  /** The parts of a wording, and whether there was something for every slot. */
  #fill<T>(wording: unknown, vars: Vars<T>): [parts: Array<string | T>, whole: boolean] {
    let whole = true;

    const show = (value: Vars<T>[string]): string | T => {
      if (typeof value === 'number') return this.number(value);
      if (typeof value !== 'string') return value as T;
      // Isolated only where direction can leak: in plain left-to-right text the marks would travel into e-mails.
      const clean = unsteered(value);
      return this.dir === 'rtl' || RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
    };

    // A page's own sentences come this way too, so a wording may be of any shape.
    const say = (part: unknown, n: Vars<T>[string]): Array<string | T> => {
      const {text = part, ...plurals} = Object(typeof part === 'string' ? {} : part) as Record<
        string,
        unknown
      >;
      if (typeof text === 'object') {
        if (typeof n === 'number') {
          const rules = cached(`p${this.lang}`, () => new Intl.PluralRules(this.lang));
          return say(plurals[`=${n}`] ?? plurals[rules.select(n)] ?? plurals['other'] ?? '', n);
        }
        whole = false;
        return [];
      }
      // Splitting by a pattern with two groups gives text, the name of a slot, what it says by itself, and so on.
      return `${text}`.split(/\{(\w+)\|?([^}]*)\}/).flatMap((piece, index, pieces) => {
        if (index % 3 !== 1) return (index % 3 === 0 && piece) || [];
        const value = piece === 'n' ? n : vars[piece];
        if (plurals[piece]) return say(plurals[piece], value);
        if (value !== undefined && value !== '') return [show(value)];
        const otherwise = pieces[index + 1]!;
        if (!otherwise) whole = false;
        return otherwise || [];
      });
    };

    return [say(wording, vars['n']), whole];
  }
}
