// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** The groups of a document. */
export const GROUPS: Shape = {
  groups: [
    {
      '!id': 'id',
      '!name': '200',
      kind: '=group organisation person',
      sector: 'id',
      needs: ['id', 100],
      offers: ['200', 100],
      values: ['id', 100],
      description: '2000',
      url: 'link',
      place: {label: '200', lat: 'lat', lon: 'lon', precision: '=exact street town region'},
      contact: {url: 'link', email: 'email'},
      image: 'link',
      connections: [{'!to': 'id', kind: 'id', note: '2000'}, 50],
      declines: ['id', 100],
      updated: 'stamp',
      expires: 'stamp',
    },
    10000,
  ],
  groupsTotal: 'count',
  join: {consents: [{'!id': 'id', '!text': '2000', version: 'id', required: 'flag', url: 'link'}, 100]},
};
