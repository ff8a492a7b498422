/** From what was typed to what is sent. */
import {newId} from '../../../base/id.js';
import type {Linked} from '../../../endpoint/manage-href.js';
import type {Target} from '../../../endpoint/target.js';
import type {Writer} from '../../../endpoint/writing.js';
import type {Entry} from '../../../outbox/entry.js';
import type {Question} from '../../../protocol/gathering.js';
import {strictSignup} from '../../../protocol/read-answers.js';
import {isText} from '../../../protocol/rules.js';
import type {Signup as Message} from '../../../protocol/signup.js';
import type {Occasion} from '../occasion.js';
import {consentKey, countOf, type Draft} from './draft.js';

const DAY = 86_400_000;
/** How long a message waits for its endpoint at most, in milliseconds. */
const LONGEST = 7 * DAY;
/** How long a device remembers a delivered signup past the beginning of its gathering, in milliseconds. */
const AFTERWARDS = DAY;
/** For how long it remembers one whose gathering has no date. */
const UNDATED = 90 * DAY;

/** What a message is made of besides the draft. */
export interface Circumstances {
  readonly occasion: Occasion;
  readonly target: Target;
  /** Writes it as the endpoint wants it, where that is not simply our JSON. */
  readonly writer: Writer | undefined;
  /** The document, and where it came from. */
  readonly loaded: Linked;
  readonly language: string;
  /** The page the form stands in. */
  readonly page: string;
  readonly now: number;
  /** All of the party on the waiting list, as the visitor chose when asked. */
  readonly waitlist: boolean;
}

/** An entry for the outbox, with its message already written out: every attempt sends these very bytes. */
export function entryOf(draft: Draft, circumstances: Circumstances): Entry {
  const {occasion, target, writer, loaded, now} = circumstances;
  const message = messageOf(draft, circumstances);
  const start = occasion.standing.start?.at;
  // Some take sign-ups after they have begun.
  const until = Math.max(start ?? Infinity, occasion.standing.closes?.at ?? 0);
  const manage = loaded.document.links?.find(({rel}) => rel === 'manage')?.href;
  return {
    v: 1,
    kind: 'signups',
    id: message.id,
    endpoint: loaded.url,
    target: occasion.gathering.id,
    host: hostOf(target.href),
    ...target,
    ...(manage !== undefined && {manage}),
    body: written(message),
    ...(writer && {...writer(message, target), message: written(message)}),
    createdAt: now,
    expiresAt: Math.min(now + LONGEST, until),
    over: start === undefined ? now + UNDATED : start + AFTERWARDS,
    attempts: 0,
    nextAt: now,
    state: 'waiting',
  };
}

/** The host that a message goes to, as the visitor is told. */
export function hostOf(href: string): string {
  return URL.canParse(href) && new URL(href).host ? new URL(href).host : href.split('/')[0]!;
}

/** The message inside an entry; `undefined` when it was written by a version that says it differently. */
export function messageIn({body, message}: Entry): Message | undefined {
  try {
    return strictSignup(JSON.parse(message ?? body));
  } catch {
    // Not JSON: somebody else wrote into our store. The entry is still sent as it is.
    return undefined;
  }
}

/** The text that is sent. */
export function written(message: Message): string {
  return JSON.stringify(shielded(message));
}

/** `value`, safe from what old libraries hang on prototypes: with `Array.prototype.toJSON` a list is sent as text. */
function shielded<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (!Object.hasOwn(value, 'toJSON')) Object.defineProperty(value, 'toJSON', {value: undefined});
  Object.values(value).forEach(shielded);
  return value;
}

/** The message that says what was typed. */
export function messageOf(
  draft: Draft,
  {occasion, language, page, now, waitlist}: Omit<Circumstances, 'target' | 'loaded' | 'writer'>,
): Message {
  const {gathering} = occasion;
  const at = new Date(now).toISOString();
  const [email, phone, note] = [draft.email.trim(), draft.phone.trim(), draft.note.trim()];
  const asks = gathering.contact ?? 'either';
  const consents = (gathering.consents ?? []).filter((consent) => draft.consents.has(consentKey(consent)));
  const message: Message = {
    ctg: '1',
    id: newId(),
    gathering: gathering.id,
    name: draft.name.trim(),
    ...(email && asks !== 'phone' && {email}),
    ...(phone && asks !== 'email' && {phone}),
    adults: countOf(draft.adults),
    children: countOf(draft.children),
    answers: answersOf(gathering.questions ?? [], draft),
    consents: consents.map(({id, version}) => ({id, ...(version !== undefined && {version}), at})),
    ...(isText(note) && {note}),
    ...(waitlist && {waitlist}),
    language,
    // Without query and fragment, which often carry what is private.
    ...(/^https?:/.test(page) && {page: page.split(/[?#]/)[0]!}),
    at,
  };
  // `check` lets nothing through that this refuses; if it ever does, that is a mistake to find, not to send.
  if (!strictSignup(message)) throw new TypeError('The sign-up does not keep to its own schema.');
  return message;
}

function answersOf(questions: readonly Question[], draft: Draft): Message['answers'] {
  const answers: Array<readonly [string, string | number | boolean | string[]]> = [];
  for (const {id, type, options = []} of questions) {
    const given = draft.answers.get(id);
    // A prototype never travels, whatever a question is called.
    if (given === undefined || given.length === 0 || id === '__proto__') continue;
    if (typeof given !== 'string') answers.push([id, options.length > 0 ? [...given] : true]);
    else if (given.trim() !== '') answers.push([id, type === 'number' ? Number(given) : given.trim()]);
  }
  return Object.fromEntries(answers);
}
