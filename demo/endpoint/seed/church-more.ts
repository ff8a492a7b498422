import {firstOfMonthAfter, weekdayAfter} from '../clock.js';
import {HALL} from './church-states.js';
import {AGENDA, CONTACT, DIET, guests, NEWS, type Planned} from './plan.js';

/** The first Thursday of a month, `later` months after the next one. */
function firstThursday(today: string, later: number): string {
  const next = firstOfMonthAfter(today, 4, 7);
  return Array.from({length: later}).reduce<string>((day) => firstOfMonthAfter(day, 4, 1), next);
}

/** The later dates of the parish's monthly gathering; each has a few guests already, the last none. */
const MONTHLY: readonly Planned[] = [1, 2, 3, 4, 5].map((later) => ({
  id: `connections-${later}`,
  day: (today) => firstThursday(today, later),
  time: '18:00',
  minutes: 90,
  capacity: 20,
  details: {
    name: 'Connections Gathering',
    minimum: 5,
    waitlist: true,
    partyMax: 6,
    contact: 'either',
    place: HALL,
    host: {name: 'Maria Lopez'},
    sector: 'religious',
    needs: ['local-food', 'family'],
    values: ['love', 'respect'],
    language: 'en',
    series: {id: 'monthly', label: 'First Thursday of the month'},
    agenda: AGENDA,
    questions: [DIET],
    consents: [NEWS],
  },
  guests: guests(
    later,
    (
      [
        [2, 1],
        [1, 0],
        [2, 0],
      ] as const
    )
      .slice(0, 5 - later)
      .map(([adults, children]) => [adults, children]),
  ),
}));

/** What neighbours, a shop and a nonprofit hold in the parish's house, so that there is something to choose among. */
export const CHURCH_MORE: readonly Planned[] = [
  ...MONTHLY,
  {
    id: 'repair-evening',
    day: (today) => weekdayAfter(today, 2, 10),
    time: '17:00',
    minutes: 180,
    capacity: 24,
    details: {
      name: 'Repair evening',
      description: 'Bring a lamp, a bicycle or a jacket. Somebody knows how.',
      place: HALL,
      host: {name: 'Truckee Tool Library'},
      sector: 'business',
      needs: ['environment', 'local-economy'],
      language: 'en',
    },
    guests: guests(1, [
      [1, 0],
      [2, 1],
    ]),
  },
  {
    id: 'homework-table',
    day: (today) => weekdayAfter(today, 3, 6),
    time: '15:30',
    minutes: 90,
    capacity: 12,
    details: {
      name: 'Mesa de tareas',
      description: 'Ayuda con las tareas, con merienda. Las madres y los padres también pueden quedarse.',
      contact: 'phone',
      place: {...HALL, name: 'Library room'},
      host: {name: 'Rosa Delgado'},
      sector: 'social-service',
      needs: ['education', 'family'],
      language: 'es',
      consents: [CONTACT],
    },
    guests: guests(7, [
      [1, 2],
      [1, 1],
    ]),
  },
  {
    id: 'street-supper',
    day: (today) => weekdayAfter(today, 5, 16),
    time: '18:00',
    minutes: 120,
    capacity: 24,
    details: {
      name: 'Mill Street supper',
      minimum: 8,
      place: {name: 'Mill Street, between the church and the bakery', revealed: 'always'},
      host: {name: 'The neighbours of Mill Street'},
      sector: 'resident',
      needs: ['housing', 'local-food'],
      language: 'en',
    },
    guests: guests(11, [[2, 2]]),
  },
  {
    id: 'summer-camp',
    capacity: 20,
    details: {
      name: 'Family camp at the lake',
      place: {name: 'Lake Tahoe', revealed: 'always'},
      host: {name: 'Joy Mbeki'},
      sector: 'religious',
      needs: ['family'],
      language: 'en',
    },
  },
];
