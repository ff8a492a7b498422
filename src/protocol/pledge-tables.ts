// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** A pledge as it is sent. */
export const SENT: Shape = {
  '!ctg': '=1',
  '!id': 'uuid',
  '!kind': '=person organisation',
  '!name': '200',
  email: 'email',
  '!display': '=full initial anonymous',
  place: '200',
  url: 'link',
  '!values': [{'!id': 'id', wording: '2000'}, 100],
  speaks: 'flag',
  contact: '200',
  '!consents': [{'!id': 'id', version: 'id', '!at': 'stamp'}, 100],
  '!language': 'language',
  page: 'page',
  '!at': 'stamp',
};
