import {MAP_LATER_SIGHTS} from '../widgets/map-later-sights.js';
import {answerSites, arriveForMap, MAP_SIGHTS} from '../widgets/map-sights.js';
import type {MapVisit} from '../widgets/network-map.harness.js';
import {auditIn, type Page, type Scene} from './audit.js';

/** A page with a map on it, and sites that answer it. */
interface MapPage extends Page {
  readonly visit: MapVisit;
}

const SCENES = [...MAP_SIGHTS, ...MAP_LATER_SIGHTS].map((sight): Scene<MapPage> => ({
  what: sight.what,
  open: async () => {
    const {fetch} = globalThis;
    globalThis.fetch = answerSites(fetch);
    const visit = await arriveForMap(sight);
    return {
      visit,
      stage: visit.stage,
      widget: () => ({element: visit.map, fits: visit.fits}),
      end: () => {
        globalThis.fetch = fetch;
        visit.end();
        return Promise.resolve();
      },
    };
  },
  go: ({visit}, say) => sight.go?.(visit, say) ?? visit.isReady(),
}));

/** Judges everything that a visitor may see of a map, on pages in `lang`. */
export const auditMapsIn = (lang: string): void => auditIn('ctg-network-map', lang, SCENES);
