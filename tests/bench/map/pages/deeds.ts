/** Single deeds without a picture, ours and those of peers in turn: showing one sector alone. */
import Supercluster from 'supercluster';

import {buildNetwork} from '../../../../src/network/build.js';
import {facetsOf} from '../../../../src/network/facets.js';
import type {Network, SourceDocument} from '../../../../src/network/network.js';
import {projectMercator} from '../../../../src/network/space/mercator.js';
import {SpatialIndex} from '../../../../src/network/space/spatial-index.js';
import {networkOf, SECTORS} from '../crowd.js';
import {featuresOf, groupsOf} from '../shapes.js';
import {place, show} from './given.js';
import {FROM, TO} from './marks.js';

/** How often each is done; a multiple of the sectors. */
const TIMES = 2 * SECTORS.length;

function timed(name: string, deed: () => unknown): void {
  performance.mark(FROM + name);
  deed();
  performance.mark(TO + name);
}

/** Chooses each sector in turn. Peers have no filter: what they clusters of is loaded anew. */
function filter(size: number, withPeers: boolean): void {
  const made = networkOf(size);
  const groups = groupsOf(made) as SourceDocument['groups'];
  const network = buildNetwork([{url: location.href, readAt: 0, groups}], Date.now());
  const index = indexOf(network);
  const features = withPeers ? featuresOf(made).features : [];
  const clusters = new Supercluster({radius: 56, extent: 256});
  for (let time = 0; time < TIMES; time += 1) {
    const sector = SECTORS[time % SECTORS.length]!;
    timed(`filter, ours, ${size}`, () => {
      index.filter(facetsOf(network, {sector: new Set([sector])}).mask);
    });
    if (withPeers)
      timed(`filter, supercluster, ${size}`, () => {
        clusters.load(features.filter(({properties}) => properties.sector === sector));
      });
  }
}

function indexOf({groups}: Network): SpatialIndex {
  const points = groups.map(({place: at}) => projectMercator(at?.lon ?? NaN, at?.lat ?? NaN));
  return new SpatialIndex(
    Float64Array.from(points, ({x}) => x),
    Float64Array.from(points, ({y}) => y),
  );
}

show(() => {
  const size = Number(place.dataset['size']);
  filter(size, size <= 100_000);
  return Promise.resolve();
});
