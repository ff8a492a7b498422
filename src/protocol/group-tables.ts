// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** A group as it is sent. */
export const JOINING: Shape = {
  '!ctg': '=1',
  '!id': 'uuid',
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
  email: 'email',
  speaks: 'flag',
  consents: [{'!id': 'id', version: 'id', '!at': 'stamp'}, 100],
  language: 'language',
  page: 'page',
  at: 'stamp',
};
