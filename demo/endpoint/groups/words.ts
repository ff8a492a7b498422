/** What a plain form offers to choose from. The lists are open: a message may name others. */
import type {Choice} from '../pages/fields.js';
import {FIVE} from '../seed/values.js';

/** What a group works on. */
export const NEEDS: readonly Choice[] = [
  {value: 'local-food', label: 'Local food'},
  {value: 'local-economy', label: 'Local economy'},
  {value: 'environment', label: 'Clean environment'},
  {value: 'wellness', label: 'Wellness and health'},
  {value: 'spirituality', label: 'Spirituality'},
  {value: 'margins', label: 'People on the margins'},
  {value: 'culture', label: 'Arts and culture'},
  {value: 'family', label: 'Family'},
  {value: 'education', label: 'Education'},
  {value: 'housing', label: 'Housing'},
  {value: 'energy', label: 'Energy'},
  {value: 'communication', label: 'Communication'},
];

/** The choices of `list`, and whatever else was chosen from a list of others: a form must not lose it. */
export function withOthers(list: readonly Choice[], chosen: readonly string[] = []): readonly Choice[] {
  const others = chosen.filter((value) => value !== '' && !list.some((known) => known.value === value));
  return [...list, ...others.map((value) => ({value, label: value}))];
}

/** What people read in the place of `value`; itself where it is out of a list of others. */
export function labelIn(list: readonly Choice[], value: string): string {
  return list.find((known) => known.value === value)?.label ?? value;
}

/** What kind of organisation it is. */
export const SECTORS: readonly Choice[] = [
  {value: 'business', label: 'Business'},
  {value: 'political', label: 'Civic and government'},
  {value: 'religious', label: 'Faith community'},
  {value: 'social-service', label: 'Nonprofit and social service'},
  {value: 'resident', label: 'Residents and neighbours'},
];

/** Who is on the map. */
export const KINDS: readonly Choice[] = [
  {value: 'group', label: 'A group'},
  {value: 'organisation', label: 'An organisation'},
  {value: 'person', label: 'Myself, a person'},
];

/** What the map may show of a place. */
export const CLOSENESS: readonly Choice[] = [
  {value: 'town', label: 'Only the town (best for homes)'},
  {value: 'exact', label: 'The exact place'},
];

/** Values that groups live by. */
export const VALUES: readonly Choice[] = FIVE.map(({id, label}) => ({value: id, label}));
