/** What a visitor has typed of a group, and what keeps it from being sent. */
import {fetchableUrl} from '../../../base/safe-url.js';
import {isEmail} from '../../../protocol/form-rules.js';
import type {Group} from '../../../protocol/group.js';
import type {GroupMessage} from '../../../protocol/group-message.js';
import {LIMITS} from '../../../protocol/limits.js';
import {isId, isLink, isText} from '../../../protocol/rules.js';
import {consentKey, Problems, type Consent, type FieldProblem} from '../../../ui/form/checks.js';
import {isWrongWay, readSpot} from './spot.js';

/** A connection as it is typed. */
export interface TieDraft {
  /** What stands in its field. */
  name: string;
  /** Id of the group that is meant; `undefined` while the field names none. */
  to: string | undefined;
  /** Empty where nobody says. */
  kind: string;
  /** Kept of an earlier message; there is no field for it. */
  readonly note?: string | undefined;
}

/** Everything typed, as it was typed. */
export interface Draft {
  kind: NonNullable<Group['kind']>;
  name: string;
  url: string;
  description: string;
  sector: string;
  /** Ids that are ticked, and others as words with commas between them. */
  readonly needs: Set<string>;
  ownNeeds: string;
  readonly values: Set<string>;
  ownValues: string;
  /** One in each line. */
  offers: string;
  /** Of the place: what people call it, degrees, and how closely it may be shown. */
  label: string;
  lat: string;
  lon: string;
  precision: 'town' | 'exact';
  readonly ties: TieDraft[];
  /** For everybody to read. */
  publicEmail: string;
  /** Of whoever sends it. */
  email: string;
  speaks: boolean;
  /** Keys of the consents that are ticked, by `consentKey`. */
  readonly consents: Set<string>;
}

/** An empty draft: a place is shown no closer than its town, since many groups meet in homes. */
export function newDraft(): Draft {
  return {
    ...{kind: 'group', name: '', url: '', description: '', sector: '', offers: ''},
    ...{ownNeeds: '', ownValues: '', needs: new Set(), values: new Set()},
    ...{label: '', lat: '', lon: '', precision: 'town'},
    ...{ties: [], publicEmail: '', email: '', speaks: false, consents: new Set()},
  };
}

/** The draft that a message was made from, to change it; `nameOf` says what the group with an id is called. */
export function draftOf(message: GroupMessage, nameOf: (id: string) => string): Draft {
  const {kind = 'group', name, url = '', description = '', sector = '', needs, values, offers = []} = message;
  const {label = '', lat, lon, precision} = message.place ?? {};
  const {connections = [], contact, email = '', speaks = false, consents = []} = message;
  return {
    ...{kind, name, url, description, sector, email, speaks, label},
    ...{needs: new Set(needs), values: new Set(values), ownNeeds: '', ownValues: ''},
    offers: offers.join('\n'),
    lat: lat === undefined ? '' : `${lat}`,
    lon: lon === undefined ? '' : `${lon}`,
    precision: precision === 'exact' || precision === 'street' ? 'exact' : 'town',
    ties: connections.map(({to, kind: how = '', note}) => ({name: nameOf(to), to, kind: how, note})),
    publicEmail: contact?.email ?? '',
    consents: new Set(consents.map(consentKey)),
  };
}

/**
 * The website as it would be sent: people leave its beginning away. An e-mail address is none, which would come out as
 * somebody's name at a website and be there for everybody to read.
 */
export function websiteOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = fetchableUrl(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  return url?.hostname.includes('.') && isLink(url.href) ? url.href : undefined;
}

/** Own words: what stands between commas. */
export function wordsIn(typed: string): readonly string[] {
  return typed
    .split(/[,;،、\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Lines that have something in them. */
export function linesIn(typed: string): readonly string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isText);
}

/** What is asked of whoever sends it to somebody, over what a file needs. */
export interface Asked {
  readonly consents: readonly Consent[];
  readonly publisher: string | undefined;
}

/** Everything that keeps `draft` from becoming a group, in the order of the form; `asked` where it is sent. */
export function check(draft: Draft, asked?: Asked): readonly FieldProblem[] {
  const problems = new Problems();
  problems.name('name', draft.name);
  if (draft.url.trim() && !websiteOf(draft.url)) problems.add('url', 'join.error.url');
  problems.length('description', draft.description, LIMITS.text);
  checkWords(problems, 'ownNeeds', draft.ownNeeds, draft.needs);
  checkWords(problems, 'ownValues', draft.ownValues, draft.values);
  const lines = linesIn(draft.offers);
  problems.length('offers', lines.find((line) => line.length > LIMITS.name) ?? '', LIMITS.name);
  if (lines.length > LIMITS.few) problems.add('offers', 'join.error.many', {n: LIMITS.few});
  problems.length('label', draft.label, LIMITS.name);
  checkSpot(problems, draft);
  for (const [at, {name, to}] of draft.ties.entries())
    if (name.trim() && to === undefined) problems.add(`tie-${at}`, 'join.error.tie');
  for (const field of ['publicEmail', 'email'] as const) {
    const email = draft[field].trim();
    if (email && !isEmail(email) && (asked || field === 'publicEmail')) problems.add(field, 'error.email');
  }
  if (!asked) return problems.all;
  if (!draft.speaks) problems.add('speaks', 'join.error.may');
  problems.consents(asked.consents, draft.consents, asked.publisher);
  return problems.all;
}

function checkWords(problems: Problems, field: string, typed: string, ticked: ReadonlySet<string>): void {
  const words = wordsIn(typed);
  const bad = words.find((word) => !isId(word));
  if (bad !== undefined && bad.length > LIMITS.id) problems.length(field, bad, LIMITS.id);
  else if (bad !== undefined) problems.add(field, 'error.name.unreadable');
  if (words.length + ticked.size > LIMITS.few) problems.add(field, 'join.error.many', {n: LIMITS.few});
}

function checkSpot(problems: Problems, {lat, lon}: Draft): void {
  const spot = readSpot(lat, lon);
  if (spot !== 'half' && spot !== 'wrong') return;
  const empty = lat.trim() === '' ? 'lat' : 'lon';
  if (spot === 'half') problems.add(empty, 'join.error.half');
  else problems.add('lat', isWrongWay(lat, lon) ? 'join.error.swapped' : 'join.error.spot');
}
