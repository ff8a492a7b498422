/** A region's own outline, from where a page keeps it. */
import {scriptTag} from '../../../context/script-tag.js';
import {readJson} from '../../../endpoint/read-json.js';
import {resolveSet} from '../../../endpoint/resolve.js';
import type {LoadFailure} from '../../../protocol/outcome.js';
import type {Outline} from './outline.js';
import {readOutline} from './own-outline.js';

export {drawNames} from './draw-names.js';

/** The outline at `address`, as GeoJSON, and how many shapes of it could not be drawn; or why there is none. */
export async function fetchOutline(
  address: string,
): Promise<{readonly outline: Outline; readonly dropped: number} | {readonly failure: LoadFailure}> {
  const {allow} = scriptTag();
  const set = resolveSet([{endpoint: address}], document.baseURI, allow);
  if (!set.ok) return set;
  const read = await readJson(set.value.endpoint!, allow);
  return read.ok ? readOutline(read.value) : read;
}
