// Written by scripts/tables.ts from the schemas. Change those, not this.
import type {Shape} from './shape.js';

/** The gatherings of a document. */
export const GATHERINGS: Shape = {
  gatherings: [
    {
      '!id': 'id',
      '!name': '200',
      description: '2000',
      start: 'moment',
      end: 'moment',
      timeZone: 'zone',
      status: '=scheduled full closed cancelled postponed',
      capacity: 'count',
      minimum: 'count',
      taken: 'count',
      waitlist: 'flag',
      waiting: 'count',
      partyMax: 'count',
      place: {
        name: '200',
        address: '500',
        lat: 'lat',
        lon: 'lon',
        precision: '=exact street town region',
        online: 'link',
        revealed: '=always confirmed',
      },
      contact: '=either email phone',
      host: {'!name': '200'},
      sector: 'id',
      needs: ['id', 100],
      values: ['id', 100],
      language: 'language',
      series: {'!id': 'id', label: '200'},
      opens: 'moment',
      closes: 'moment',
      agenda: [{minutes: 'count', '!title': '200', text: '2000'}, 100],
      questions: [
        {
          '!id': 'id',
          '!type': '=text textarea email tel number date select radio checkbox',
          '!label': '200',
          options: [{'!value': 'id', '!label': '200'}, 100],
          required: 'flag',
          help: '2000',
        },
        100,
      ],
      consents: [{'!id': 'id', '!text': '2000', version: 'id', required: 'flag', url: 'link'}, 100],
      url: 'link',
      image: 'link',
      updated: 'stamp',
    },
    10000,
  ],
};
