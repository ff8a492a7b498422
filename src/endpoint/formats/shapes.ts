/**
 * Recognising a format by its shape. Small on purpose: a page with `format="auto"` fetches this before it knows which
 * format it needs. A shape names what no other format has, so that one answer has one shape.
 */
import type {Source} from './format.js';

type Shape = (source: Source) => boolean;

/** What only an answer of OGC API Features has beside the features; plain GeoJSON has none of it. */
const OGC = ['links', 'numberReturned', 'numberMatched', 'timeStamp'];

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** The first of a list, or the thing itself: what a list holds, its first says. */
function first(json: unknown): unknown {
  return Array.isArray(json) ? json[0] : json;
}

function isGeoJson(json: unknown): boolean {
  const type = own(json, 'type');
  const geometry = own(json, 'geometry');
  if (type === 'FeatureCollection') return Array.isArray(own(json, 'features'));
  return type === 'Feature' && typeof geometry === 'object';
}

function isOgc(json: unknown): boolean {
  return isGeoJson(json) && OGC.some((key) => own(json, key) !== undefined);
}

/** The words of a context, which may be an address, a list, or prefixes by name. */
function contextOf(json: unknown): string {
  const context = own(first(json), '@context');
  const parts: readonly unknown[] = Array.isArray(context) ? context.slice(0, 20) : [context];
  return parts
    .flatMap((part) => (typeof part === 'string' ? [part] : [own(part, '@vocab'), own(part, 'schema')]))
    .filter((part) => typeof part === 'string')
    .join(' ')
    .slice(0, 5_000);
}

const isActivity: Shape = ({json}) => /w3\.org\/ns\/activitystreams/.test(contextOf(json));

const isSchemaOrg: Shape = (source) => {
  const {json, text} = source;
  // A page of the web: what it says of itself stands in its scripts.
  if (json === undefined) return /^\s*</.test(text) && /application\/ld\+json/.test(text);
  if (isActivity(source)) return false;
  const type = own(first(json), '@type');
  const types = JSON.stringify(type ?? '').slice(0, 300);
  return /\bschema\.org\b/.test(contextOf(json)) || /"https?:\/\/schema\.org\/\w/.test(types);
};

/** The older interface names itself in its answer; the newer one gives posts of a type of its own. */
const isEventsCalendar: Shape = ({json}) => {
  const events = own(json, 'events');
  const event = Array.isArray(events) ? first(events) : first(json);
  const isOld =
    Array.isArray(events) &&
    (own(json, 'rest_url') !== undefined || own(event, 'utc_start_date') !== undefined);
  const isAlone = own(event, 'utc_start_date') !== undefined && own(event, 'global_id') !== undefined;
  return (
    isOld || isAlone || (own(event, 'type') === 'tribe_events' && own(event, 'start_date') !== undefined)
  );
};

const isTable: Shape = ({json, text, type}) => {
  if (json !== undefined || /^\s*[<{[]/.test(text)) return false;
  if (/\b(?:csv|tab-separated-values)\b/.test(type)) return true;
  // A file without a type: its first line has a column for the name, and more than one column.
  const head = text
    .slice(0, 2_000)
    .split(/\r?\n/, 1)[0]!
    .replace(/^\ufeff/, '')
    .toLowerCase();
  const cells = head.split(/[,;\t|]/).map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim());
  return (
    cells.length > 1 &&
    cells.some((cell) => /^(?:event )?(?:name|title|titel|titre|título|nombre|nom|nome)$/.test(cell))
  );
};

const FORMATS: Readonly<Record<string, Shape>> = {
  geojson: ({json}) => isGeoJson(json) && !isOgc(json),
  'ogc-features': ({json}) => isOgc(json),
  'schema-org': isSchemaOrg,
  'events-calendar': isEventsCalendar,
  'google-calendar': ({json}) =>
    own(json, 'kind') === 'calendar#events' ||
    (own(json, 'kind') === undefined && isCalendarItem(own(json, 'items'))),
  activitystreams: isActivity,
  csv: isTable,
};

function isCalendarItem(items: unknown): boolean {
  return Array.isArray(items) && own(items[0], 'kind') === 'calendar#event';
}

/** Whether a source has the shape of the format of this name. A native document has the shape of none. */
export const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(
  Object.entries(FORMATS).map(([name, shape]): [string, Shape] => [
    name,
    (source) => own(source.json, 'ctg') === undefined && shape(source),
  ]),
);
