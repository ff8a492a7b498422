/** Who is measured beside our map, what their pages are made of, and with how many groups. */

/** How many groups; the last is ours alone. */
export const SIZES = [100, 10_000, 100_000, 1_000_000] as const;

/** From this many on the network is made in the page, since a file of it would be larger than any that a site has. */
export const HANDED = 100_000;

/** A page of the bench, and what it is made of. */
export interface Visited {
  readonly name: string;
  /** The file of `pages/` that is its own script. */
  readonly script: string;
  /** In which form it reads the network from a file; absent: it always makes one itself. */
  readonly reads?: 'document' | 'features' | 'nodes';
  readonly sizes: readonly number[];
  /** Attributes of the element that it draws in. */
  readonly attributes?: string;
  /** Stylesheets of packages, and module scripts of ours, that its markup names. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Modules of packages that cannot be bundled, by the name under which they are imported. */
  readonly modules?: Readonly<Record<string, string>>;
}

/** One that draws the network. */
export interface Contestant extends Visited {
  /** What the mouse is dragged on, as a selector; about 960 by 600 pixels. */
  readonly stage: string;
  /** Pixels of a turn of the wheel, and how many turns take it about two zoom levels nearer. */
  readonly wheel: readonly [pixels: number, turns: number];
  /** The name of the one it is compared with; absent: it is the one that others are compared with. */
  readonly against?: string;
}

const UP_TO_100K = SIZES.slice(0, 3);

/** Ours. */
export const OURS = 'ours';
const OUR_GRAPH = 'ours, graph';

/** Beside the picture there is what is said of a group: with this width the picture is as large as those of others. */
const OURS_WIDE = 'style="width:1280px"';

const PLACE = '#map';

/** What any page costs in this browser; its memory is taken off that of all others. */
export const EMPTY = 'an empty page';

/** In the order in which each round has them. */
export const CONTESTANTS: readonly Contestant[] = [
  {name: EMPTY, script: 'empty', sizes: [100], stage: PLACE, wheel: [60, 2]},
  {
    name: OURS,
    script: 'ours',
    reads: 'document',
    sizes: SIZES,
    attributes: OURS_WIDE,
    scripts: ['w/network-map.js'],
    stage: 'ctg-network-map canvas',
    wheel: [60, 2],
  },
  {
    name: OUR_GRAPH,
    script: 'ours',
    reads: 'document',
    sizes: SIZES.slice(0, 2),
    attributes: `${OURS_WIDE} data-view="graph"`,
    scripts: ['w/network-map.js'],
    stage: 'ctg-network-map canvas',
    wheel: [60, 2],
  },
  {
    name: 'Leaflet + supercluster',
    script: 'leaflet',
    reads: 'features',
    sizes: UP_TO_100K,
    styles: ['leaflet/dist/leaflet.css'],
    stage: PLACE,
    wheel: [60, 2],
    against: OURS,
  },
  {
    name: 'MapLibre GL',
    script: 'maplibre',
    reads: 'features',
    sizes: UP_TO_100K,
    styles: ['maplibre-gl/dist/maplibre-gl.css'],
    // It finds its worker beside itself, and the worker what both have in common.
    modules: {'maplibre-gl': 'maplibre-gl/dist/maplibre-gl.mjs'},
    stage: PLACE,
    wheel: [400, 4],
    against: OURS,
  },
  {
    name: 'sigma, on its places',
    script: 'sigma-places',
    reads: 'nodes',
    sizes: UP_TO_100K,
    stage: PLACE,
    wheel: [120, 3],
    against: OURS,
  },
  {
    name: 'sigma + ForceAtlas2',
    script: 'sigma-graph',
    reads: 'nodes',
    sizes: SIZES.slice(0, 2),
    stage: PLACE,
    wheel: [120, 3],
    against: OUR_GRAPH,
  },
];

/** What is done without a picture. */
export const DEEDS: Visited = {name: 'single deeds', script: 'deeds', sizes: SIZES};
