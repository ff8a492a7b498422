import type {MapHost} from '../map-host.js';
import type {Mark} from '../scene/mark.js';

/** Members that are looked at to tell whether they are on one spot, and to come closer to them. */
const LOOKED_AT = 5_000;
/** Closer than this two places are one spot, as a share of the world: about a metre. */
const SPOT = 2.5e-8;

/** What a press on a mark does: selects its only group, offers those on one spot, or comes closer to the others. */
export function press(host: MapHost, mark: Mark | undefined, focus: boolean): void {
  const {stage, chart} = host.scene!;
  if (!mark) return host.select(undefined);
  const {cluster} = mark;
  if (cluster.count === 1) return host.select(cluster.first, focus);
  const members = chart!.index.members(cluster, LOOKED_AT);
  const {x, y} = stage.picture!.placing;
  const isSpot = members.every(
    (group) => Math.abs(x[group]! - x[members[0]!]!) < SPOT && Math.abs(y[group]! - y[members[0]!]!) < SPOT,
  );
  if (isSpot) host.offer(members);
  else stage.fit(members, true);
}
