/**
 * Recognising a format by its shape. Small on purpose: a page with `format="auto"` fetches this before it knows which
 * format it needs. A shape names what no other format has, so that one answer has one shape.
 */
import type {Source} from './format.js';
import {own, record} from './raw.js';

/** What only an answer of OGC API Features has beside the features; plain GeoJSON has none of it. */
const OGC = ['links', 'numberReturned', 'numberMatched', 'timeStamp'];

function isGeoJson(json: unknown): boolean {
  const type = own(json, 'type');
  return (
    (type === 'FeatureCollection' && Array.isArray(own(json, 'features'))) ||
    (type === 'Feature' && record(own(json, 'geometry')) !== undefined) ||
    (type === 'Feature' && own(json, 'geometry') === null)
  );
}

function isOgc(json: unknown): boolean {
  return isGeoJson(json) && OGC.some((key) => own(json, key) !== undefined);
}

/** Whether a source has the shape of the format of this name. A native document has the shape of none. */
export const SHAPES: Readonly<Record<string, (source: Source) => boolean>> = {
  geojson: ({json}) => isForeign(json) && isGeoJson(json) && !isOgc(json),
  'ogc-features': ({json}) => isForeign(json) && isOgc(json),
};

function isForeign(json: unknown): boolean {
  return own(json, 'ctg') === undefined;
}
