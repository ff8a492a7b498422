/** Gatherings while somebody writes them down, and the way from there to a document and back. */
import {newId} from '../../src/base/id.js';
import {fail, ok, type Result} from '../../src/base/result.js';
import {parseMoment} from '../../src/protocol/moment.js';
import {later, withOffset} from '../endpoint/clock.js';

type Json = Readonly<Record<string, unknown>>;

/** A question while it is written. `raw` is what stood in the file, for what this page does not show. */
export interface QuestionDraft {
  readonly key: string;
  readonly raw: Json;
  readonly label: string;
  readonly type: string;
  /** One in a line. */
  readonly choices: string;
  readonly required: boolean;
}

/** A gathering while it is written: everything as it is typed. */
export interface GatheringDraft {
  readonly key: string;
  readonly raw: Json;
  readonly name: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly place: string;
  readonly address: string;
  readonly capacity: string;
  readonly waitlist: boolean;
  readonly status: string;
  readonly description: string;
  readonly questions: readonly QuestionDraft[];
}

/** A whole file while it is written. */
export interface Draft {
  readonly raw: Json;
  readonly name: string;
  readonly contact: string;
  readonly gatherings: readonly GatheringDraft[];
}

/** An empty file. */
export const EMPTY: Draft = {raw: {ctg: '1'}, name: '', contact: '', gatherings: []};

/** A gathering of which nothing is known yet; `like` gives what the next one usually shares with it. */
export function newGathering(zone: string, like?: GatheringDraft): GatheringDraft {
  const key = newId().slice(0, 8);
  const blank = {name: '', from: '', to: '', zone, place: '', address: '', capacity: '', waitlist: false};
  const shared = like
    ? {...like, questions: like.questions.map((each) => ({...each, key: newId()}))}
    : {...blank, description: '', questions: []};
  const {taken: _taken, waiting: _waiting, ...raw} = like?.raw ?? {};
  return {...shared, key, raw: {...raw, id: `gathering-${key}`}, date: '', status: 'scheduled'};
}

/** A question of which nothing is known yet. */
export function newQuestion(): QuestionDraft {
  const key = newId().slice(0, 8);
  return {key, raw: {id: `question-${key}`}, label: '', type: 'text', choices: '', required: false};
}

/** Reads a file that somebody opens; a sentence when it is none of ours. */
export function draftOf(text: string, zone: string): Result<Draft, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Cut off, or a page: all that a person can do is choose another file.
    return fail('This file can not be read. Choose the ctg.json that you saved before.');
  }
  const raw = objectOf(json);
  if (raw['ctg'] !== '1')
    return fail('This is not a file of gatherings. Choose the ctg.json that you saved before.');
  const publisher = objectOf(raw['publisher']);
  const gatherings = Array.isArray(raw['gatherings'])
    ? raw['gatherings'].map((each) => gatheringOf(objectOf(each), zone))
    : [];
  return ok({
    raw,
    name: textOf(publisher['name']),
    contact: textOf(objectOf(publisher['privacy'])['contact']),
    gatherings,
  });
}

function gatheringOf(raw: Json, usual: string): GatheringDraft {
  const zone = textOf(raw['timeZone']) || usual;
  const wall = (value: unknown) => {
    const moment = parseMoment(value, zone);
    return moment ? new Date(moment.wall).toISOString() : '';
  };
  const [start, end, place] = [wall(raw['start']), wall(raw['end']), objectOf(raw['place'])];
  return {
    key: newId().slice(0, 8),
    raw,
    name: textOf(raw['name']),
    date: start.slice(0, 10),
    from: start.slice(11, 16),
    to: end.slice(11, 16),
    zone,
    place: textOf(place['name']),
    address: textOf(place['address']),
    capacity: textOf(raw['capacity']),
    waitlist: raw['waitlist'] === true,
    status: textOf(raw['status']) || 'scheduled',
    description: textOf(raw['description']),
    questions: Array.isArray(raw['questions'])
      ? raw['questions'].map((each) => questionOf(objectOf(each)))
      : [],
  };
}

function questionOf(raw: Json): QuestionDraft {
  const options = Array.isArray(raw['options'])
    ? raw['options'].map((each) => textOf(objectOf(each)['label']))
    : [];
  return {
    key: newId().slice(0, 8),
    raw,
    label: textOf(raw['label']),
    type: textOf(raw['type']) || 'text',
    choices: options.join('\n'),
    required: raw['required'] === true,
  };
}

/** The document that a draft says. What is wrong with it, the schemas tell; what is empty is left out. */
export function documentOf(draft: Draft, now: number): Json {
  const publisher = objectOf(draft.raw['publisher']);
  const privacy = filled({...objectOf(publisher['privacy']), contact: draft.contact.trim()});
  return {
    ...draft.raw,
    ctg: '1',
    ...(draft.name.trim() !== '' && {
      publisher: filled({
        ...publisher,
        name: draft.name.trim(),
        privacy: Object.keys(privacy).length > 0 ? privacy : '',
      }),
    }),
    updated: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    gatherings: draft.gatherings.map(gatheringSaid),
  };
}

function gatheringSaid(draft: GatheringDraft): Json {
  const start = draft.date && draft.from ? `${draft.date}T${draft.from}` : '';
  const sameDay = draft.date && draft.to ? `${draft.date}T${draft.to}` : '';
  // Until after midnight.
  const end = sameDay !== '' && sameDay <= start ? later(sameDay, 24 * 60).slice(0, 16) : sameDay;
  const place = filled({
    ...objectOf(draft.raw['place']),
    name: draft.place.trim(),
    address: draft.address.trim(),
  });
  return filled({
    ...draft.raw,
    name: draft.name.trim(),
    description: draft.description.trim(),
    start: start && withOffset(start, draft.zone),
    end: start && end && withOffset(end, draft.zone),
    timeZone: start && draft.zone,
    status: draft.status === 'scheduled' ? '' : draft.status,
    capacity: /^\d+$/.test(draft.capacity.trim()) ? Number(draft.capacity) : draft.capacity.trim(),
    waitlist: draft.waitlist || '',
    place: Object.keys(place).length > 0 ? place : '',
    questions: draft.questions.length > 0 ? draft.questions.map(questionSaid) : '',
  });
}

/** Kinds of questions to which one chooses an answer. */
export const CHOOSING: readonly string[] = ['select', 'radio', 'checkbox'];

function questionSaid({raw, label, type, choices, required}: QuestionDraft): Json {
  const before = Array.isArray(raw['options']) ? raw['options'].map(objectOf) : [];
  const labels = choices
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);
  const options = labels.map(
    (each) => before.find((option) => option['label'] === each) ?? {value: each, label: each},
  );
  return filled({
    ...raw,
    label: label.trim(),
    type,
    options: CHOOSING.includes(type) && options.length > 0 ? options : '',
    required: required || '',
  });
}

/** Without what is empty: a field that was cleared is no longer said. */
function filled(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== ''));
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
