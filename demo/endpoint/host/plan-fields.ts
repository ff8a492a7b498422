import type {GatheringRow} from '../documents.js';
import type {Fields} from '../form.js';
import {agendaText} from './agenda.js';
import {type Asked, type Offers, QUESTIONS} from './choices.js';
import {minutesOf} from './when.js';

/** The fields of the form for a gathering that is there, to be changed or copied. */
export function fieldsOf(
  row: GatheringRow,
  {offers, copy}: {readonly offers: Offers; readonly copy: boolean},
): Fields {
  const {details, wall, minutes, capacity, confirm, time_zone: zone} = row;
  const start = wall?.slice(11, 16) ?? '';
  const end = start && minutes !== null ? minutesOf(start) + minutes : undefined;
  const clock = (of: number) =>
    `${String(Math.floor(of / 60) % 24).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  const asked = (Object.keys(QUESTIONS) as Asked[]).filter((key) =>
    details.questions?.some(({id}) => id === QUESTIONS[key].id),
  );
  const texts: Record<string, string | readonly string[] | undefined> = {
    name: details.name,
    description: details.description,
    date: copy ? '' : wall?.slice(0, 10),
    start,
    end: end === undefined ? '' : clock(end),
    night: end !== undefined && end >= 24 * 60 ? 'yes' : '',
    zone: zone || offers.usual.zone,
    place: details.place?.name,
    address: details.place?.address,
    later: details.place?.revealed === 'confirmed' ? 'yes' : '',
    host: details.host?.name,
    capacity: capacity === null ? '' : String(capacity),
    minimum: details.minimum === undefined ? '' : String(details.minimum),
    waitlist: details.waitlist ? 'yes' : '',
    confirm: confirm ? 'yes' : '',
    partyMax: details.partyMax === undefined ? '' : String(details.partyMax),
    needs: details.needs ?? [],
    sector: details.sector,
    language: details.language,
    agenda: agendaText(details.agenda),
    ask: asked,
    consents: (details.consents ?? []).map(({id}) => id),
  };
  return new Map(
    Object.entries(texts).map(([name, value = '']) => [name, typeof value === 'string' ? [value] : value]),
  );
}

/** The form for a gathering that is not there yet. */
export function emptyFields({usual}: Offers): Fields {
  const texts = {
    zone: usual.zone,
    language: usual.language,
    sector: usual.sector,
    waitlist: 'yes',
    ask: 'food',
    consents: 'contact',
  };
  return new Map(Object.entries(texts).map(([name, value]) => [name, [value]]));
}
