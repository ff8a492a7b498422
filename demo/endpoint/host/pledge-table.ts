import {csv} from '../../../src/files/csv.js';
import type {HostPledge} from '../pledges/deeds.js';
import type {State} from '../pledges/pledges.js';
import type {Intention} from '../pledges/section.js';
import {agreedLine} from './table.js';

const HEADS = [
  'Pledged',
  'Kind',
  'State',
  'Counted',
  'Name',
  'What others may see',
  'Place',
  'Website',
  'Contact',
  'Values',
  'Own words',
  'Agreed to',
  'Language',
];

const STATES: Readonly<Record<State, string>> = {
  waiting: 'waits for you',
  shown: 'on the wall',
  counted: 'only counted',
  declined: 'declined',
  withdrawn: 'taken back',
};

const DISPLAYS = {full: 'full name', initial: 'first name', anonymous: 'nothing'} as const;

/** Every pledge as a table for a spreadsheet; cells that would run as formulas are made harmless. */
export function pledgeTable(intention: Intention, pledges: readonly HostPledge[]): string {
  return csv([HEADS, ...pledges.flatMap((pledge) => line(intention, pledge))]);
}

function line({values}: Intention, pledge: HostPledge): string[][] {
  const {body, kind, state, counts, created} = pledge;
  if (body === null) return [];
  const labelOf = (id: string) => values.find((value) => value.id === id)?.label ?? id;
  return [
    [
      created.toISOString(),
      kind,
      STATES[state],
      counts ? 'yes' : 'no',
      body.name,
      DISPLAYS[body.display],
      body.place ?? '',
      body.url ?? '',
      body.contact ?? '',
      body.values.map(({id}) => labelOf(id)).join(', '),
      body.values
        .flatMap(({id, wording}) => (wording === undefined ? [] : [`${labelOf(id)}: ${wording}`]))
        .join('; '),
      agreedLine(body.consents),
      body.language,
    ],
  ];
}
