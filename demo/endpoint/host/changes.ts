import type {Gathering} from '../../../src/protocol/gathering.js';
import type {Letter} from '../mail/letter.js';
import {published, type GatheringRow, type Site, whole} from '../documents.js';
import {whenOf, zoneName} from '../pages/words.js';
import {manageHref} from '../receipts.js';
import {keepUntil} from '../retention.js';
import type {SignupRow} from '../signups.js';

/** Something that guests have planned with, and that is different now. */
export interface Change {
  readonly name: 'When' | 'Where';
  readonly before: string;
  readonly after: string;
}

/** What is different for guests between two states of a gathering: its time and its place, nothing else. */
export function changesBetween(before: Gathering, after: Gathering): readonly Change[] {
  const changes: readonly Change[] = [
    {name: 'When', before: whenText(before), after: whenText(after)},
    {name: 'Where', before: whereText(before), after: whereText(after)},
  ];
  return changes.filter((change) => change.before !== change.after);
}

/** `Thursday 3 December, 6:00 to 7:30 pm, Pacific Time`. */
export function whenText({start, end, timeZone}: Gathering): string {
  const when = whenOf(start, end);
  return when
    ? [when.date, when.time, zoneName(timeZone)].filter(Boolean).join(', ')
    : 'Date to be confirmed';
}

function whereText({place}: Gathering): string {
  return [place?.name, place?.address].filter(Boolean).join(', ');
}

/** Those who would come to a place that is not there any more: everybody who did not leave and was not refused. */
export function concerned(guests: readonly SignupRow[]): readonly SignupRow[] {
  return guests.filter(
    ({status}) => status === 'confirmed' || status === 'waitlisted' || status === 'pending',
  );
}

/** What letters of a site's host are written with. */
export interface LetterOptions {
  readonly base: string;
  readonly now: number;
}

/**
 * Tells one guest what changed; undefined for guests without an e-mail address.
 *
 * Who has no place yet is told no more than anyone may read: an address that is given with the place stays unknown.
 */
export function changeLetter(
  site: Site,
  rows: {readonly before: GatheringRow; readonly after: GatheringRow},
  guest: SignupRow,
  options: LetterOptions,
): Letter | undefined {
  const read = guest.status === 'confirmed' ? whole : published;
  const after = read(rows.after);
  const changes = changesBetween(read(rows.before), after);
  if (changes.length === 0) return undefined;
  const lines = changes.map(
    ({name, before, after: now}) => `${name}: ${now || 'to be told'}${before && `\n  before: ${before}`}`,
  );
  return letterTo(site, rows.after, guest, options, {
    kind: 'changed',
    subject: `Changed: ${after.name}, ${whenText(after)}`,
    text: [`${site.publisher.name} changed “${after.name}”.`, ...lines].join('\n\n'),
  });
}

/** What a host wrote to everyone. */
export interface Words {
  readonly subject: string;
  readonly text: string;
}

/** What a host wrote, to one guest; undefined for guests without an e-mail address. */
export function messageLetter(
  site: Site,
  row: GatheringRow,
  guest: SignupRow,
  options: LetterOptions,
  words: Words,
): Letter | undefined {
  return letterTo(site, row, guest, options, {kind: 'message', ...words});
}

/** One letter to one guest: nobody sees who else got it, and everyone gets their own private link. */
function letterTo(
  site: Site,
  row: GatheringRow,
  {id, token, body}: SignupRow,
  {base, now}: LetterOptions,
  {kind, subject, text}: Words & {readonly kind: string},
): Letter | undefined {
  if (body.email === undefined) return undefined;
  const gathering = whole(row);
  const foot = [
    `You get this because you signed up for “${gathering.name}”, ${whenText(gathering)}.`,
    `If your plans change, give your places up here:\n${manageHref(base, site.id, token)}\nOnly you have this link. Don’t pass it on.`,
  ];
  return {
    to: body.email,
    subject,
    text: [text, '-- ', ...foot].join('\n\n') + '\n',
    fromName: site.publisher.name,
    site: site.id,
    signup: id,
    kind,
    keepUntil: keepUntil(site, gathering, now),
  };
}
