import {weekdayAfter} from '../clock.js';
import {AGENDA, guests, type Planned} from './plan.js';

/** Where most of the parish's gatherings are. */
export const HALL = {
  name: 'Parish hall',
  address: '12 Mill Street, Reno',
  lat: 39.526,
  lon: -119.812,
  precision: 'street',
  revealed: 'always',
} as const;

/** Gatherings of the parish that nobody can sign up for, each for its own reason. */
export const CHURCH_STATES: readonly Planned[] = [
  {
    id: 'winter-walk',
    day: (today) => weekdayAfter(today, 6, 4),
    time: '10:00',
    minutes: 120,
    capacity: 20,
    status: 'cancelled',
    details: {
      name: 'Winter walk',
      place: {name: 'Idlewild Park, Reno', revealed: 'always'},
      host: {name: 'Ben Okafor'},
      needs: ['wellness'],
      language: 'en',
    },
    guests: guests(4, [
      [1, 0],
      [2, 1],
    ]),
  },
  {
    id: 'choir-and-soup',
    day: (today) => weekdayAfter(today, 0, 12),
    time: '17:00',
    minutes: 90,
    status: 'postponed',
    capacity: 24,
    details: {
      name: 'Choir and soup',
      place: HALL,
      host: {name: 'Clara Lindqvist'},
      needs: ['culture'],
      language: 'en',
    },
  },
  {
    id: 'spring-circle',
    day: (today) => weekdayAfter(today, 4, 60),
    time: '18:00',
    minutes: 90,
    opensIn: 21,
    capacity: 20,
    details: {
      name: 'Spring circle',
      minimum: 5,
      waitlist: true,
      place: HALL,
      host: {name: 'Maria Lopez'},
      values: ['respect'],
      language: 'en',
      agenda: AGENDA,
    },
  },
  {
    id: 'newcomers',
    day: (today) => weekdayAfter(today, 1, 2),
    time: '18:00',
    minutes: 60,
    closesIn: -1,
    capacity: 10,
    details: {name: 'Newcomers’ evening', place: HALL, host: {name: 'Grace Kim'}, language: 'en'},
    guests: guests(2, [
      [2, 0],
      [1, 0],
    ]),
  },
  {
    id: 'harvest-table',
    day: (today) => weekdayAfter(today, 4, -13),
    time: '18:00',
    minutes: 90,
    capacity: 20,
    details: {
      name: 'Harvest table',
      minimum: 5,
      place: HALL,
      host: {name: 'Maria Lopez'},
      needs: ['local-food'],
      language: 'en',
    },
    guests: guests(5, [
      [2, 2],
      [1, 0],
      [2, 0],
    ]),
  },
];
