/**
 * The known formats by name. Each is a chunk of its own, fetched only when it is used; recognising one by its shape
 * is one small chunk for all.
 */
import type {Format, Source} from './format.js';

const LOADERS: Readonly<Record<string, () => Promise<Format>>> = {
  geojson: async () => (await import('./geojson.js')).geojson,
  'ogc-features': async () => (await import('./ogc-features.js')).ogcFeatures,
  'schema-org': async () => (await import('./schema-org.js')).schemaOrg,
  'events-calendar': async () => (await import('./events-calendar.js')).eventsCalendar,
  'google-calendar': async () => (await import('./google-calendar.js')).googleCalendar,
  activitystreams: async () => (await import('./activitystreams.js')).activityStreams,
  csv: async () => (await import('./csv.js')).csv,
};

/** The names of all known formats, as `format="…"` takes them. */
export const FORMAT_NAMES: readonly string[] = Object.keys(LOADERS);

/** The format of a name; `undefined` when there is none. Rejects when its chunk cannot be fetched. */
export async function formatNamed(name: string): Promise<Format | undefined> {
  return Object.hasOwn(LOADERS, name) ? LOADERS[name]!() : undefined;
}

/** The names of all formats whose shape a source has. More than one is for a person to decide. */
export async function detect(source: Source): Promise<readonly string[]> {
  const {SHAPES} = await import('./shapes.js');
  return FORMAT_NAMES.filter((name) => SHAPES[name]?.(source));
}
