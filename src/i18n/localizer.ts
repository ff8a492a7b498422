import {cached} from './intl-cache.js';
import type {Message, MessageKey, Messages, Plural, Sentence, Vars} from './messages.js';

/** Characters that steer the direction of what follows; a name has no business steering our sentence. */
const STEERING = /[\u202a-\u202e\u2066-\u2069]/g;
/** Strongly right-to-left: the blocks of Hebrew to Arabic Extended, the presentation forms, and the RLM mark. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Scripts written from right to left. */
const RTL_SCRIPTS = /Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg/;

/** Turns keys and values into the sentences of one language. */
export class Localizer {
  /** The language that is spoken, as a tag for `lang=` and `Intl`. */
  readonly lang: string;
  /** Which way it is written. */
  readonly dir: 'ltr' | 'rtl';
  readonly #layers: readonly Messages[];

  /** @param options.layers where a sentence is looked for; the first that has it wins */
  constructor(options: {lang: string; layers: readonly Messages[]}) {
    this.lang = options.lang;
    this.dir = RTL_SCRIPTS.test(new Intl.Locale(this.lang).maximize().script ?? '') ? 'rtl' : 'ltr';
    this.#layers = options.layers;
  }

  /** The sentence `key`, filled. Where a value is missing, the plainest wording that does without it. */
  t(key: MessageKey, vars?: Vars): string {
    return this.parts(key, vars).join('');
  }

  /**
   * The sentence `key` in pieces, for a link or an element inside a sentence: whatever is neither text nor a
   * number comes back as it was given, in its place.
   */
  parts<T = never>(key: MessageKey, vars: Vars<T> = {}): Array<string | T> {
    let parts: Array<string | T> = [];
    for (let wording = 1; ; wording++) {
      const message = this.#find(wording > 1 ? `${key}.${wording}` : key);
      if (message === undefined) return parts;
      const filling = new Filling(this, vars);
      parts = filling.message(message);
      if (!filling.lacking) return parts;
    }
  }

  /** A number as this language writes it. */
  number(n: number): string {
    return cached(`number ${this.lang}`, () => new Intl.NumberFormat(this.lang)).format(n);
  }

  /** Which plural form this language uses for `n`. */
  plural(n: number): Intl.LDMLPluralRule {
    return cached(`plural ${this.lang}`, () => new Intl.PluralRules(this.lang)).select(n);
  }

  #find(key: string): Message | undefined {
    return this.#layers.find((layer) => Object.hasOwn(layer, key))?.[key as keyof Messages];
  }
}

/** One sentence being filled. */
class Filling<T> {
  /** Whether a slot had nothing to go into it. */
  lacking = false;
  readonly #localizer: Localizer;
  readonly #vars: Vars<T>;

  constructor(localizer: Localizer, vars: Vars<T>) {
    this.#localizer = localizer;
    this.#vars = vars;
  }

  message(message: Message): Array<string | T> {
    if (typeof message === 'string') return this.#text(message);
    if (typeof message['text'] === 'string') return this.#text(message['text'], message as Sentence);
    return this.#plural(message as Plural, this.#vars['n']);
  }

  #text(text: string, plurals?: Sentence, n?: number): Array<string | T> {
    // Splitting by a pattern with one group gives text and slot names in turn.
    return text.split(/\{(\w+)\}/).flatMap((piece, index) => {
      if (index % 2 === 0) return piece ? [piece] : [];
      const value = piece === 'n' && n !== undefined ? n : this.#vars[piece];
      const plural = plurals?.[piece];
      return typeof plural === 'object' ? this.#plural(plural, value) : this.#value(value);
    });
  }

  #plural(plural: Plural, n: unknown): Array<string | T> {
    if (typeof n !== 'number') return this.#value(undefined);
    const text = plural[`=${n}`] ?? plural[this.#localizer.plural(n)] ?? plural['other'] ?? '';
    return this.#text(text, undefined, n);
  }

  #value(value: string | number | undefined | T): Array<string | T> {
    if (value === undefined || value === '') {
      this.lacking = true;
      return [];
    }
    if (typeof value === 'number') return [this.#localizer.number(value)];
    if (typeof value !== 'string') return [value];
    // Isolated only where direction can leak: in plain left-to-right text the marks would travel into e-mails.
    const clean = value.replace(STEERING, '');
    const odd = this.#localizer.dir === 'rtl' || RIGHT_TO_LEFT.test(clean);
    return [odd ? `\u2068${clean}\u2069` : clean];
  }
}
