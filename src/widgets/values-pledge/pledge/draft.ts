/** What a visitor has typed so far, and whether it can be sent. */
import {safeUrl} from '../../../base/safe-url.js';
import {isEmail} from '../../../protocol/form-rules.js';
import {LIMITS} from '../../../protocol/limits.js';
import type {Pledge, PledgeSection} from '../../../protocol/pledge.js';
import {consentKey, Problems, type FieldProblem} from '../../../ui/form/checks.js';

/** Everything typed, as it was typed. */
export interface Draft {
  kind: Pledge['kind'];
  display: Pledge['display'];
  name: string;
  email: string;
  place: string;
  /** Of an organisation: its website, and whom to ask. */
  url: string;
  contact: string;
  speaks: boolean;
  /** What the visitor wants to do this month: theirs alone, and never sent. */
  month: string;
  /** Own words by id of the value; there once their field was opened. */
  readonly words: Map<string, string>;
  /** Keys of the consents that are ticked, by `consentKey`. */
  readonly consents: Set<string>;
}

/** An empty draft: nothing is shown of anyone who does not ask for it. */
export function newDraft(kind: Pledge['kind']): Draft {
  return {
    kind,
    display: 'anonymous',
    name: '',
    email: '',
    place: '',
    url: '',
    contact: '',
    speaks: false,
    month: '',
    words: new Map(),
    consents: new Set(),
  };
}

/** The draft that a message was made from, to change it. */
export function draftOf(message: Pledge): Draft {
  const {kind, display, name, email = '', place = '', url = '', contact = '', speaks = false} = message;
  const words = message.values.flatMap(({id, wording}) =>
    wording === undefined ? [] : [[id, wording] as const],
  );
  return {
    ...{kind, display, name, email, place, url, contact, speaks},
    month: '',
    words: new Map(words),
    consents: new Set(message.consents.map(consentKey)),
  };
}

/** The website as it would be sent: people leave its beginning away. */
export function websiteOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = safeUrl(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined;
}

/** Whether the address is asked for: not of whom an endpoint knows by it, and that does not tell it again. */
export const asksEmail = (before: Pledge | undefined): boolean => !before || before.email !== undefined;

/** The values that are chosen, in the order of the document: one that has gone from it meanwhile is no choice any more. */
export const chosenOf = (chosen: ReadonlySet<string>, {values = []}: PledgeSection): readonly string[] =>
  values.map(({id}) => id).filter((id) => chosen.has(id));

/** Everything that keeps `draft` from being sent, in the order of the form. */
export function check(
  draft: Draft,
  chosen: ReadonlySet<string>,
  section: PledgeSection,
  publisher: string | undefined,
  before?: Pledge,
): readonly FieldProblem[] {
  const problems = new Problems();
  const {values = [], consents = []} = section;
  const ids = chosenOf(chosen, section);
  if (ids.length === 0) problems.add(`v-${values[0]?.id}`, 'error.values');
  for (const id of ids) problems.length(`w-${id}`, draft.words.get(id) ?? '', LIMITS.text);
  problems.name('name', draft.name);
  const email = draft.email.trim();
  if (email && !isEmail(email)) problems.add('email', 'error.email');
  if (!email && asksEmail(before)) problems.add('email', 'error.email.missing');
  if (draft.kind === 'organisation') {
    if (draft.url.trim() && !websiteOf(draft.url)) problems.add('url', 'error.url');
    problems.length('contact', draft.contact, LIMITS.name);
    if (!draft.speaks) problems.add('speaks', 'error.speaks');
  }
  if (draft.display !== 'anonymous') problems.length('place', draft.place, LIMITS.name);
  problems.consents(consents, draft.consents, publisher);
  return problems.all;
}
