// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** What every widget reads of a document, besides its own section. */
export const HEAD: Shape = {
  publisher: {
    id: 'id',
    '!name': '200',
    sector: 'id',
    phone: '60',
    url: 'link',
    privacy: {url: 'link', contact: '200', keepDays: 'count'},
  },
  updated: 'stamp',
  links: [
    {
      '!rel': 'id',
      '!href': 'href',
      encoding: '=json form multipart',
      idempotent: 'flag',
      idempotency: '=body header',
    },
    200,
  ],
};
