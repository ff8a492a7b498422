/** The lenient reader of what comes back to a visitor: receipts, refusals, and a signup that is looked at again. */
import {MANAGED, PROBLEM, RECEIPT} from './answer-tables.js';
import type {Problem} from './problem.js';
import {type Dropped, readShape, RULES, type Rules} from './read.js';
import type {Managed, Receipt} from './receipt.js';
import {isAdults, isAnswer, isChildren, isEmail, isPage, isPhone, isUuid} from './rules.js';
import type {Shape} from './shape.js';
import type {Signup} from './signup.js';

/** A signup, alone. */
export const SIGNUP = MANAGED['!signup'] as Shape;

/** The rules of what comes back to a visitor. */
export const ANSWER_RULES: Rules = {
  ...RULES,
  adults: isAdults,
  answer: isAnswer,
  children: isChildren,
  email: isEmail,
  page: isPage,
  phone: isPhone,
  uuid: isUuid,
};

function read(shape: Shape, json: unknown): unknown {
  const dropped: Dropped[] = [];
  return readShape(shape, json, dropped, ANSWER_RULES);
}

/** The receipt in an answer, if it names our `id`; `null` for one of somebody else, which proves nothing. */
export function readReceipt(json: unknown, id: string): Receipt | null | undefined {
  const receipt = read(RECEIPT, json) as Receipt | undefined;
  return receipt && (receipt.id === id ? receipt : null);
}

/** The refusal in an answer. It never fails: without a body that can be read, `code` is `refused`. */
export function readProblem(json: unknown): Problem {
  const known = typeof json === 'object' && json !== null ? json : {};
  const code = 'code' in known && typeof known.code === 'string' && known.code ? known.code : 'refused';
  return (read(PROBLEM, {...known, code}) as Problem | undefined) ?? {code: 'refused'};
}

/**
 * The signup and its receipt in an answer to someone who came back. Without an `id`, as on another device, the two
 * must at least name the same.
 */
export function readManaged(json: unknown, id?: string): Managed | undefined {
  const managed = read(MANAGED, json) as Managed | undefined;
  const ours = id ?? managed?.signup.id;
  return managed?.receipt.id === ours && managed?.signup.id === ours ? managed : undefined;
}

/**
 * A signup that can be sent, or `undefined`: the strict side, by the same table that reads, because the schema
 * library alone weighs more than the form. A property test holds this to `SignupSchema`.
 */
export function strictSignup(message: unknown): Signup | undefined {
  const dropped: Dropped[] = [];
  const signup = readShape(SIGNUP, message, dropped, ANSWER_RULES) as Signup | undefined;
  // Whatever was cut or left out without a word, an unknown key for one, makes what is left shorter.
  const whole = dropped.length === 0 && JSON.stringify(signup)?.length === JSON.stringify(message).length;
  return whole ? signup : undefined;
}
