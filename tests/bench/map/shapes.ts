/** The same network in the form that each contestant reads. Nothing here is told by the clock or by chance. */
import {KINDS, NEEDS, SECTORS, TOWNS, type Network} from './crowd.js';

const WORDS = ['Garden', 'Pantry', 'Choir', 'Shelter', 'School', 'Parish', 'Workshop', 'Clinic', 'Library'];

const idOf = (group: number) => `https://g${group}.example/`;
const nameOf = ({town}: Network, group: number) =>
  `${TOWNS[town[group]!]![0]} ${WORDS[group % WORDS.length]} ${group}`;
/** To about a metre: more digits would only make files longer. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** Groups as a document lists them. */
export function groupsOf(network: Network): object[] {
  const {ends} = network;
  let tie = 0;
  return Array.from({length: network.size}, (_, group) => {
    const connections: object[] = [];
    for (; ends[tie] === group; tie += 2) connections.push({to: idOf(ends[tie + 1]!), kind: 'partners'});
    return {
      id: idOf(group),
      name: nameOf(network, group),
      kind: KINDS[network.kind[group]!],
      sector: SECTORS[network.sector[group]!],
      needs: [NEEDS[network.need[group]!]],
      place: {
        label: TOWNS[network.town[group]!]![0],
        lat: rounded(network.lat[group]!),
        lon: rounded(network.lon[group]!),
        precision: 'street',
      },
      connections,
    };
  });
}

/** One group on a peer's map. */
export type Feature = GeoJSON.Feature<GeoJSON.Point, {name: string; kind: string; sector: string}>;

/** Groups as peers read them, without their ties. */
export function featuresOf(
  network: Network,
): GeoJSON.FeatureCollection<GeoJSON.Point, Feature['properties']> {
  return {
    type: 'FeatureCollection',
    features: Array.from({length: network.size}, (_, group) => ({
      type: 'Feature',
      properties: {
        name: nameOf(network, group),
        kind: KINDS[network.kind[group]!]!,
        sector: SECTORS[network.sector[group]!]!,
      },
      geometry: {
        type: 'Point',
        coordinates: [rounded(network.lon[group]!), rounded(network.lat[group]!)],
      },
    })),
  };
}

/** Nodes and edges as a library of graphs reads them; places are in degrees of longitude, and as high as on a map. */
export interface Nodes {
  readonly nodes: readonly {readonly name: string; readonly x: number; readonly y: number}[];
  /** Both nodes of each edge in turn. */
  readonly edges: readonly number[];
}

export function nodesOf(network: Network): Nodes {
  const nodes = Array.from({length: network.size}, (_, group) => ({
    name: nameOf(network, group),
    x: rounded(network.lon[group]!),
    y: rounded((Math.atanh(Math.sin((network.lat[group]! * Math.PI) / 180)) * 180) / Math.PI),
  }));
  return {nodes, edges: [...network.ends]};
}
