/** Single deeds without a picture, ours and those of peers in turn: showing one sector alone, and laying out ties. */
import Supercluster from 'supercluster';

import {buildNetwork} from '../../../../src/network/build.js';
import {facetsOf} from '../../../../src/network/facets.js';
import {layoutOf} from '../../../../src/network/layout/layout.js';
import type {Network, SourceDocument} from '../../../../src/network/network.js';
import {projectMercator} from '../../../../src/network/space/mercator.js';
import {SpatialIndex} from '../../../../src/network/space/spatial-index.js';
import {networkOf, SECTORS} from '../crowd.js';
import {featuresOf, groupsOf, nodesOf} from '../shapes.js';
import {arrange, graphOf} from './graphs.js';
import {place, show} from './given.js';
import {FROM, TO} from './marks.js';

/** How often each is done; a multiple of the sectors. */
const TIMES = 2 * SECTORS.length;

/** Most groups that peers are given. */
const PEERS = 100_000;

/** How many groups are laid out, and on the page of how many. */
const LAID_OUT = 1000;
const LAID_OUT_WITH = 100;

function timed(name: string, deed: () => unknown): void {
  performance.mark(FROM + name);
  deed();
  performance.mark(TO + name);
}

/** Chooses each sector in turn. Peers have no filter: the clusters are loaded anew. */
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

/** Lays out each network once, in a page that has not done so before: as a visitor waits for it. */
function layOut(size: number): void {
  const {ends} = networkOf(size);
  const graph = graphOf(nodesOf(networkOf(size)));
  timed(`layout, ours, ${size}`, () => {
    const steps = layoutOf(size, ends);
    while (!steps.next().done);
  });
  timed(`layout, ForceAtlas2, ${size}`, () => arrange(graph));
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
  filter(size, size <= PEERS);
  if (size === LAID_OUT_WITH) layOut(LAID_OUT);
  return Promise.resolve();
});
