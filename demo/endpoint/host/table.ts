import type {Context} from 'hono';
import type {Gathering} from '../../../src/protocol/gathering.js';
import type {Signup} from '../../../src/protocol/signup.js';
import {csv} from '../../../src/files/csv.js';
import {whole, type GatheringRow} from '../documents.js';
import type {SignupRow} from '../signups.js';
import {answersOf} from './answers.js';

const HEADS = [
  'Gathering',
  'Date',
  'State',
  'Name',
  'E-mail',
  'Phone',
  'Adults',
  'Children',
  'Names',
  'Answers',
  'Note',
  'Agreed to',
  'Signed up',
];

/** Everyone who signed up, as a table for a spreadsheet; cells that would run as formulas are made harmless. */
export function guestTable(lists: readonly (readonly [GatheringRow, readonly SignupRow[]])[]): string {
  return csv([HEADS, ...lists.flatMap(([row, guests]) => guests.map((guest) => line(whole(row), guest)))]);
}

function line(gathering: Gathering, {status, adults, children, body, created}: SignupRow): string[] {
  return [
    gathering.name,
    gathering.start ?? '',
    status,
    body.name,
    body.email ?? '',
    body.phone ?? '',
    String(adults),
    String(children),
    body.names?.join(', ') ?? '',
    answersOf(gathering, body)
      .map(({label, text}) => `${label}: ${text}`)
      .join('; '),
    body.note ?? '',
    agreedLine(body.consents),
    created.toISOString(),
  ];
}

/** What was agreed to, and in which wording: `news (2026-01)`. */
export function agreedLine(consents: Signup['consents']): string {
  return consents.map(({id, version}) => (version === undefined ? id : `${id} (${version})`)).join(', ');
}

/** Sends a table as a file, kept by nobody on the way. */
export function answerTable(context: Context, text: string, name: string): Response {
  return context.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
}
