/**
 * Every sentence of every letter: short, kind, whole. Nobody is told more of anyone than they need.
 *
 * What visitors typed stands in these letters only where it can not be taken for ours: anyone may sign a stranger up,
 * and a name that is really an advertisement would be one sent by us.
 */
import type {Gathering} from '../../../src/protocol/gathering.js';
import {count, whenOf, zoneName} from '../pages/words.js';
import {oneLine} from './letter.js';

/** A letter's words, before it has an address. */
export interface Words {
  readonly subject: string;
  readonly text: string;
}

/** What a letter to a guest may speak of. */
export interface GuestFacts {
  /** The guest's own name, as they typed it. */
  readonly name: string;
  /** How many come, the guest included. */
  readonly party: number;
  /** The gathering as this guest may know it. */
  readonly gathering: Gathering;
  readonly publisher: string;
  /** Where the sign-up can be changed. */
  readonly link: string;
}

/** What a letter to a host may speak of. */
export interface HostFacts {
  readonly name: string;
  readonly party: number;
  readonly gathering: Gathering;
  /** People who have a place now. */
  readonly coming: number;
  /** People on the waiting list now. */
  readonly waiting: number;
  /** The host's page. */
  readonly link: string;
}

/** Longest name that is greeted, in characters. */
const GREETED = 60;
/** What makes a name an address or an advertisement: schemes, at signs, and dots that do not end a word. */
const ADVERTISES = /[/:@\\]|\.\p{L}|https?|www/iu;

function hello(name: string): string {
  const line = oneLine(name);
  return line === '' || line.length > GREETED || ADVERTISES.test(line) ? 'Hello,' : `Hello ${line},`;
}

/** The guest's name for a host, who knows how to read a strange one, on one line and not too long. */
function called(name: string): string {
  const line = oneLine(name);
  return line.length > GREETED ? `${line.slice(0, GREETED)}…` : line;
}

function dayOf({start}: Gathering): string {
  return whenOf(start)?.date ?? 'date to be confirmed';
}

/** `Connections Gathering, Thursday 3 December`: so that two letters about two evenings can be told apart. */
function titleOf(gathering: Gathering): string {
  return oneLine(`${gathering.name}, ${dayOf(gathering)}`);
}

/** When and where, a line each. */
function factsOf({name, start, end, timeZone, place}: Gathering): string {
  const when = whenOf(start, end);
  const where = [place?.name, place?.address, place?.online].filter(Boolean).join(', ');
  const time = when ? `${when.date}, ${when.time}, ${zoneName(timeZone)}` : 'The date is not known yet.';
  return [name, time, where].filter(Boolean).map(oneLine).join('\n');
}

function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part): part is string => Boolean(part)).join('\n\n')}\n`;
}

const NOT_YOU = 'If it was not you who signed up, open the link and give the places up.';

function changeBy(link: string): string {
  return `Plans change? With this link you can change your sign-up. Don’t pass it on.\n${link}`;
}

function letter(
  {name, gathering, publisher, link}: GuestFacts,
  subject: string,
  said: string,
  after: string = changeBy(link),
): Words {
  return {
    subject: `${subject}: ${titleOf(gathering)}`,
    text: paragraphs(hello(name), said, factsOf(gathering), after, publisher),
  };
}

/** To guests. */
export const GUEST = {
  confirmed: (facts: GuestFacts): Words =>
    letter(
      facts,
      'You’re in',
      `You’re in. ${count(facts.party, 'place is', 'places are')} yours.`,
      `${changeBy(facts.link)}\n\n${NOT_YOU}`,
    ),
  waitlisted: (facts: GuestFacts & {position: number}): Words =>
    letter(
      facts,
      'Waiting list',
      `You are number ${facts.position} on the waiting list. You don’t have a place yet. If ` +
        `${count(facts.party, 'place comes', 'places come')} free, the host will tell you.`,
      `${changeBy(facts.link)}\n\n${NOT_YOU}`,
    ),
  asked: (facts: GuestFacts): Words =>
    letter(
      facts,
      'The host decides',
      'We have your sign-up. Now the host decides. You don’t have a place yet. We write again when the host has.',
      `${changeBy(facts.link)}\n\n${NOT_YOU}`,
    ),
  confirm: (facts: GuestFacts & {until: string; waits: boolean}): Words => ({
    subject: `One more step: ${titleOf(facts.gathering)}`,
    text: paragraphs(
      hello(facts.name),
      facts.waits
        ? 'Somebody asked for the waiting list with this e-mail address. Is it you, and would you like to come?'
        : `Somebody signed up ${count(facts.party, 'person', 'people')} with this e-mail address. ` +
            'Is it you, and are you coming?',
      factsOf(facts.gathering),
      `Open this link and press “Yes, I’m coming”:\n${facts.link}`,
      facts.waits
        ? `The link works until ${facts.until}.`
        : `We keep the ${facts.party === 1 ? 'place' : 'places'} for you until ${facts.until}.`,
      'If it was not you, you need not do anything.',
      facts.publisher,
    ),
  }),
  accepted: (facts: GuestFacts): Words =>
    letter(facts, 'You’re in', `The host said yes. ${count(facts.party, 'place is', 'places are')} yours.`),
  movedUp: (facts: GuestFacts): Words =>
    letter(
      facts,
      'You have a place now',
      `${count(facts.party, 'place has', 'places have')} come free, and ${facts.party === 1 ? 'it is' : 'they are'} ` +
        'yours. You are not on the waiting list any more.',
      `If you can’t come after all, open this link and give the ${facts.party === 1 ? 'place' : 'places'} to ` +
        `someone else. Don’t pass it on.\n${facts.link}`,
    ),
  declined: (facts: GuestFacts): Words =>
    letter(facts, 'About your sign-up', 'The host could not give you a place this time.', ''),
  cancelled: (facts: GuestFacts): Words =>
    letter(facts, 'Cancelled', 'This gathering is cancelled. It does not take place.', ''),
  reopened: (facts: GuestFacts): Words =>
    letter(facts, 'It takes place after all', 'This gathering was cancelled. Now it takes place after all.'),
  moved: (facts: GuestFacts & {before: string}): Words =>
    letter(
      facts,
      'New time or place',
      `Something has changed. It was: ${facts.before}. This is how it is now:`,
      `If you can’t come any more, open this link and give your ${facts.party === 1 ? 'place' : 'places'} up. ` +
        `Don’t pass it on.\n${facts.link}`,
    ),
  message: (facts: GuestFacts & {subject: string; message: string}): Words => ({
    subject: oneLine(facts.subject) || titleOf(facts.gathering),
    text: paragraphs(
      hello(facts.name),
      facts.message.trim(),
      factsOf(facts.gathering),
      changeBy(facts.link),
      facts.publisher,
    ),
  }),
};

/** When and where on one line, to say what it was before. */
export function onOneLine(gathering: Gathering): string {
  return factsOf({...gathering, name: ''})
    .split('\n')
    .join(', ')
    .replace(/\.$/, '');
}

function hostLetter({gathering, link}: HostFacts, subject: string, ...said: (string | false)[]): Words {
  return {
    subject: `${subject}: ${titleOf(gathering)}`,
    text: paragraphs(
      ...said,
      oneLine(`${gathering.name}, ${dayOf(gathering)}`),
      `Your host’s page. Don’t pass it on.\n${link}`,
    ),
  };
}

function standing({gathering: {capacity}, coming, waiting}: HostFacts): string {
  const come =
    capacity === undefined
      ? `${count(coming, 'person comes', 'people come')} now.`
      : `${coming} of ${count(capacity, 'place is', 'places are')} taken.`;
  return waiting === 0 ? come : `${come} ${count(waiting, 'person waits', 'people wait')}.`;
}

const MORE = 'More sign-ups may follow this hour. For them we don’t write, see your host’s page.';
const MORE_NEWS = 'More may happen this hour. We don’t write about it, see your host’s page.';

/** To hosts. `last`: no more letters of this kind go out within the hour. */
export const HOST = {
  confirmed: (facts: HostFacts, last: boolean): Words =>
    hostLetter(
      facts,
      `New sign-up, ${count(facts.party, 'person', 'people')}`,
      `${called(facts.name)} signed up ${count(facts.party, 'person', 'people')}.`,
      standing(facts),
      last && MORE,
    ),
  pending: (facts: HostFacts, last: boolean): Words =>
    hostLetter(
      facts,
      `You decide, ${count(facts.party, 'person', 'people')}`,
      `${called(facts.name)} asks for ${count(facts.party, 'place', 'places')}. Say yes or no on your host’s page.`,
      standing(facts),
      last && MORE,
    ),
  waitlisted: (facts: HostFacts, last: boolean): Words =>
    hostLetter(
      facts,
      `Waiting list, ${count(facts.party, 'person', 'people')}`,
      `${called(facts.name)} waits for ${count(facts.party, 'place', 'places')}.`,
      standing(facts),
      last && MORE,
    ),
  full: (facts: HostFacts, last: boolean): Words =>
    hostLetter(
      facts,
      'Full',
      'The last place is taken. Your gathering is full.',
      standing(facts),
      last && MORE_NEWS,
    ),
  minimum: (facts: HostFacts, last: boolean): Words =>
    hostLetter(
      facts,
      'It takes place',
      'Enough people have signed up. It takes place.',
      standing(facts),
      last && MORE_NEWS,
    ),
  givenUp: (facts: HostFacts & {short: number}, last: boolean): Words =>
    hostLetter(
      facts,
      `Given up, ${count(facts.party, 'place', 'places')}`,
      `${called(facts.name)} gave up ${count(facts.party, 'place', 'places')}.`,
      standing(facts),
      facts.short > 0 && `${facts.short} more and it takes place.`,
      facts.waiting > 0 && 'You can give the places to those who wait, on your host’s page.',
      last && MORE_NEWS,
    ),
};

/** To a host, that something waits to be read on a page of theirs; `desk` is where their pages begin. */
export const HOST_READS = {
  'host-pledge': (desk: string): Words => ({
    subject: 'Pledges wait to be read',
    text: paragraphs(
      'Somebody made a pledge and would like to be seen with it. They are counted already. Nobody sees their name ' +
        'or their words before you have read them.',
      ...reads(`${desk}/pledges`),
    ),
  }),
  'host-group': (desk: string): Words => ({
    subject: 'Groups wait to be read',
    text: paragraphs(
      'A group would like to be on your map. Nobody sees it before you have read it.',
      ...reads(`${desk}/groups`),
    ),
  }),
};

function reads(link: string): readonly string[] {
  return [
    'More may come this hour. We don’t write about it, see the page.',
    `Your host’s page. Don’t pass it on.\n${link}`,
  ];
}
