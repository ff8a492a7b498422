import type form from './locales/en.form.json';
import type view from './locales/en.view.json';

type AnyKey = keyof typeof view | keyof typeof form;

/**
 * The name of a sentence.
 *
 * `KEY.2`, `KEY.3` … are not among them: they are plainer wordings of the same sentence, taken by the localizer
 * itself when something that an earlier wording speaks of is not known.
 */
export type MessageKey = Exclude<AnyKey, `${string}.${2 | 3 | 4}`>;

/**
 * Wordings by plural category of `Intl.PluralRules`; `=0`, `=1` … stand for exactly that number and win.
 * `{n}` in them is the number, written as the language writes numbers.
 */
export type Plural = Readonly<Record<string, string>>;

/** A sentence with several numbers in it: each `{slot}` of `text` that has an entry here is a plural of its own. */
export type Sentence = Readonly<Record<string, string | Plural>> & {readonly text: string};

/** A sentence as a locale file gives it: with `{name}` slots, or a plural chosen by `n`, or several plurals. */
export type Message = string | Plural | Sentence;

/** Sentences by key; what is missing is looked up in the next layer. */
export type Messages = Readonly<Partial<Record<AnyKey, Message>>>;

/** What a complete locale must have. */
export type AllMessages = Readonly<Record<AnyKey, Message>>;

/** What goes into the slots; one that is `undefined` or empty makes the localizer look for a plainer wording. */
export type Vars<T = never> = Readonly<Record<string, string | number | undefined | T>>;
