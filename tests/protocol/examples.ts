/** A whole document, as the README shows it, and the parts of it that tests change. */
export const GATHERING = {
  id: '2026-12-03',
  name: 'Connections Gathering',
  start: '2026-12-03T18:00:00-08:00',
  end: '2026-12-03T19:30:00-08:00',
  timeZone: 'America/Los_Angeles',
  status: 'scheduled',
  capacity: 20,
  minimum: 5,
  taken: 12,
  waitlist: true,
  waiting: 0,
  partyMax: 6,
  place: {
    name: 'Parish hall',
    address: '412 Willow Street',
    lat: 39.53,
    lon: -119.81,
    precision: 'street',
    revealed: 'always',
  },
  contact: 'either',
  host: {name: 'Ruth'},
  sector: 'religious',
  needs: ['local-food'],
  values: ['love'],
  language: 'en',
  series: {id: 'monthly', label: 'First Thursday of the month'},
  agenda: [{minutes: 10, title: 'Welcome', text: 'Why we are here'}],
  questions: [
    {
      id: 'diet',
      type: 'select',
      label: 'Food',
      options: [{value: 'veg', label: 'Vegetarian'}],
      required: false,
      help: 'We cook',
    },
  ],
  consents: [
    {
      id: 'contact',
      text: 'You may call me',
      version: '2026-01',
      required: true,
      url: 'https://stpaul.example/privacy',
    },
  ],
  url: 'https://stpaul.example/g',
  image: '/picture.jpg',
  updated: '2026-10-20T08:00:00Z',
} as const;

export const DOCUMENT = {
  ctg: '1',
  publisher: {
    id: 'https://stpaul.example/',
    name: "St Paul's",
    sector: 'religious',
    phone: '+1 775 555 0142',
    privacy: {url: 'https://stpaul.example/privacy', contact: 'office', keepDays: 30},
  },
  updated: '2026-11-01T09:00:00Z',
  gatherings: [GATHERING],
  pledge: {
    title: 'Our values',
    values: [{id: 'love', label: 'Love', definition: 'Caring', practice: 'Call someone'}],
    goal: 500,
    counts: {people: 212, organisations: 9, byValue: {love: 180}},
    recent: [
      {
        name: 'Ana R.',
        kind: 'person',
        place: 'Reno',
        values: ['love'],
        wording: 'Every day',
        at: '2026-11-01T09:00:00Z',
      },
    ],
    consents: [],
  },
  groups: [
    {
      id: 'https://garden.example/',
      name: 'Riverside Garden',
      kind: 'organisation',
      sector: 'social-service',
      needs: ['local-food'],
      offers: ['Seedlings'],
      values: ['service'],
      url: 'https://garden.example/',
      place: {label: 'Reno', lat: 39.52, lon: -119.81, precision: 'town'},
      contact: {url: 'https://garden.example/contact', email: 'hello@garden.example'},
      connections: [{to: 'https://stpaul.example/', kind: 'partners', note: 'Soup'}],
      declines: [],
      updated: '2026-11-01T09:00:00Z',
    },
  ],
  links: [
    {
      rel: 'signups',
      href: 'https://api.example/gatherings/{gathering}/signups',
      encoding: 'json',
      idempotent: true,
    },
    {rel: 'manage', href: '/signups/{token}'},
  ],
} as const;

export const ID = '8c7f9c1e-0f0b-4c7e-9f39-0a1b2c3d4e5f';

export const SIGNUP = {
  ctg: '1',
  id: ID,
  gathering: '2026-12-03',
  name: 'Ana Ruiz',
  email: 'ana@example.org',
  adults: 2,
  children: 1,
  answers: {diet: 'veg', seedlings: 3, lift: false, bring: ['food', 'music']},
  consents: [{id: 'contact', version: '2026-01', at: '2026-11-20T09:00:00Z'}],
  note: 'We come by bus',
  language: 'en',
  page: 'https://stpaul.example/join',
  at: '2026-11-20T09:00:00Z',
} as const;

export const PLEDGE = {
  ctg: '1',
  id: ID,
  kind: 'person',
  name: 'Ana Ruiz',
  display: 'initial',
  values: [{id: 'love', wording: 'I call my mother'}],
  consents: [],
  language: 'en',
  at: '2026-11-20T09:00:00Z',
} as const;
