/** What a visitor has typed so far, and whether it can be sent. */
import type {Gathering, Question} from '../../../protocol/gathering.js';
import {isDate, isEmail, isPhone} from '../../../protocol/form-rules.js';
import {LIMITS} from '../../../protocol/limits.js';
import {isText} from '../../../protocol/rules.js';
import type {Signup as Message} from '../../../protocol/signup.js';
import type {Localizer} from '../../../i18n/localizer.js';
import type {MessageKey, Vars} from '../../../i18n/messages.js';

/** Everything typed, as it was typed. Counts are text, because a visitor may type anything into them. */
export interface Draft {
  adults: string;
  children: string;
  name: string;
  email: string;
  phone: string;
  note: string;
  /** By id of the question: text, or the values that are ticked. */
  readonly answers: Map<string, string | readonly string[]>;
  /** Keys of the consents that are ticked, by `consentKey`. */
  readonly consents: Set<string>;
}

/** Something to look at again: the id of its control, and a sentence, whichever language is spoken when it is read. */
export interface FieldProblem {
  readonly field: string;
  readonly text: (l: Localizer) => string;
}

/** An empty draft: one adult, nothing ticked. */
export function newDraft(): Draft {
  return {
    adults: '1',
    children: '0',
    name: '',
    email: '',
    phone: '',
    note: '',
    answers: new Map(),
    consents: new Set(),
  };
}

/** The draft that a message was made from, to change it. */
export function draftOf(message: Message): Draft {
  return {
    adults: String(message.adults),
    children: String(message.children),
    name: message.name,
    email: message.email ?? '',
    phone: message.phone ?? '',
    note: message.note ?? '',
    answers: new Map(Object.entries(message.answers).map(([id, answer]) => [id, typedAs(answer)])),
    consents: new Set(message.consents.map(consentKey)),
  };
}

/** An answer as it would be typed or ticked. */
export function typedAs(answer: string | number | boolean | readonly string[]): string | readonly string[] {
  if (typeof answer === 'object') return answer;
  return answer === true ? ['yes'] : answer === false ? [] : String(answer);
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

/** How many people, by the two counts; `NaN` when one of them is no count. */
export function partyOf({adults, children}: Draft): number {
  return countOf(adults) + countOf(children);
}

/** `text` as a whole number of people, digits of any script; `NaN` when it is none. */
export function countOf(text: string): number {
  const digits = text.trim().replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
  return /^\d{1,6}$/.test(digits) ? Number(digits) : NaN;
}

/** The value of a decimal digit: every script has its ten in a row, beginning where no digit stands before. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0)!;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** Everything that keeps `draft` from being sent, in the order of the form. */
export function check(draft: Draft, gathering: Gathering): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const host = gathering.host?.name;
  const add = (field: string, key: MessageKey, vars?: Vars): void =>
    void problems.push({field, text: (l) => l.t(key, vars)});

  const party = partyOf(draft);
  const {partyMax, contact = 'either', questions = [], consents = []} = gathering;
  if (Number.isNaN(party) || countOf(draft.adults) < 1) add('adults', 'error.people');
  else if (party > (partyMax ?? LIMITS.party))
    add('adults', 'who.tooMany', {n: partyMax ?? LIMITS.party, host});

  if (draft.name.trim() === '') add('name', 'error.name');
  else if (!isText(draft.name) || !/[\p{L}\p{N}\p{S}]/u.test(draft.name))
    add('name', 'error.name.unreadable');
  tooLong('name', draft.name, LIMITS.name);

  const [email, phone] = [draft.email.trim(), draft.phone.trim()];
  if (contact === 'either' && !email && !phone) add('contact', 'error.contact');
  if (contact === 'email' && !email) add('email', 'error.email.missing');
  if (contact === 'phone' && !phone) add('phone', 'error.phone.missing');
  if (email && !isEmail(email)) add('email', 'error.email');
  if (phone && !isPhone(phone)) add('phone', 'error.phone');

  for (const question of questions) {
    const key = problemWith(question, draft.answers.get(question.id));
    if (key) add(`q-${question.id}`, key, {question: question.label});
    else tooLong(`q-${question.id}`, String(draft.answers.get(question.id) ?? ''), LIMITS.answer);
  }
  tooLong('note', draft.note, LIMITS.text);
  for (const consent of consents) {
    if (consent.required && !draft.consents.has(consentKey(consent)))
      add(`c-${consent.id}`, 'error.consent', {host});
  }
  return problems;

  function tooLong(field: string, text: string, most: number): void {
    if (text.trim().length > most) add(field, 'error.tooLong', {n: text.trim().length - most});
  }
}

function problemWith(
  question: Question,
  answer: string | readonly string[] | undefined,
): MessageKey | undefined {
  const {type, required, options = []} = question;
  const given = typeof answer === 'string' ? answer.trim() : (answer ?? []);
  if (given.length === 0) return required ? 'error.required' : undefined;
  const chosen = typeof given === 'string' ? [given] : given;
  switch (type) {
    case 'email':
      return isEmail(given) ? undefined : 'error.email';
    case 'tel':
      return isPhone(given) ? undefined : 'error.phone';
    case 'number':
      return Number.isFinite(Number(given)) ? undefined : 'error.number';
    case 'date':
      return isDate(given) ? undefined : 'error.date';
    case 'select':
    case 'radio':
      return options.some(({value}) => chosen.includes(value)) ? undefined : 'error.choice';
    case 'checkbox':
    case 'text':
    case 'textarea':
      return undefined;
  }
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
