/** Features of GeoJSON, whoever sends them: with a start they are gatherings, without one they are groups. */
import {Columns} from './columns.js';
import {Draft, nothing} from './draft.js';
import type {Source, Translation} from './format.js';
import {locate} from './geometry.js';
import {idText, own, record} from './raw.js';
import {addRow} from './rows.js';

/** The features of a collection, or the one that stands alone; `undefined` when there are none to be had. */
export function featuresOf(json: unknown): readonly unknown[] | undefined {
  const features = own(json, 'features');
  if (Array.isArray(features)) return features;
  return own(json, 'type') === 'Feature' ? [json] : undefined;
}

/** Translates the features of a source. */
export function translateFeatures(
  {json, url}: Source,
  now: number,
  next?: (features: readonly unknown[], draft: Draft) => string | undefined,
): Translation {
  const features = featuresOf(json);
  if (!features) {
    return nothing(Array.isArray(own(json, 'collections')) ? 'collections-not-items' : 'not-this-format');
  }
  const draft = new Draft();
  const columns = new Columns();
  features.forEach((feature, index) => {
    const path = features[0] === json ? '' : `/features/${index}`;
    if (own(feature, 'type') !== 'Feature') return draft.leave(path, 'not-a-feature');
    return addRow(draft, {
      path,
      url,
      id: idText(own(feature, 'id')),
      located: locate(own(feature, 'geometry')),
      get: columns.of(record(own(feature, 'properties')) ?? {}),
    });
  });
  return draft.translation(now, {next: next?.(features, draft)});
}
