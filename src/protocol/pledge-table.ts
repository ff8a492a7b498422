// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** The pledge of a document. */
export const PLEDGE: Shape = {
  pledge: {
    title: '200',
    text: '2000',
    button: '200',
    values: [{'!id': 'id', '!label': '200', definition: '2000', practice: '2000'}, 100],
    goal: 'count',
    counts: {people: 'count', organisations: 'count', byValue: {'*': 'count'}},
    shown: {all: 'count', person: 'count', organisation: 'count', byValue: {'*': 'count'}},
    recent: [
      {
        id: 'id',
        '!name': '200',
        kind: '=person organisation',
        place: '200',
        url: 'link',
        values: ['id', 100],
        wording: '2000',
        words: [{'!id': 'id', '!wording': '2000'}, 100],
        at: 'stamp',
      },
      10000,
    ],
    consents: [{'!id': 'id', '!text': '2000', version: 'id', required: 'flag', url: 'link'}, 100],
  },
};
