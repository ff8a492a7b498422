/** Documents of groups as a page may meet them: usual ones, and such as nobody hopes for. */
import type {SourceDocument} from '../../src/network/network.js';
import type {Group} from '../../src/protocol/group.js';

const DAY = 86_400_000;

/** A document of groups, as a page that has read it itself hands it over. */
export const said = (url: string, ...groups: readonly Group[]): SourceDocument => ({
  url,
  publisher: {id: new URL(url).origin, name: new URL(url).host},
  readAt: Date.now(),
  groups,
});

const place = (label: string, lat: number, lon: number): NonNullable<Group['place']> => ({
  label,
  lat,
  lon,
  precision: 'town',
});

/** Four groups of three sites: one tie that both ends say, one that one says, one that is declined, one without a place. */
export const REGION: readonly SourceDocument[] = [
  said('https://garden.example/ctg.json', {
    id: 'https://garden.example/',
    name: 'Riverside Garden',
    sector: 'social-service',
    needs: ['local-food'],
    place: place('Reno', 39.52, -119.81),
    connections: [
      {to: 'https://bakery.example/', kind: 'supplies'},
      {to: 'https://choir.example/', kind: 'partners'},
    ],
  }),
  said(
    'https://bakery.example/ctg.json',
    {
      id: 'https://bakery.example/',
      name: 'Rail City Bakers',
      sector: 'business',
      needs: ['local-economy'],
      place: place('Fallon', 39.47, -118.78),
      connections: [
        {to: 'https://garden.example/', kind: 'supplied-by'},
        {to: 'https://choir.example/', kind: 'funds'},
      ],
    },
    {id: 'https://radio.example/', name: 'Night Radio', sector: 'resident', place: {label: 'On the air'}},
  ),
  said('https://choir.example/ctg.json', {
    id: 'https://choir.example/',
    name: 'Valley Choir',
    sector: 'religious',
    place: place('Truckee', 39.33, -120.18),
    declines: ['https://bakery.example/'],
  }),
];

/** One group of which everything is known that can be, among others that name it. */
export const FULL: readonly SourceDocument[] = [
  said(
    'https://pantry.example/ctg.json',
    {
      id: 'https://pantry.example/',
      name: 'Open Pantry',
      kind: 'organisation',
      sector: 'social-service',
      needs: ['local-food', 'housing'],
      offers: ['A kitchen on Tuesdays', 'Two vans'],
      values: ['love', 'service'],
      description: 'We cook what gardens bring.',
      url: 'https://pantry.example/',
      contact: {email: 'hello@pantry.example'},
      place: {label: 'Sparks', lat: 39.53, lon: -119.75, precision: 'exact'},
      connections: ['partners', 'funds', 'supplies', 'parent', 'refers', 'quilting'].map((kind, at) => ({
        to: `https://g${at}.example/`,
        kind,
      })),
      updated: new Date(Date.now() - 2 * DAY).toISOString(),
    },
    // What is said of others is hearsay.
    ...Array.from({length: 20}, (_, at) => ({
      id: `https://g${at}.example/`,
      name: `Group ${at}`,
      kind: at === 1 ? ('person' as const) : ('group' as const),
      sector: ['business', 'religious', 'education', 'quilting'][at % 4]!,
      place: place('Reno', 39.5 + at / 50, -119.8),
      connections: [{to: 'https://pantry.example/', kind: 'volunteers-with'}],
      updated: '2020-01-01T00:00:00Z',
    })),
  ),
  said('https://twin.example/ctg.json', {
    id: 'https://twin.example/',
    name: 'Open Pantry',
    place: place('Sparks', 39.53, -119.75),
  }),
];

const LONG = 'Longwordwithoutend'.repeat(280);

/** Groups that say what should not be believed: markup, letters that turn a line around, names without an end. */
export const HOSTILE: readonly SourceDocument[] = [
  said(
    'https://hostile.example/ctg.json',
    {
      id: 'https://hostile.example/',
      name: '<img src=x onerror=alert(1)>',
      sector: '<b>bold</b>',
      needs: ['<script>alert(1)</script>'],
      description: `</p><style>*{display:none}</style>${LONG}`,
      place: place('\u202egnissorc', 39.5, -119.8),
      connections: [{to: 'https://long.example/', kind: '<i>odd</i>'}],
    },
    {
      id: 'https://long.example/',
      name: LONG,
      sector: 'business',
      place: place(LONG, 39.6, -119.7),
    },
  ),
];

/** So many groups around Reno, called Group 0, Group 1 and so on, each tied to the one before it. */
export function many(count: number): readonly SourceDocument[] {
  const idOf = (at: number): string => `https://many.example/${at}`;
  return [
    said(
      'https://many.example/ctg.json',
      ...Array.from({length: count}, (_, at) => ({
        id: idOf(at),
        name: `Group ${at}`,
        sector: ['business', 'religious', 'education', 'government'][at % 4]!,
        needs: ['local-food'],
        place: place('Reno', 39 + ((at * 7919) % 1000) / 500, -120 + ((at * 104_729) % 1000) / 500),
        connections: at > 0 ? [{to: idOf(at - 1), kind: 'partners'}] : [],
      })),
    ),
  ];
}
