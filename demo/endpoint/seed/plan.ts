import type {Consent, Gathering, Question} from '../../../src/protocol/gathering.js';
import type {Group} from '../../../src/protocol/group.js';
import type {Site} from '../documents.js';
import type {Network} from '../groups/section.js';
import type {Intention} from '../pledges/section.js';
import type {Pledger} from './crowd.js';

/** Someone invented who signed up: a name, adults, children, and what else the host would read. */
export interface Guest {
  readonly name: string;
  readonly adults: number;
  readonly children: number;
  readonly status?: 'confirmed' | 'waitlisted' | 'pending';
  readonly answers?: Record<string, string | number | boolean | string[]>;
  readonly note?: string;
}

/** A gathering of the demonstration. Its days are told from today, so that the calendar never runs out. */
export interface Planned {
  readonly id: string;
  /** The day, as `2026-12-03`, told from today; absent: the date is to be confirmed. */
  readonly day?: (today: string) => string;
  /** The clock on the wall, `18:00`. */
  readonly time?: string;
  readonly minutes?: number;
  readonly zone?: string;
  /** Days after today on which sign-up opens, or, when negative, has closed. */
  readonly opensIn?: number;
  readonly closesIn?: number;
  readonly status?: NonNullable<Gathering['status']>;
  readonly capacity?: number;
  /** Whether places are given only to those who answered a letter. */
  readonly confirm?: boolean;
  readonly details: Omit<
    Gathering,
    'id' | 'start' | 'end' | 'status' | 'capacity' | 'taken' | 'waiting' | 'timeZone'
  >;
  readonly guests?: readonly Guest[];
}

/** A site of the demonstration. */
export interface PlannedSite {
  readonly id: string;
  readonly publisher: Site['publisher'];
  readonly zone: string;
  /** Where the host gets letters, where that is not the contact in `publisher`; not published. */
  readonly mail?: string;
  /** The site's own pages, or their origins, to which links in letters may lead; a page with its query, if it has one. */
  readonly pages?: readonly string[];
  readonly gatherings: readonly Planned[];
  /** What the site asks people to pledge, where it does. */
  readonly pledge?: Intention;
  /** What the site says of its network, where it has one. */
  readonly network?: Network;
  /** Invented groups that the site publishes itself, as they are at `now`; made only when they are wanted. */
  readonly groups?: (now: number) => readonly Group[];
  /** Invented people who pledged, the earliest first; made only when they are wanted. */
  readonly pledgers?: () => readonly Pledger[];
}

/** Names for invented guests; none of them stands for anyone. */
const NAMES = [
  'Ana Ruiz',
  'Ben Okafor',
  'Clara Lindqvist',
  'Dev Patel',
  'Elena Rossi',
  'Farid Haddad',
  'Grace Kim',
  'Hannah Weiss',
  'Ivan Petrov',
  'Joy Mbeki',
  'Kenji Sato',
  'Lupe Morales',
  'Marta Nowak',
  'Noah Begay',
  'Olu Adeyemi',
  'Priya Nair',
  'Quentin Moreau',
  'Rosa Delgado',
  'Samir Khan',
  'Tess O’Brien',
] as const;

/**
 * Invented guests, a party for each pair of adults and children.
 *
 * @param from where in the list of names to begin, so that gatherings do not all have the same guests
 */
export function guests(
  from: number,
  parties: readonly (readonly [adults: number, children: number])[],
): Guest[] {
  return parties.map(([adults, children], index) => ({
    name: NAMES[(from + index) % NAMES.length]!,
    adults,
    children,
  }));
}

/** The agenda of a Connections Gathering: ninety minutes. */
export const AGENDA: NonNullable<Gathering['agenda']> = [
  {minutes: 10, title: 'Welcome and intention'},
  {minutes: 35, title: 'Heart round', text: 'Stories of living one of the five values lately.'},
  {minutes: 20, title: 'Passions, by need', text: 'Who cares about what, and who else does.'},
  {minutes: 20, title: 'Offers, asks and introductions'},
  {minutes: 5, title: 'Intention until next time, and the next host'},
];

/** A consent nobody has to give, in its present wording. */
export const NEWS: Consent = {
  id: 'news',
  text: 'Tell me about other gatherings nearby.',
  version: '2026-01',
  required: false,
};

/** A consent without which nobody can be signed up. */
export const CONTACT: Consent = {
  id: 'contact',
  text: 'The host may contact me about this gathering.',
  version: '2026-01',
  required: true,
};

/** What hosts ask most: food. */
export const DIET: Question = {
  id: 'diet',
  type: 'select',
  label: 'Food',
  help: 'For anyone in your group. Only the host sees this.',
  options: [
    {value: 'any', label: 'We eat everything'},
    {value: 'veg', label: 'Vegetarian'},
    {value: 'vegan', label: 'Vegan'},
    {value: 'gluten', label: 'No gluten'},
  ],
  required: false,
};
