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
import {consentKey} from '../../../ui/form/checks.js';
import {entryOf as writtenDown, messageIn as readIn, pageOf} from '../../../ui/sending/message.js';
import type {Occasion} from '../occasion.js';
import {countOf, type Draft} from './draft.js';

const DAY = 86_400_000;
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

/** An entry for the outbox. */
export function entryOf(draft: Draft, circumstances: Circumstances): Entry {
  const {occasion, now} = circumstances;
  const start = occasion.standing.start?.at;
  return writtenDown(messageOf(draft, circumstances), {
    ...circumstances,
    kind: 'signups',
    about: occasion.gathering.id,
    rel: 'manage',
    // Some take sign-ups after they have begun.
    until: Math.max(start ?? Infinity, occasion.standing.closes?.at ?? 0),
    over: start === undefined ? now + UNDATED : start + AFTERWARDS,
  });
}

/** The message inside an entry. */
export function messageIn(entry: Entry): Message | undefined {
  return readIn(entry, strictSignup);
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
    ...pageOf(page),
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
