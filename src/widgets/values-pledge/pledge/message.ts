/** From what was typed to what is sent. */
import {newId} from '../../../base/id.js';
import type {Pledge, PledgeSection} from '../../../protocol/pledge.js';
import {strictPledge} from '../../../protocol/read-pledge.js';
import {isText} from '../../../protocol/rules.js';
import {consentKey} from '../../../ui/form/checks.js';
import {pageOf} from '../../../ui/sending/message.js';
import {chosenOf, websiteOf, type Draft} from './draft.js';

/** What a message is made of besides the draft. */
export interface Circumstances {
  readonly chosen: ReadonlySet<string>;
  readonly section: PledgeSection;
  readonly language: string;
  /** The page the form stands in. */
  readonly page: string;
  readonly now: number;
  /** Of the pledge that is changed; a new one otherwise. */
  readonly id?: string;
}

/** The message that says what was typed. What the visitor wants to do this month is not in it. */
export function messageOf(
  draft: Draft,
  {chosen, section, language, page, now, id = newId()}: Circumstances,
): Pledge {
  const at = new Date(now).toISOString();
  const {kind, display, words, speaks} = draft;
  const [name, email, place, contact] = [draft.name, draft.email, draft.place, draft.contact].map((text) =>
    text.trim(),
  ) as [string, string, string, string];
  const organisation = kind === 'organisation';
  const url = organisation ? websiteOf(draft.url) : undefined;
  const values = chosenOf(chosen, section).map((value) => {
    const wording = words.get(value)?.trim();
    return isText(wording) ? {id: value, wording: wording as string} : {id: value};
  });
  const agreed = (section.consents ?? []).filter((consent) => draft.consents.has(consentKey(consent)));
  const message: Pledge = {
    ctg: '1',
    id,
    kind,
    name,
    ...(email && {email}),
    display,
    // A place that was typed before it was chosen to be seen by nobody is nobody's to see.
    ...(display !== 'anonymous' && isText(place) && {place}),
    ...(url !== undefined && {url}),
    values,
    ...(organisation && speaks && {speaks}),
    ...(organisation && isText(contact) && {contact}),
    consents: agreed.map(({id: consent, version}) => ({
      id: consent,
      ...(version !== undefined && {version}),
      at,
    })),
    language,
    ...pageOf(page),
    at,
  };
  // `check` lets nothing through that this refuses; if it ever does, that is a mistake to find, not to send.
  if (!strictPledge(message)) throw new TypeError('The pledge does not keep to its own schema.');
  return message;
}
