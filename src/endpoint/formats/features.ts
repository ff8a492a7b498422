/** Features of GeoJSON, whoever sends them: with a start they are gatherings, without one they are groups. */
import {Columns} from './columns.js';
import {Draft, nothing} from './draft.js';
import type {Source, Translation} from './format.js';
import {locate} from './geometry.js';
import {idText, own, record} from './raw.js';
import {addRow} from './rows.js';
import {Turns} from './turns.js';

/** The features of a collection, or the one that stands alone; `undefined` when there are none to be had. */
export function featuresOf(json: unknown): readonly unknown[] | undefined {
  const features = own(json, 'features');
  if (Array.isArray(features)) return features;
  return own(json, 'type') === 'Feature' ? [json] : undefined;
}

/** Translates the features of a source. */
export async function translateFeatures(
  {json, url}: Source,
  now: number,
  next?: (features: readonly unknown[], draft: Draft) => string | undefined,
): Promise<Translation> {
  const features = featuresOf(json);
  if (!features) {
    return nothing(Array.isArray(own(json, 'collections')) ? 'collections-not-items' : 'not-this-format');
  }
  const draft = new Draft();
  const columns = new Columns();
  const turns = new Turns();
  for (const [index, feature] of features.entries()) {
    const pause = turns.due();
    if (pause) await pause;
    const path = features[0] === json ? '' : `/features/${index}`;
    if (own(feature, 'type') !== 'Feature') {
      draft.leave(path, 'not-a-feature');
      continue;
    }
    const id = idText(own(feature, 'id'));
    const get = columns.of(record(own(feature, 'properties')) ?? {});
    addRow(draft, {path, url, id, located: locate(own(feature, 'geometry')), get}, now);
  }
  return draft.translation(now, {next: next?.(features, draft)});
}
