import {MAP_JOINED_SIGHTS} from '../widgets/map-joined-sights.js';
import {MAP_JOINING_SIGHTS} from '../widgets/map-joining-sights.js';
import {MAP_LATER_SIGHTS} from '../widgets/map-later-sights.js';
import {MAP_MISSING_SIGHTS} from '../widgets/map-missing-sights.js';
import {arriveForMap, MAP_SIGHTS, type MapSight} from '../widgets/map-sights.js';
import {MAP_SOURCE_SIGHTS} from '../widgets/map-source-sights.js';
import type {SightVisit} from '../widgets/sight-visit.js';
import {auditIn, type Page, type Scene} from './audit.js';

/** A page with a map on it, and sites that answer it. */
interface MapPage extends Page {
  readonly visit: SightVisit;
}

const sceneOf = (sight: MapSight): Scene<MapPage> => ({
  what: sight.what,
  open: async () => {
    const visit = await arriveForMap(sight);
    return {
      visit,
      stage: visit.stage,
      widget: () => ({element: visit.map, fits: visit.fits}),
      end: () => visit.leave(),
    };
  },
  go: ({visit}, say) => sight.go?.(visit, say) ?? visit.isReady(),
});

const SEEN = [...MAP_SIGHTS, ...MAP_LATER_SIGHTS, ...MAP_MISSING_SIGHTS, ...MAP_SOURCE_SIGHTS].map(sceneOf);
const JOINED = [...MAP_JOINING_SIGHTS, ...MAP_JOINED_SIGHTS].map(sceneOf);

/** Judges everything that a visitor may see of a map, on pages in `lang`. */
export const auditMapsIn = (lang: string): void => auditIn('ctg-network-map', lang, SEEN);

/** Judges all that they may see while they add a group of their own. */
export const auditJoiningIn = (lang: string): void => auditIn('ctg-network-map', lang, JOINED);
