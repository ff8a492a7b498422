/** What the form knows of the map that it stands below. */
import needs from '../../../i18n/locales/en.needs.json';
import choosing from '../../../i18n/locales/en.map-choosing.json';
import type {Loaded} from '../../../endpoint/loaded.js';
import {targetOf} from '../../../endpoint/target.js';
import {isUrn, normalUrl} from '../../../network/identity.js';
import type {NetworkGroup} from '../../../network/network.js';
import {unprojectMercator} from '../../../network/space/mercator.js';
import type {Atlas} from '../atlas.js';
import {KNOWN, labelOf} from '../kinds.js';
import type {MapHost} from '../map-host.js';
import {Towns} from '../near/towns.js';
import type {AddingScene} from './phase.js';
import type {Spot} from './spot.js';

/** Ids of one list that are offered, at most: ours, and the most frequent others of the network. */
const OFFERED = 24;
const NEEDS = Object.keys(needs).map((key) => key.slice('need.'.length));
const VALUES = Object.keys(choosing)
  .filter((key) => key.startsWith('value.'))
  .map((key) => key.slice('value.'.length));

/** The site's own document; where there is none, or it can't be read, what stands for it. */
export function ownOf({set, sourceList}: MapHost): {readonly loaded: Loaded; readonly isRead: boolean} {
  const read = sourceList.find(({url}) => url === set?.endpoint)?.loaded;
  if (read) return {loaded: read, isRead: true};
  const url = (set && targetOf(undefined, set, 'groups')?.href) ?? location.href.split('#')[0]!;
  return {loaded: {document: {ctg: '1'}, dropped: [], format: 'ctg', url, at: 0}, isRead: false};
}

/** Groups that can be named from outside of the document they stand in. O(n). */
export function othersOf({atlas, readings}: MapHost, own: string): readonly NetworkGroup[] {
  return (atlas?.network.groups ?? []).filter(
    ({id, origins}) => isUrn(id) || normalUrl(id) !== undefined || readings[origins['id'] ?? -1]?.url === own,
  );
}

const known = new WeakMap<Atlas, AddingScene['lists']>();

/** Sectors, needs and values to choose from: ours, then what others of the network say most often. O(n), once. */
export function listsOf(atlas: Atlas): AddingScene['lists'] {
  const {groups} = atlas.network;
  const lists = known.get(atlas) ?? {
    sector: withOthers(
      KNOWN,
      groups.map(({sector}) => (sector ? [sector] : [])),
    ),
    need: withOthers(
      NEEDS,
      groups.map((group) => group.needs),
    ),
    value: withOthers(
      VALUES,
      groups.map((group) => group.values),
    ),
  };
  known.set(atlas, lists);
  return lists;
}

function withOthers(ours: readonly string[], theirs: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of theirs.flat()) if (!ours.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const others = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return [...ours, ...others.map(([id]) => id)].slice(0, OFFERED);
}

/** The id that a word is known by here; the word itself where nobody knows it. */
export function idIn({lists, l}: AddingScene, list: 'need' | 'value', word: string): string {
  const plain = word.toLowerCase();
  return lists[list].find((id) => id === plain || labelOf(l, list, id).toLowerCase() === plain) ?? word;
}

/** The middle of the map that is looked at; `undefined` where none is. */
export function middleOf({view, scene}: MapHost): Spot | undefined {
  if (view === 'graph' || view === 'list' || !scene?.stage.hasRoom) return undefined;
  const {lat, lon} = unprojectMercator(scene.stage.view.x, scene.stage.view.y);
  return {lat, lon};
}

const towns = new WeakMap<Atlas, Towns>();

/** Where groups of the network say that a town is; nothing for what is not the whole name of one. */
export function townIn(atlas: Atlas, name: string): (Spot & {readonly town: string}) | undefined {
  const all = towns.get(atlas) ?? new Towns(atlas.network);
  towns.set(atlas, all);
  const found = all.find(name);
  return found?.town !== undefined && found.town.toLowerCase() === name.trim().toLowerCase()
    ? {lat: found.lat, lon: found.lon, town: found.town}
    : undefined;
}
