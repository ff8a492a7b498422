/** What people call things in the columns of a table or the properties of a map: names we know, in several tongues. */
import type {Json} from './raw.js';

/** The words for each thing, most telling first; compared without case, accents, spaces and dashes. */
const WORDS = {
  id: 'id uid uuid globalid identifier identificador kennung fid objectid gisid',
  name: 'name title event eventname gathering organization organisation titel titre titulo nom nombre nome bezeichnung label',
  description:
    'description descr details text about beschreibung descripcion descricao notes note abstract summary content',
  start:
    'start starts startdate starttime startdatetime startsat dtstart begin begins beginn eventstart eventdate debut inicio comienzo',
  end: 'end ends enddate endtime enddatetime endsat dtend finish ende eventend fin fim',
  day: 'date day datum fecha data jour tag',
  endDay: 'untildate lastday enddatum',
  clock: 'time from uhrzeit heure hora von',
  endClock: 'until to bis',
  timeZone: 'timezone tz zone zeitzone fuseau zonahoraria fusohorario timezoneid',
  status: 'status state eventstatus',
  capacity: 'capacity places seats maxattendees maximum max rsvplimit plaetze platze lugares plazas capacite',
  taken: 'taken attending attendees booked registered rsvps yesrsvpcount',
  place: 'place venue venuename location locationname ort lieu lugar local',
  address: 'address fulladdress streetaddress street addr adresse direccion endereco strasse',
  city: 'city town locality stadt ville ciudad cidade addrcity',
  lat: 'lat latitude breite breitengrad latitud y',
  lon: 'lon lng long longitude laenge lange laengengrad longitud x',
  url: 'url website weburl web homepage link site webseite sitio',
  image: 'image imageurl picture photo bild foto',
  host: 'host organizer organiser contactname veranstalter organisateur organizador gastgeber',
  language: 'language lang sprache langue idioma lingua',
  sector: 'sector sektor secteur setor',
  email: 'email mail contactemail correo courriel',
  updated: 'updated updatedat modified lastmodified lastupdated changed',
  series: 'series serie reihe',
  needs: 'needs need bedarf besoins necesidades',
  values: 'values werte valeurs valores',
  online: 'online onlineurl videourl streamurl',
  kind: 'kind type art',
  offers: 'offers offer angebot angebote offre',
  partyMax: 'partymax maxparty groupsize',
  minimum: 'minimum min minattendees',
  opens: 'opens registrationopens',
  closes: 'closes registrationcloses deadline anmeldeschluss',
} as const;

/** What a column can be. */
export type Column = keyof typeof WORDS;

const COLUMNS: ReadonlyMap<string, {column: Column; rank: number}> = new Map(
  Object.entries(WORDS).flatMap(([column, words]) =>
    words
      .split(' ')
      .map((word, rank): [string, {column: Column; rank: number}] => [
        word,
        {column: column as Column, rank},
      ]),
  ),
);

/** A word as it is compared: `WEB_URL`, `Web-URL` and `web url` are one. */
function folded(word: string): string {
  return word
    .slice(0, 60)
    .normalize('NFD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The columns that `names` are, each by the position of the best word for it. */
export function columnsOf(names: readonly string[]): ReadonlyMap<Column, number> {
  const best = new Map<Column, {at: number; rank: number}>();
  names.forEach((name, at) => {
    const found = COLUMNS.get(folded(name));
    if (!found) return;
    const rival = best.get(found.column);
    if (!rival || found.rank < rival.rank) best.set(found.column, {at, rank: found.rank});
  });
  return new Map([...best].map(([column, {at}]) => [column, at]));
}

/** The positions of all columns in `names` that are this one, such as a start date and a start time. */
export function allOf(names: readonly string[], column: Column): readonly number[] {
  return names.flatMap((name, at) => (COLUMNS.get(folded(name))?.column === column ? [at] : []));
}

/** A look into rows that have the same columns again and again, as those of one file do. */
export class Columns {
  #key = '';
  #found: ReadonlyMap<Column, string> = new Map();

  /** A function that gives what a row has in a column. */
  of(row: Json): (column: Column) => unknown {
    const names = Object.keys(row);
    const key = names.join('\n');
    if (key !== this.#key || key === '') {
      this.#key = key;
      this.#found = new Map([...columnsOf(names)].map(([column, at]) => [column, names[at]!]));
    }
    return (column) => {
      const name = this.#found.get(column);
      return name === undefined ? undefined : row[name];
    };
  }
}
