/** Groups of a network as files that other programs read. How to reach somebody is never in them. */
import {csv} from './csv.js';

/** A group as it is written down. */
export interface WrittenGroup {
  readonly id: string;
  readonly name: string;
  readonly sector?: string | undefined;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly values: readonly string[];
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly place?:
    | {
        readonly label?: string | undefined;
        readonly lat?: number | undefined;
        readonly lon?: number | undefined;
        readonly precision?: string | undefined;
      }
    | undefined;
  readonly updated?: string | undefined;
  /** Who published the document that it was taken from, or the host of that document. */
  readonly source?: string | undefined;
}

/** Names of the columns, which are those of the document: a table is read by programs, too. */
const COLUMNS = [
  'id', 'name', 'sector', 'needs', 'offers', 'values', 'description', 'url', 'town', 'lat', 'lon', 'precision', 'updated', 'source',
] as const; // prettier-ignore

/** The groups as a table, one a row; several things in one cell stand with `; ` between them. */
export function groupsCsv(groups: readonly WrittenGroup[]): string {
  const rows = groups.map(
    ({id, name, sector, needs, offers, values, description, url, place, updated, source}) => [
      id,
      name,
      sector ?? '',
      ...[needs, offers, values].map((list) => list.join('; ')),
      description ?? '',
      url ?? '',
      place?.label ?? '',
      place?.lat ?? '',
      place?.lon ?? '',
      place?.precision ?? '',
      updated ?? '',
      source ?? '',
    ],
  );
  return csv([COLUMNS, ...rows]);
}

/** The groups as GeoJSON (RFC 7946): longitude first, and no geometry for one that has no place. */
export function groupsGeoJson(groups: readonly WrittenGroup[]): string {
  const features = groups.map(
    ({id, name, sector, needs, offers, values, description, url, place, updated, source}) => {
      const {lat, lon, label, precision} = place ?? {};
      const geometry =
        lat === undefined || lon === undefined ? null : {type: 'Point', coordinates: [lon, lat]};
      // Only what is written above: whatever else a group may have stays where it is.
      const about = {
        name,
        sector,
        needs,
        offers,
        values,
        description,
        url,
        town: label,
        precision,
        updated,
        source,
      };
      return {type: 'Feature', id, geometry, properties: about};
    },
  );
  return JSON.stringify({type: 'FeatureCollection', features});
}
