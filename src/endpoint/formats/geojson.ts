/** GeoJSON (RFC 7946): a file of features, as map editors and open-data portals give it. */
import {translateFeatures} from './features.js';
import type {Format} from './format.js';
import {SHAPES} from './shapes.js';

/** Reads GeoJSON. */
export const geojson: Format = {
  name: 'geojson',
  matches: SHAPES['geojson']!,
  translate: (source, now) => translateFeatures(source, now),
};
