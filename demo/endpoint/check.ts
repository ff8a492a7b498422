import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Gathering, Question} from '../../src/protocol/gathering.js';
import {isDate, isEmail} from '../../src/protocol/rules.js';
import {type Signup, SignupSchema} from '../../src/protocol/signup.js';
import {type FieldProblem, invalid, type Refusal} from './problems.js';
import {partyOf} from './signups.js';

type Issue = NonNullable<ReturnType<typeof SignupSchema.safeParse>['error']>['issues'][number];
type Answer = Signup['answers'][string];

/**
 * Reads `message` as a signup for `gathering`, or says for each field what is missing.
 *
 * First the shape, which is the same for every gathering; then what this one asks: a way to be reached, its
 * questions, its consents in their present wording.
 */
export function checkSignup(message: unknown, gathering: Gathering): Result<Signup, Refusal> {
  const parsed = SignupSchema.safeParse(message);
  if (parsed.success) {
    const signup = storable(normalised(parsed.data));
    const errors = askedFor(signup, gathering);
    return errors.length > 0 ? fail(invalid(errors)) : ok(signup);
  }
  const {issues} = parsed.error;
  const bad = new Set(issues.map(({path}) => String(path[0] ?? '')));
  // One round for everything: what is well formed is checked although something else is not.
  const rest = SignupSchema.safeParse(repaired(message, bad));
  const others = rest.success ? askedFor(rest.data, gathering) : [];
  const contact = bad.has('email') || bad.has('phone');
  const unrelated = others.filter(({pointer}) => {
    const field = pointer.split('/')[1] ?? '';
    return !bad.has(field) && !(contact && (field === 'email' || field === 'phone'));
  });
  return fail(invalid([...issues.flatMap(shapeProblems), ...unrelated]));
}

/**
 * Reads `message`, a signup that was taken before with another number of people, and checks that number alone.
 *
 * What is asked and how it is worded may have changed since; the private page has no fields for that.
 */
export function checkParty(message: unknown, gathering: Gathering): Result<Signup, Refusal> {
  const parsed = SignupSchema.safeParse(message);
  const errors = parsed.success
    ? partyProblems(parsed.data, gathering)
    : parsed.error.issues.flatMap(shapeProblems);
  return parsed.success && errors.length === 0 ? ok(parsed.data) : fail(invalid(errors));
}

/** Everything this gathering asks for and did not get. */
function askedFor(signup: Signup, gathering: Gathering): FieldProblem[] {
  const errors = [
    ...contactProblems(signup, gathering),
    ...partyProblems(signup, gathering),
    ...(gathering.questions ?? []).flatMap((question) => answerProblems(signup, question)),
    ...consentProblems(signup, gathering),
  ];
  if (signup.gathering === gathering.id) return errors;
  return [...errors, {pointer: '/gathering', detail: 'This sign-up is for another gathering.'}];
}

/** What stands in for fields of the wrong shape while the rest is checked; never kept. */
const STAND_INS: Partial<Signup> = {name: '?', adults: 1, children: 0, answers: {}, consents: []};

function repaired(message: unknown, bad: ReadonlySet<string>): unknown {
  if (typeof message !== 'object' || message === null) return undefined;
  const good = Object.entries(message).filter(([key]) => !bad.has(key));
  const stand = Object.entries(STAND_INS).filter(([key]) => bad.has(key));
  return Object.fromEntries([...good, ...stand]);
}

/** Sentences for what has the wrong shape; the schema's own words are for developers. */
function shapeProblems(issue: Issue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: 'This is not known here.',
    }));
  }
  const pointer = pointerTo(issue.path);
  return [{pointer, detail: SENTENCES[pointer] ?? issue.message}];
}

/** A JSON pointer; the message itself is `/`, because an empty pointer can not be told from a missing one. */
function pointerTo(path: readonly PropertyKey[]): string {
  return `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

const SENTENCES: Readonly<Record<string, string>> = {
  '/name': 'Enter your name.',
  '/phone': 'This phone number looks unfinished.',
  '/email': 'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
  '/adults': 'Choose how many people are coming.',
  '/children': 'Choose how many people are coming.',
};

/**
 * The same message in characters that a database takes: PostgreSQL keeps neither U+0000 nor half a surrogate pair,
 * and nobody typed those. Everything else stays as it was typed.
 */
function storable(signup: Signup): Signup {
  const clean = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '\ufffd') : value;
  return JSON.parse(JSON.stringify(signup), clean) as Signup;
}

/** E-mail addresses lose the space around them and the capitals of their host, which mean nothing there. */
function normalised(signup: Signup): Signup {
  const email = signup.email?.trim().replace(/@[^@]*$/, (host) => host.toLowerCase());
  const phone = signup.phone?.trim();
  const {email: _email, phone: _phone, ...rest} = signup;
  return {...rest, name: signup.name.trim(), ...(email && {email}), ...(phone && {phone})};
}

function contactProblems({email, phone}: Signup, {contact}: Gathering): FieldProblem[] {
  if (contact === 'email' && !email) return [{pointer: '/email', detail: 'Give an e-mail address.'}];
  if (contact === 'phone' && !phone) return [{pointer: '/phone', detail: 'Give a phone number.'}];
  return email || phone ? [] : [{pointer: '/email', detail: 'Give an e-mail address or a phone number.'}];
}

function partyProblems(signup: Signup, {partyMax}: Gathering): FieldProblem[] {
  if (partyMax === undefined || partyOf(signup) <= partyMax) return [];
  return [{pointer: '/adults', detail: `You can sign up ${partyMax} people at most.`}];
}

function answerProblems(signup: Signup, question: Question): FieldProblem[] {
  const answer = Object.hasOwn(signup.answers, question.id) ? signup.answers[question.id] : undefined;
  const pointer = pointerTo(['answers', question.id]);
  if (isEmpty(answer)) {
    if (question.required !== true) return [];
    return [{pointer, detail: `Answer this question: ${question.label}`}];
  }
  const detail = wrongAnswer(answer, question);
  return detail === undefined ? [] : [{pointer, detail}];
}

function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === false) return true;
  return (
    (typeof answer === 'string' && answer.trim() === '') || (Array.isArray(answer) && answer.length === 0)
  );
}

function wrongAnswer(answer: Answer | undefined, question: Question): string | undefined {
  const again = `Answer this question: ${question.label}`;
  switch (question.type) {
    case 'select':
    case 'radio': {
      const known = (question.options ?? []).some(({value}) => value === answer);
      return known || !question.options ? undefined : again;
    }
    case 'number':
      return Number.isFinite(Number(answer)) ? undefined : again;
    case 'date':
      return typeof answer === 'string' && isDate(answer) ? undefined : again;
    case 'email':
      return typeof answer === 'string' && isEmail(answer) ? undefined : SENTENCES['/email'];
    case 'checkbox': {
      const given = Array.isArray(answer) ? answer : [answer];
      const options = question.options;
      return !options || given.every((one) => options.some(({value}) => value === one)) ? undefined : again;
    }
    default:
      return undefined;
  }
}

function consentProblems(signup: Signup, gathering: Gathering): FieldProblem[] {
  return (gathering.consents ?? []).flatMap((consent) => {
    const given = signup.consents.find(({id}) => id === consent.id);
    const pointer = pointerTo(['consents', consent.id]);
    if (given && given.version !== consent.version) {
      return [{pointer, detail: 'This text has changed. Read it again.'}];
    }
    if (consent.required === true && !given) {
      return [{pointer, detail: 'Tick this box to go on, or ask the host for another way to sign up.'}];
    }
    return [];
  });
}
