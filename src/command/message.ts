/** The sign-ups of a trial: whoever runs an endpoint has to see at once that nobody is behind them. */
import {newId} from '../base/id.js';
import type {Gathering, Question} from '../protocol/gathering.js';
import type {Signup} from '../protocol/signup.js';

/** Who signs up in a trial. */
export const NAME = 'ctg check';
/** A domain that is kept for examples (RFC 2606), so that no letter reaches anybody. */
const EMAIL = 'ctg-check@example.com';

/** A sign-up of one person that answers everything the gathering asks for. */
export function signupFor(gathering: Gathering, page: string, now: number): Signup {
  const {id, questions = [], consents = []} = gathering;
  const at = new Date(now).toISOString().replace(/\.\d+/, '');
  return {
    ctg: '1',
    id: newId(),
    gathering: id,
    name: NAME,
    email: EMAIL,
    phone: '+1 775 555 0100',
    adults: 1,
    children: 0,
    answers: Object.fromEntries(
      questions.filter(({required}) => required).map((question) => [question.id, answerTo(question)]),
    ),
    consents: consents.map((consent) => ({
      id: consent.id,
      ...(consent.version !== undefined && {version: consent.version}),
      at,
    })),
    note: 'A test by `ctg check`, given up again by itself.',
    language: 'en',
    page,
    at,
  };
}

function answerTo({type, options = []}: Question): string | number | string[] {
  const [{value} = {value: NAME}] = options;
  switch (type) {
    case 'email':
      return EMAIL;
    case 'tel':
      return '+1 775 555 0100';
    case 'number':
      return 1;
    case 'date':
      return '2030-01-01';
    case 'checkbox':
      return options.length > 0 ? [value] : 'yes';
    case 'select':
    case 'radio':
    case 'text':
    case 'textarea':
      return value;
  }
}
