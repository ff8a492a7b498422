/** The parishes behind what visitors see in `sights.ts`. */
import {gathering, inDays, type ParishOptions} from '../testing/parish.js';

const walk = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
/** One parish with one gathering that differs from the usual one by `more`. */
export const withOne = (more: Parameters<typeof gathering>[0]): ParishOptions => ({
  gatherings: [gathering(more), walk],
});
const OPTIONS = [{value: 'a', label: 'The first'}];
/** One question of each kind. */
export const QUESTIONS = [
  'text',
  'textarea',
  'email',
  'tel',
  'number',
  'date',
  'select',
  'radio',
  'checkbox',
].map((type) => ({
  id: type,
  type,
  label: `Asked by ${type}`,
  help: 'Some help.',
  required: type !== 'text',
  options: OPTIONS,
}));
/** One that is needed, two that are not. */
export const CONSENTS = [
  {id: 'a', text: 'Call me', required: true, url: 'https://stpaul.example/privacy'},
  {id: 'b', text: 'Tell me more later'},
  {id: 'yes', text: 'A box'},
];

/** Two steps, one with words. */
export const AGENDA = [
  {minutes: 1, title: 'Welcome'},
  {minutes: 25, title: 'Round', text: 'Each tells a story.'},
];
/** A gathering in each state that a list can show, and an entry that is none. */
export const EVERY_STATE: ParishOptions = {
  gatherings: [
    gathering(),
    gathering({id: 'a', minimum: 15, place: {name: 'Garden', revealed: 'confirmed'}}),
    gathering({id: 'b', minimum: 5, series: {label: 'Each month'}}),
    gathering({id: 'c', capacity: undefined, place: {online: 'https://meet.example/'}}),
    gathering({id: 'd', taken: 20}),
    gathering({id: 'e', taken: 20, waitlist: true}),
    gathering({id: 'f', closes: inDays(-1)}),
    gathering({id: 'g', opens: inDays(2)}),
    gathering({id: 'h', status: 'cancelled'}),
    gathering({id: 'i', status: 'postponed'}),
    gathering({id: 'j', start: inDays(-7), end: inDays(-7, '20:00')}),
    gathering({id: 'k', start: undefined, end: undefined}),
    {name: 'No id'},
  ],
};

/** A dozen gatherings of one town, one of them of a kind that nobody has heard of, and a series. */
export const TOWN: ParishOptions = {
  gatherings: Array.from({length: 12}, (_, i) =>
    gathering({
      id: `g${i}`,
      name: `Round ${i}`,
      start: inDays(3 + i),
      end: inDays(3 + i, '20:00'),
      needs: [i % 3 === 0 ? 'housing' : 'local-food', ...(i === 0 ? ['knitting-circle'] : [])],
      sector: i < 8 ? 'religious' : 'business',
      language: i === 5 ? 'fi' : 'en',
      ...(i > 8 && {name: 'Monthly', series: {id: 'monthly', label: 'Each month'}}),
    }),
  ),
};
