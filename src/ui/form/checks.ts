/** What every form checks before it sends, and what it makes of a slip. */
import {isEmail} from '../../protocol/form-rules.js';
import {LIMITS} from '../../protocol/limits.js';
import {isText} from '../../protocol/rules.js';
import type {Localizer} from '../../i18n/localizer.js';
import type {MessageKey, Vars} from '../../i18n/messages.js';

/** Something to look at again: the id of its control, and a sentence, whichever language is spoken when it is read. */
export interface FieldProblem {
  readonly field: string;
  readonly text: (l: Localizer) => string;
}

/** The wording of a consent, as a document publishes it. */
export interface Consent {
  readonly id: string;
  readonly text: string;
  readonly version?: string | undefined;
  readonly required?: boolean | undefined;
  readonly url?: string | undefined;
}

/** The problems of one form, in the order in which they are found: that of its fields. */
export class Problems {
  readonly all: FieldProblem[] = [];

  add(field: string, key: MessageKey, vars?: Vars): void {
    this.all.push({field, text: (l) => l.t(key, vars)});
  }

  /** A name has to be there, and something that people can read. */
  name(field: string, name: string): void {
    if (name.trim() === '') this.add(field, 'error.name');
    else if (!isText(name) || !/[\p{L}\p{N}\p{S}]/u.test(name)) this.add(field, 'error.name.unreadable');
    this.length(field, name, LIMITS.name);
  }

  /** At most `most` UTF-16 code units. */
  length(field: string, text: string, most: number): void {
    if (text.trim().length > most) this.add(field, 'error.tooLong', {n: text.trim().length - most});
  }

  /** Every consent that is asked for is ticked. */
  consents(consents: readonly Consent[], ticked: ReadonlySet<string>, host: string | undefined): void {
    for (const consent of consents) {
      if (consent.required && !ticked.has(consentKey(consent)))
        this.add(`c-${consent.id}`, 'error.consent', {host});
    }
  }
}

/** What a tick stands for: whoever ticked one version, or one text, has not agreed to another. */
export function consentKey({
  id,
  version,
  text,
}: {
  readonly id: string;
  readonly version?: string | undefined;
  readonly text?: string;
}): string {
  return JSON.stringify([id, version ?? text]);
}

/** Mail hosts that most people use: a name one slip away from one of them is probably meant to be it. */
const COMMON = ['gmail.com', 'hotmail.com', 'yahoo.com', 'outlook.com', 'icloud.com', 'gmx.de', 'web.de'];

/** The address that was probably meant, when the one typed looks like a slip; only ever a question, never a change. */
export function emailGuess(email: string): string | undefined {
  const [, name, domain = ''] = /^(.+)@([^@]+)$/.exec(email.trim()) ?? [];
  if (name === undefined || !isEmail(email.trim()) || COMMON.includes(domain.toLowerCase())) return undefined;
  const meant = COMMON.find((common) => isOneSlip(domain.toLowerCase(), common));
  return meant && `${name}@${meant}`;
}

/** True when `a` and `b` are alike but for one letter, or for two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  let [start, end] = [0, 0];
  while (start < a.length && a[start] === b[start]) start++;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [rest, other] = [a, b].map((text) => text.slice(start, text.length - end));
  const swapped = rest!.length === 2 && rest === other!.charAt(1) + other!.charAt(0);
  return rest!.length + other!.length < 3 || swapped;
}
