/** What a visitor has typed so far, and whether it can be sent. */
import type {Gathering, Question} from '../../../protocol/gathering.js';
import {isDate, isEmail, isPhone} from '../../../protocol/form-rules.js';
import {LIMITS} from '../../../protocol/limits.js';
import type {Signup as Message} from '../../../protocol/signup.js';
import type {MessageKey} from '../../../i18n/messages.js';
import {consentKey, Problems, type FieldProblem} from '../../../ui/form/checks.js';

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
  const problems = new Problems();
  const host = gathering.host?.name;

  const party = partyOf(draft);
  const {partyMax, contact = 'either', questions = [], consents = []} = gathering;
  if (Number.isNaN(party) || countOf(draft.adults) < 1) problems.add('adults', 'error.people');
  else if (party > (partyMax ?? LIMITS.party))
    problems.add('adults', 'who.tooMany', {n: partyMax ?? LIMITS.party, host});

  problems.name('name', draft.name);

  const [email, phone] = [draft.email.trim(), draft.phone.trim()];
  if (contact === 'either' && !email && !phone) problems.add('contact', 'error.contact');
  if (contact === 'email' && !email) problems.add('email', 'error.email.missing');
  if (contact === 'phone' && !phone) problems.add('phone', 'error.phone.missing');
  if (email && !isEmail(email)) problems.add('email', 'error.email');
  if (phone && !isPhone(phone)) problems.add('phone', 'error.phone');

  for (const question of questions) {
    const key = problemWith(question, draft.answers.get(question.id));
    if (key) problems.add(`q-${question.id}`, key, {question: question.label});
    else problems.length(`q-${question.id}`, String(draft.answers.get(question.id) ?? ''), LIMITS.answer);
  }
  problems.length('note', draft.note, LIMITS.text);
  problems.consents(consents, draft.consents, host);
  return problems.all;
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
