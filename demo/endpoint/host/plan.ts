import {type Gathering, GatheringSchema} from '../../../src/protocol/gathering.js';
import {LIMITS} from '../../../src/protocol/limits.js';
import {isText} from '../../../src/protocol/rules.js';
import {type Fields, first} from '../form.js';
import type {FieldProblem} from '../problems.js';
import {readAgenda} from './agenda.js';
import {type Asked, QUESTIONS} from './choices.js';
import type {Reading, Wrong} from './reading.js';
import {readWhen, type When} from './when.js';

/** A gathering as a host wrote it down, on one day or on several. */
export interface Plan extends When {
  readonly capacity: number | null;
  /** Whether places are given only to those who answered a letter. */
  readonly confirm: boolean;
  readonly details: Partial<Gathering>;
}

/** Reads the form: the plan, or for each field a sentence about what is to be put right. */
export function readPlan(
  fields: Fields,
  reading: Reading,
): {readonly plan?: Plan; readonly errors: readonly FieldProblem[]} {
  const errors: FieldProblem[] = [];
  const wrong: Wrong = (pointer, detail) => void errors.push({pointer, detail});
  const text = (name: string) =>
    (fields.get(name)?.[0] ?? '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\0\p{Cs}]/gu, '\ufffd')
      .trim();
  const short = (name: string, most: number) => {
    const value = text(name);
    if (value.length > most) wrong(`/${name}`, `This is too long. ${most} letters fit in here.`);
    return value || undefined;
  };
  const number = (name: string, least: number, sentence: string) => {
    const value = text(name);
    if (value === '') return undefined;
    const read = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
    if (!(read >= least)) wrong(`/${name}`, sentence);
    return read >= least ? read : undefined;
  };

  const name = short('name', LIMITS.name);
  if (!name || !isText(name)) wrong('/name', 'Give the gathering a name.');
  const description = short('description', LIMITS.text);
  const when = readWhen(fields, reading, wrong);
  const place = readPlace(short, fields, reading.before?.details.place);
  const host = short('host', LIMITS.name);
  const capacity = number('capacity', 1, 'Enter a number from 1, or leave this empty.');
  const minimum = number('minimum', 1, 'Enter a number from 1, or leave this empty.');
  const partyMax = number('partyMax', 1, 'Enter a number from 1, or leave this empty.');
  const taken = reading.edits ? (reading.before?.taken ?? 0) : 0;
  // A host who let in more than there are places may still change other things.
  if (capacity !== undefined && capacity < taken && capacity !== reading.before?.capacity)
    wrong('/capacity', `${taken} people have a place already. Enter ${taken} or more.`);
  if (capacity !== undefined && minimum !== undefined && minimum > capacity)
    wrong('/minimum', 'This is more than there are places.');
  const agenda = readAgenda(text('agenda'), reading.before?.details.agenda);
  if (!agenda) wrong('/agenda', 'This is too long. 100 lines fit in here, and 200 letters in each.');

  const before = reading.before?.details ?? {};
  const details = without({
    contact: 'either',
    ...before,
    name,
    description,
    place,
    host: host && {name: host},
    minimum,
    waitlist: first(fields, 'waitlist') === 'yes',
    partyMax,
    needs: chosen(fields, 'needs'),
    sector: text('sector') || undefined,
    language: text('language') || undefined,
    agenda: agenda?.length ? agenda : undefined,
    questions: questionsOf(fields, before),
    consents: consentsOf(fields, reading),
  }) as Partial<Gathering>;
  // What is published is held to the strict schema: nothing that came this far may make the document unreadable.
  if (errors.length === 0 && when) {
    const {error} = GatheringSchema.safeParse({
      id: 'new',
      ...details,
      ...(capacity && {capacity}),
      timeZone: when.zone,
    });
    for (const {path} of error?.issues ?? [])
      wrong(`/${String(path[0] ?? 'name')}`, 'This can not be kept as it is.');
  }
  if (errors.length > 0 || !when) return {errors};
  const confirm = first(fields, 'confirm') === 'yes';
  return {plan: {...when, capacity: capacity ?? null, confirm, details}, errors};
}

function readPlace(
  short: (name: string, most: number) => string | undefined,
  fields: Fields,
  before: Gathering['place'],
): Gathering['place'] | undefined {
  const name = short('place', LIMITS.name);
  const address = short('address', LIMITS.address);
  const {lat: _lat, lon: _lon, ...rest} = before ?? {};
  // A place on the map belongs to its address: with another one it would lead guests astray.
  const kept = address === before?.address ? (before ?? {}) : rest;
  const revealed = first(fields, 'later') === 'yes' ? 'confirmed' : 'always';
  if (!name && !address && !kept.online) return undefined;
  return without({...kept, name, address, revealed}) as Gathering['place'];
}

function questionsOf(fields: Fields, {questions = []}: Partial<Gathering>): Gathering['questions'] {
  const asked = new Set(fields.get('ask') ?? []);
  const offered = Object.keys(QUESTIONS) as Asked[];
  const kept = questions.filter(({id}) => offered.every((key) => QUESTIONS[key].id !== id || asked.has(key)));
  const fresh = offered.filter((key) => asked.has(key) && kept.every(({id}) => id !== QUESTIONS[key].id));
  const all = [
    ...kept,
    ...fresh.map((key) => ({...QUESTIONS[key]}) as NonNullable<Gathering['questions']>[number]),
  ];
  return all.length > 0 ? all : undefined;
}

/** The consents that were ticked, in the gathering's own wording where it has one: guests agreed to those words. */
function consentsOf(fields: Fields, {offers, before}: Reading): Gathering['consents'] {
  const own = before?.details.consents ?? [];
  const ticked = new Set(fields.get('consents') ?? []);
  const all = [...own, ...offers.consents.filter(({id}) => own.every((one) => one.id !== id))];
  const taken = all.filter(({id}) => ticked.has(id));
  return taken.length > 0 ? taken : undefined;
}

function chosen(fields: Fields, name: string): string[] | undefined {
  const values = [...new Set(fields.get(name) ?? [])].filter((value) => value.trim() !== '');
  return values.length > 0 ? values : undefined;
}

/** The same without what is not there: a key that is undefined would be written as nothing, and read as a mistake. */
function without<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}
