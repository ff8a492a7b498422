/** What the built-in examples are about: the gatherings of a parish, as a host would announce them. */
import type {CtgDocument} from '../../protocol/document.js';
import type {AgendaItem, Consent, Gathering, Question} from '../../protocol/gathering.js';
import {dayFrom, timeOn, ZONE} from './calendar.js';

const AGENDA: AgendaItem[] = [
  {minutes: 10, title: 'Welcome and intention', text: 'Why we are here, and one minute of quiet.'},
  {minutes: 35, title: 'Heart round', text: 'Stories of how we lived one of the five values lately.'},
  {minutes: 20, title: 'Passions, by need', text: 'What each of us cares about in our community.'},
  {minutes: 20, title: 'Offers, asks and introductions', text: 'Whom could you introduce to whom?'},
  {minutes: 5, title: 'Intention until next time', text: 'And who hosts next.'},
];

const DIET: Question = {
  id: 'diet',
  type: 'select',
  label: 'Food',
  options: [
    {value: 'any', label: 'I eat everything'},
    {value: 'vegetarian', label: 'Vegetarian'},
    {value: 'vegan', label: 'Vegan'},
    {value: 'gluten-free', label: 'Without gluten'},
  ],
  help: 'We share a simple meal.',
};

const ACCESS: Question = {
  id: 'access',
  type: 'textarea',
  label: 'What do you need to take part?',
  help: 'A ramp, a seat near the door, someone who signs.',
};

/** One question of every type, so that a form can be seen whole. */
const EVERY_TYPE: Question[] = [
  {
    id: 'street',
    type: 'text',
    label: 'Which street do you live in?',
    help: 'So that neighbours find each other.',
  },
  ACCESS,
  {id: 'friend-email', type: 'email', label: 'Whom else should we invite?', help: 'Their e-mail address.'},
  {id: 'lift-phone', type: 'tel', label: 'Phone number of your driver'},
  {id: 'seedlings', type: 'number', label: 'How many seedlings do you bring?'},
  {id: 'free-from', type: 'date', label: 'From which day on can you help?'},
  {...DIET, required: true},
  {
    id: 'how-far',
    type: 'radio',
    label: 'How do you come?',
    options: [
      {value: 'foot', label: 'On foot'},
      {value: 'bike', label: 'By bike'},
      {value: 'car', label: 'By car'},
    ],
    required: true,
  },
  {
    id: 'bring',
    type: 'checkbox',
    label: 'What do you bring?',
    options: [
      {value: 'tools', label: 'Garden tools'},
      {value: 'food', label: 'Something to eat'},
      {value: 'music', label: 'Music'},
    ],
  },
];

const CONSENTS: Consent[] = [
  {
    id: 'contact',
    text: 'The host may write to me or call me about this gathering.',
    version: '2026-01',
    required: true,
    url: 'https://stpaul.example/privacy',
  },
  {id: 'news', text: 'Tell me about later gatherings too.', version: '2026-01'},
];

/** The gatherings every example starts from, at most three weeks ahead. */
export function gatheringsFrom(now: number): Gathering[] {
  const [first, second, third, fourth] = [4, 9, 13, 20].map((days) => dayFrom(now, days)) as [
    string,
    string,
    string,
    string,
  ];
  const updated = new Date(now - 3_600_000).toISOString();
  const common = {timeZone: ZONE, status: 'scheduled', language: 'en', sector: 'religious', updated} as const;
  return [
    {
      ...common,
      id: `connections-${first}`,
      name: 'Connections Gathering',
      description:
        'An evening in a small circle of people from different walks of life. Everyone is welcome.',
      start: timeOn(first, '18:00'),
      end: timeOn(first, '19:30'),
      capacity: 20,
      minimum: 5,
      taken: 12,
      waitlist: true,
      waiting: 0,
      partyMax: 6,
      place: {
        name: 'Parish hall',
        address: '412 Willow Street, Reno, NV 89501',
        lat: 39.5272,
        lon: -119.8219,
        precision: 'street',
        revealed: 'always',
      },
      contact: 'either',
      host: {name: 'Ruth Alvarez'},
      needs: ['family', 'wellness'],
      values: ['love', 'respect'],
      series: {id: 'first-thursday', label: 'First Thursday of the month'},
      agenda: AGENDA,
      questions: [DIET, ACCESS],
      consents: CONSENTS,
      url: 'https://stpaul.example/gatherings/connections',
    },
    {
      ...common,
      id: `soup-${second}`,
      name: 'Soup and stories at the Okafors’',
      description: 'We cook together and tell each other where courage found us this month.',
      start: timeOn(second, '17:30'),
      end: timeOn(second, '19:30'),
      capacity: 8,
      minimum: 5,
      taken: 3,
      waitlist: true,
      partyMax: 4,
      place: {
        name: 'At a home in Midtown',
        lat: 39.51,
        lon: -119.81,
        precision: 'town',
        revealed: 'confirmed',
      },
      contact: 'phone',
      host: {name: 'Ngozi and Paul Okafor'},
      needs: ['local-food', 'margins'],
      values: ['courage', 'service'],
      agenda: AGENDA,
      questions: [DIET],
      consents: CONSENTS,
    },
    {
      ...common,
      id: `garden-${third}`,
      name: 'Riverside Garden planning morning',
      description: 'Parish, neighbours and two restaurants plan the beds for spring.',
      start: timeOn(third, '09:00'),
      end: timeOn(third, '12:00'),
      capacity: 20,
      taken: 6,
      partyMax: 10,
      place: {name: 'Riverside Garden', address: '77 River Lane, Reno, NV 89503', precision: 'exact'},
      contact: 'email',
      host: {name: 'Tom Whitefeather'},
      needs: ['local-food', 'environment'],
      values: ['service'],
      agenda: [{title: 'Walk through the beds'}, {minutes: 60, title: 'Who grows what'}],
      questions: EVERY_TYPE,
      consents: CONSENTS,
    },
    {
      ...common,
      id: `bridging-${fourth}`,
      name: 'Bridging circle, online',
      start: timeOn(fourth, '19:00'),
      place: {name: 'Online', online: 'https://meet.example/bridging', revealed: 'always'},
      host: {name: 'Sister Mary Ortiz'},
      values: ['respect', 'integrity'],
      consents: CONSENTS,
    },
  ];
}

/** The document of an example. */
export function documentOf(name: string, gatherings: readonly Gathering[], now: number): CtgDocument {
  return {
    ctg: '1',
    publisher: {
      id: 'https://stpaul.example/',
      name: 'St Paul’s',
      sector: 'religious',
      phone: '+1 775 555 0142',
      privacy: {url: 'https://stpaul.example/privacy', contact: 'office@stpaul.example', keepDays: 30},
    },
    updated: new Date(now).toISOString(),
    gatherings: [...gatherings],
    links: [
      {
        rel: 'signups',
        href: `mock:${name}/gatherings/{gathering}/signups`,
        encoding: 'json',
        idempotent: true,
      },
      {rel: 'manage', href: `mock:${name}/signups/{token}`},
    ],
  };
}
