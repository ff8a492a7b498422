import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Gathering, Question} from '../../src/protocol/gathering.js';
import {isDate, isEmail} from '../../src/protocol/rules.js';
import {type Signup, SignupSchema} from '../../src/protocol/signup.js';
import {checkMessage, consentProblems, pointerTo, type Rules, shapeProblems, tidyEmail} from './checking.js';
import {type FieldProblem, invalid, type Refusal} from './problems.js';
import {partyOf} from './signups.js';

type Answer = Signup['answers'][string];

/**
 * Reads `message` as a signup for `gathering`, or says for each field what is missing.
 *
 * First the shape, which is the same for every gathering; then what this one asks: a way to be reached, its
 * questions, its consents in their present wording.
 */
export function checkSignup(message: unknown, gathering: Gathering): Result<Signup, Refusal> {
  return checkMessage(message, rulesOf(gathering));
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
    : parsed.error.issues.flatMap((issue) => shapeProblems(issue, rulesOf(gathering)));
  return parsed.success && errors.length === 0 ? ok(parsed.data) : fail(invalid(errors));
}

/** Everything this gathering asks for and did not get. */
function askedFor(signup: Signup, gathering: Gathering): FieldProblem[] {
  const errors = [
    ...contactProblems(signup, gathering),
    ...partyProblems(signup, gathering),
    ...(gathering.questions ?? []).flatMap((question) => answerProblems(signup, question)),
    ...consentProblems(signup.consents, gathering.consents, ', or ask the host for another way to sign up'),
  ];
  if (signup.gathering === gathering.id) return errors;
  return [...errors, {pointer: '/gathering', detail: 'This sign-up is for another gathering.'}];
}

function rulesOf(gathering: Gathering): Rules<Signup> {
  return {
    schema: SignupSchema,
    standIns: {name: '?', adults: 1, children: 0, answers: {}, consents: []},
    sentence: (pointer) => SENTENCES[pointer],
    tidy: normalised,
    asked: (signup) => askedFor(signup, gathering),
    together: ['email', 'phone'],
  };
}

const SENTENCES: Readonly<Record<string, string>> = {
  '/name': 'Enter your name.',
  '/phone': 'This phone number looks unfinished.',
  '/email': 'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.',
  '/adults': 'Choose how many people are coming.',
  '/children': 'Choose how many people are coming.',
};

/** E-mail addresses lose the space around them and the capitals of their host, which mean nothing there. */
function normalised(signup: Signup): Signup {
  const email = tidyEmail(signup.email);
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
