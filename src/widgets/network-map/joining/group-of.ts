/** From what was typed to what is said of a group, in a message and in a file alike. */
import {newId} from '../../../base/id.js';
import {coarsened} from '../../../protocol/coarse-place.js';
import type {Group} from '../../../protocol/group.js';
import type {GroupMessage} from '../../../protocol/group-message.js';
import {strictGroup} from '../../../protocol/read-group.js';
import {isText} from '../../../protocol/rules.js';
import {consentKey, type Consent} from '../../../ui/form/checks.js';
import {pageOf} from '../../../ui/sending/message.js';
import {linesIn, websiteOf, wordsIn, type Draft} from './draft.js';
import {readSpot} from './spot.js';

/** What a group says of itself. */
export type Said = Omit<Group, 'id'>;

/**
 * What `draft` says of the group, for everybody to read. Its place is rounded here, so that a closer one never leaves
 * the device.
 *
 * @param idOf the id that own words are known by, where they are
 */
export function saidOf(draft: Draft, idOf: (list: 'need' | 'value', word: string) => string): Said {
  const {kind, sector, needs, values} = draft;
  const [name, description, email] = [draft.name, draft.description, draft.publicEmail].map((text) =>
    text.trim(),
  ) as [string, string, string];
  const url = websiteOf(draft.url);
  const place = placeOf(draft);
  const all = (list: 'need' | 'value', ticked: ReadonlySet<string>, own: string): readonly string[] => [
    ...new Set([...ticked, ...wordsIn(own).map((word) => idOf(list, word))]),
  ];
  const connections = draft.ties.flatMap(({to, kind: how, note}) =>
    to === undefined ? [] : [{to, ...(how && {kind: how}), ...(note !== undefined && {note})}],
  );
  return {
    name,
    kind,
    ...(sector && {sector}),
    ...some('needs', all('need', needs, draft.ownNeeds)),
    ...some('offers', linesIn(draft.offers)),
    ...some('values', all('value', values, draft.ownValues)),
    ...(isText(description) && {description}),
    ...(url !== undefined && {url}),
    ...(place && {place}),
    ...(email && {contact: {email}}),
    ...some('connections', connections),
  };
}

/** The place as it is told: rounded to what may be shown. A person is shown no closer than their town. */
export function placeOf({kind, label, lat, lon, precision}: Draft): Group['place'] {
  const spot = readSpot(lat, lon);
  const named = isText(label) ? {label: label.trim()} : {};
  if (typeof spot === 'string') return 'label' in named ? named : undefined;
  return coarsened({...named, ...spot, precision: kind === 'person' ? 'town' : precision});
}

function some<Item>(name: string, list: readonly Item[]): object {
  return list.length > 0 ? {[name]: list} : {};
}

/** What a message is made of besides what is said of the group. */
export interface Circumstances {
  readonly consents: readonly Consent[];
  readonly language: string;
  /** The page the form stands in. */
  readonly page: string;
  readonly now: number;
  /** The message that is changed; a new one otherwise. */
  readonly before?: GroupMessage;
}

/** The message that says what was typed. What an earlier one said that the form does not ask for stays. */
export function messageOf(
  draft: Draft,
  said: Said,
  {consents, language, page, now, before}: Circumstances,
): GroupMessage {
  const at = new Date(now).toISOString();
  const email = draft.email.trim();
  const agreed = consents.filter((consent) => draft.consents.has(consentKey(consent)));
  const {image, declines, expires, contact} = before ?? {};
  const message: GroupMessage = {
    ctg: '1',
    ...said,
    id: before?.id ?? newId(),
    ...(contact?.url !== undefined && {contact: {...said.contact, url: contact.url}}),
    ...(image !== undefined && {image}),
    ...(declines && {declines}),
    ...(expires !== undefined && {expires}),
    ...(email && {email}),
    ...(draft.speaks && {speaks: true}),
    consents: agreed.map(
      ({id, version}) =>
        // Whoever agreed before has not agreed anew.
        before?.consents?.find((old) => old.id === id && old.version === version) ?? {
          id,
          ...(version !== undefined && {version}),
          at,
        },
    ),
    language,
    ...pageOf(page),
    at,
  };
  // `check` lets nothing through that this refuses; if it ever does, that is a mistake to find, not to send.
  if (!strictGroup(message)) throw new TypeError('The group does not keep to its own schema.');
  return message;
}
