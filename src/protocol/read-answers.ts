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

/** `json` after `shape`, leniently; `undefined` when something needed is missing. */
export function readAnswer(shape: Shape, json: unknown): unknown {
  const dropped: Dropped[] = [];
  return readShape(shape, json, dropped, ANSWER_RULES);
}

/** The receipt in an answer, if it names our `id`; `null` for one of somebody else, which proves nothing. */
export function readReceipt(json: unknown, id: string): Receipt | null | undefined {
  const receipt = readAnswer(RECEIPT, json) as Receipt | undefined;
  return receipt && (receipt.id === id ? receipt : null);
}

/** The refusal in an answer. It never fails: without a body that can be read, `code` is `refused`. */
export function readProblem(json: unknown): Problem {
  const known = typeof json === 'object' && json !== null ? json : {};
  const code = 'code' in known && typeof known.code === 'string' && known.code ? known.code : 'refused';
  return (readAnswer(PROBLEM, {...known, code}) as Problem | undefined) ?? {code: 'refused'};
}

/**
 * The signup and its receipt in an answer to someone who came back. Without an `id`, as on another device, the two
 * must at least name the same.
 */
export function readManaged(json: unknown, id?: string): Managed | undefined {
  const managed = readAnswer(MANAGED, json) as Managed | undefined;
  const ours = id ?? managed?.signup.id;
  return managed?.receipt.id === ours && managed?.signup.id === ours ? managed : undefined;
}

/** A signup that can be sent, or `undefined`. A property test holds this to `SignupSchema`. */
export const strictSignup = (message: unknown): Signup | undefined =>
  strictly(SIGNUP, message) as Signup | undefined;

/**
 * What can be sent, or `undefined`: the strict side, by the same table that reads, because the schema library alone
 * weighs more than the form.
 */
export function strictly(shape: Shape, message: unknown): unknown {
  const dropped: Dropped[] = [];
  const whole = readShape(shape, message, dropped, ANSWER_RULES);
  // Whatever was cut or left out without a word, an unknown key for one, makes what is left shorter.
  const same = dropped.length === 0 && JSON.stringify(whole)?.length === JSON.stringify(message).length;
  return same ? whole : undefined;
}
