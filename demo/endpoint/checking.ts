/** What the checks of all messages have in common: every problem in one answer, each with a sentence for its field. */
import type {Result} from '../../src/base/result.js';
import {fail, ok} from '../../src/base/result.js';
import type {Consent} from '../../src/protocol/gathering.js';
import type {z} from '../../src/protocol/zod.js';
import {type FieldProblem, invalid, type Refusal} from './problems.js';

/** A problem that a schema found. */
export type Issue = z.core.$ZodIssue;

/** How one kind of message is checked. */
export interface Rules<Message> {
  readonly schema: z.ZodMiniType<Message>;
  /** What stands in for fields of the wrong shape while the rest is checked; never kept. */
  readonly standIns: Partial<Message>;
  /** The sentence for a pointer; the schema's own words are for developers. */
  sentence(pointer: string, issue: Issue): string | undefined;
  /** The message with what means nothing taken off. */
  tidy(message: Message): Message;
  /** Everything that is asked for and did not come. */
  asked(message: Message): readonly FieldProblem[];
  /** Fields that stand in for each other: where one has the wrong shape, the others are not asked for. */
  readonly together?: readonly string[];
}

/** Reads a message, or says for each field what is missing: first the shape, then what is asked here and now. */
export function checkMessage<Message extends object>(
  message: unknown,
  rules: Rules<Message>,
): Result<Message, Refusal> {
  const parsed = rules.schema.safeParse(message);
  if (parsed.success) {
    const tidied = storable(rules.tidy(parsed.data));
    const errors = rules.asked(tidied);
    return errors.length > 0 ? fail(invalid(errors)) : ok(tidied);
  }
  const {issues} = parsed.error;
  const bad = new Set(issues.map(({path}) => String(path[0] ?? '')));
  // One round for everything: what is well formed is checked although something else is not.
  const rest = rules.schema.safeParse(repaired(message, bad, rules.standIns));
  const others = rest.success ? rules.asked(rest.data) : [];
  const {together = []} = rules;
  const covered = together.some((field) => bad.has(field)) ? together : [];
  const unrelated = others.filter(({pointer}) => {
    const field = pointer.split('/')[1] ?? '';
    return !bad.has(field) && !covered.includes(field);
  });
  const shape = issues.flatMap((issue) => shapeProblems(issue, rules));
  return fail(invalid([...shape, ...unrelated]));
}

/** Sentences for what has the wrong shape. */
export function shapeProblems<Message>(
  issue: Issue,
  {sentence}: Pick<Rules<Message>, 'sentence'>,
): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: 'This is not known here.',
    }));
  }
  const pointer = pointerTo(issue.path);
  return [{pointer, detail: sentence(pointer, issue) ?? issue.message}];
}

/** A JSON pointer; the message itself is `/`, because an empty pointer can not be told from a missing one. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

/** The address without the space around it, and without the capitals of its host, which mean nothing there. */
export function tidyEmail(email: string | undefined): string | undefined {
  return email?.trim().replace(/@[^@]*$/, (host) => host.toLowerCase());
}

/**
 * What is wrong with what was agreed to: a wording that has changed since, or none where one is required.
 *
 * @param otherwise what can be done by whoever would not agree
 */
export function consentProblems(
  given: readonly {readonly id: string; readonly version?: string | undefined}[],
  consents: readonly Consent[] | undefined,
  otherwise: string,
): FieldProblem[] {
  return (consents ?? []).flatMap((consent) => {
    const agreed = given.find(({id}) => id === consent.id);
    const pointer = pointerTo(['consents', consent.id]);
    if (agreed && agreed.version !== consent.version) {
      return [{pointer, detail: 'This text has changed. Read it again.'}];
    }
    if (consent.required === true && !agreed) {
      return [{pointer, detail: `Tick this box to go on${otherwise}.`}];
    }
    return [];
  });
}

function repaired(message: unknown, bad: ReadonlySet<string>, standIns: object): unknown {
  if (typeof message !== 'object' || message === null) return undefined;
  const good = Object.entries(message).filter(([key]) => !bad.has(key));
  const stand = Object.entries(standIns).filter(([key]) => bad.has(key));
  return Object.fromEntries([...good, ...stand]);
}

/**
 * The same message in characters that a database takes: PostgreSQL keeps neither U+0000 nor half a surrogate pair,
 * and nobody typed those. Everything else stays as it was typed.
 */
function storable<Message>(message: Message): Message {
  const clean = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '\ufffd') : value;
  return JSON.parse(JSON.stringify(message), clean) as Message;
}
