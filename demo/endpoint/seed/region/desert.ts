import type {Region} from './told.js';

/** Groups of the high desert, whose site nobody has looked after for more than a year. */
export const DESERT: Region = {
  'growers-exchange': [
    'Lahontan Growers’ Exchange',
    {
      in: 'Fallon',
      near: [0.6, -0.8],
      sector: 'business',
      needs: ['local-food', 'local-economy'],
      values: ['integrity'],
      offers: ['Melons, onions, a cold store'],
      ties: {
        'iron-lantern-credit': 'funded-by',
        'night-market': 'supplies',
        'milk-and-grain': 'partners',
        'crossroads-pantry': 'supplies',
      },
      ago: 425,
    },
  ],
  'oasis-chapel': [
    'Oasis Street Chapel',
    {
      in: 'Fallon',
      near: [0.1, 0.3],
      sector: 'religious',
      needs: ['spirituality', 'family'],
      values: ['love'],
      ties: {'night-school': 'shares-space'},
      ago: 470,
    },
  ],
  'night-school': [
    'Fallon Night School',
    {
      in: 'Fallon',
      sector: 'social-service',
      needs: ['education', 'communication'],
      values: ['courage'],
      ties: {'oasis-chapel': 'shares-space', 'sage-signal': 'partners'},
      ago: 433,
    },
  ],
  'crossroads-pantry': [
    'Fernley Crossroads Pantry',
    {
      in: 'Fernley',
      near: [-0.2, 0.4],
      sector: 'social-service',
      needs: ['local-food', 'margins'],
      values: ['service'],
      ties: {
        'growers-exchange': 'supplied-by',
        'seed-house': 'supplied-by',
        'pantry-porch': 'partners',
        'long-haul': 'volunteers-with',
      },
      ago: 428,
    },
  ],
  'long-haul': [
    'Long Haul Families',
    {
      in: 'Fernley',
      kind: 'group',
      sector: 'resident',
      needs: ['family', 'communication'],
      text: 'Whose people drive for weeks. We look after each other’s children.',
      ties: {'crossroads-pantry': 'volunteers-with', 'night-shift': 'partners'},
      ago: 446,
    },
  ],
  'water-circle': [
    'Silver Springs Water Circle',
    {
      in: 'Silver Springs',
      sector: 'political',
      needs: ['environment', 'communication'],
      values: ['integrity'],
      ties: {'sun-club': 'partners', 'river-commission': 'partners'},
      ago: 500,
    },
  ],
  'seed-savers': [
    'Seed Savers of Yerington',
    {
      in: 'Yerington',
      kind: 'group',
      sector: 'resident',
      needs: ['local-food', 'education'],
      ties: {'capital-gardens': 'partners', 'open-stage': 'partners'},
      ago: 441,
    },
  ],
  'open-stage': [
    'Yerington Open Stage',
    {
      in: 'Yerington',
      near: [0.1, 0.1],
      kind: 'group',
      sector: 'resident',
      needs: ['culture'],
      // It has not taken part for a long time, whatever is said of it.
      declines: ['seed-savers'],
      ago: 452,
    },
  ],
  'lookout-van': [
    'Lookout Clinic Van',
    {
      in: 'Lovelock',
      sector: 'social-service',
      needs: ['wellness', 'margins'],
      values: ['service'],
      ties: {'juniper-clinic': 'partners', 'black-rock-relay': 'partners'},
      ago: 437,
    },
  ],
  'timber-hall': [
    'Timber Hall of Susanville',
    {
      in: 'Susanville',
      near: [0.2, -0.2],
      sector: 'resident',
      needs: ['culture', 'local-economy'],
      ties: {'energy-guild': 'shares-space'},
      ago: 460,
    },
  ],
  'energy-guild': [
    'Lassen Edge Energy Guild',
    {
      in: 'Susanville',
      sector: 'business',
      needs: ['energy', 'housing'],
      values: ['courage'],
      ties: {'timber-hall': 'shares-space', 'energy-club': 'partners'},
      ago: 429,
    },
  ],
};
