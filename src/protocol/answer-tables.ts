// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** A receipt. */
export const RECEIPT: Shape = {
  '!id': 'id',
  '!status': '=confirmed waitlisted pending declined cancelled',
  waitsFor: '=host email',
  position: 'count',
  token: 'id',
  manage: 'href',
  place: {
    name: '200',
    address: '500',
    lat: 'lat',
    lon: 'lon',
    precision: '=exact street town region',
    online: 'link',
    revealed: '=always confirmed',
  },
  message: '2000',
  counts: {people: 'count', organisations: 'count', taken: 'count', waiting: 'count'},
  gathering: 'id',
  badge: 'id',
};

/** A refusal. */
export const PROBLEM: Shape = {
  type: 'link',
  title: '200',
  status: 'count',
  detail: '2000',
  instance: 'link',
  '!code': 'id',
  places: 'count',
  errors: [{'!pointer': 'id', detail: '2000'}, 100],
  retryAfter: 'count',
};

/** A signup with its receipt. */
export const MANAGED: Shape = {
  '!receipt': RECEIPT,
  '!signup': {
    '!ctg': '=1',
    '!id': 'uuid',
    '!gathering': 'id',
    '!name': '200',
    email: 'email',
    phone: 'phone',
    '!adults': 'adults',
    '!children': 'children',
    names: ['200', 100],
    '!answers': {'*': 'answer'},
    '!consents': [{'!id': 'id', version: 'id', '!at': 'stamp'}, 100],
    note: '2000',
    waitlist: 'flag',
    '!language': 'language',
    page: 'page',
    '!at': 'stamp',
  },
};
