import {weekdayAfter} from '../clock.js';
import {crowd, type Pledger} from './crowd.js';
import {AGENDA, CONTACT, DIET, guests, type PlannedSite} from './plan.js';
import {FIVE, PLEDGE_CONSENT} from './values.js';

/** The business whose website, a page of the demonstration, shows the badge. It pledged before everyone else. */
const HEARTH: Pledger = {
  kind: 'organisation',
  name: 'Hearth Coffee Roasters',
  place: 'Sparks',
  url: 'http://localhost:8000/business/',
  display: 'full',
  values: [{id: 'integrity', wording: 'The price that we paid is on the bag.'}, {id: 'service'}],
  state: 'shown',
  daysAgo: 162,
  badge: 'hearth-coffee',
};

/** A nonprofit with a garden: no limit, no date yet, a host who decides, and a pledge. */
export const NONPROFIT: PlannedSite = {
  id: 'nonprofit',
  zone: 'America/Los_Angeles',
  publisher: {
    id: 'https://riverside.example/',
    name: 'Riverside Garden Project',
    sector: 'social-service',
    phone: '+1 775 555 0133',
    privacy: {contact: 'garden@riverside.example', keepDays: 30},
  },
  pledge: {
    title: 'Which values do you want to live by?',
    text: 'Choose one or more. You can add your own words to each.',
    button: 'Count me in',
    values: FIVE,
    goal: 250,
    consents: [PLEDGE_CONSENT],
  },
  pledgers: () => [
    HEARTH,
    ...crowd(
      {people: 212, shown: 78, waiting: 6, days: 150},
      FIVE.map(({id}) => id),
    ),
  ],
  gatherings: [
    {
      id: 'seed-swap',
      day: (today) => weekdayAfter(today, 6, 3),
      time: '10:00',
      minutes: 120,
      details: {
        name: 'Seed swap',
        description: 'Bring seeds, take seeds. As many people as like to come.',
        minimum: 3,
        contact: 'either',
        place: {
          name: 'Riverside Garden',
          address: '3 River Walk, Reno',
          lat: 39.52,
          lon: -119.81,
          precision: 'street',
          revealed: 'always',
        },
        host: {name: 'Ivan Petrov'},
        needs: ['local-food', 'environment'],
        values: ['service'],
        language: 'en',
      },
      guests: guests(7, [
        [1, 2],
        [2, 0],
      ]),
    },
    {
      id: 'listening-evening',
      day: (today) => weekdayAfter(today, 1, 8),
      time: '18:00',
      minutes: 90,
      capacity: 15,
      details: {
        name: 'Listening evening',
        description: 'With people who sleep outside, and with those who help them.',
        minimum: 6,
        waitlist: true,
        partyMax: 5,
        contact: 'phone',
        place: {
          name: 'Community center',
          address: '500 Fourth Street, Reno',
          precision: 'street',
          revealed: 'always',
        },
        host: {name: 'Tess O’Brien'},
        needs: ['margins', 'housing'],
        values: ['respect', 'love'],
        language: 'en',
        agenda: AGENDA,
        questions: [DIET],
        consents: [CONTACT],
      },
      guests: guests(11, [
        [1, 0],
        [1, 0],
      ]),
    },
    {
      id: 'mentors-at-home',
      day: (today) => weekdayAfter(today, 0, 15),
      time: '15:00',
      minutes: 120,
      capacity: 10,
      details: {
        name: 'Mentors’ afternoon',
        description: 'In a home. The host reads every sign-up.',
        minimum: 4,
        waitlist: true,
        contact: 'either',
        place: {
          name: 'A home in Sparks',
          address: '9 Lark Lane, Sparks',
          precision: 'town',
          revealed: 'confirmed',
        },
        host: {name: 'Farid Haddad'},
        needs: ['education', 'family'],
        language: 'en',
      },
      guests: [...guests(13, [[1, 1]]), {name: 'Kenji Sato', adults: 1, children: 1, status: 'pending'}],
    },
    {
      id: 'new-beds',
      details: {
        name: 'Building new beds',
        description: 'As soon as the ground can be dug.',
        contact: 'either',
        place: {name: 'Riverside Garden', address: '3 River Walk, Reno', revealed: 'always'},
        host: {name: 'Ivan Petrov'},
        needs: ['local-food'],
        language: 'en',
      },
      capacity: 20,
    },
  ],
};
