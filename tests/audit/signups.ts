import {arriveFor, MAIN, OTHERS} from '../widgets/sights.js';
import type {Visit} from '../widgets/visit.js';
import {auditIn, type Scene} from './audit.js';

const SCENES = [...MAIN, ...OTHERS].map((sight): Scene<Visit> => ({
  what: sight.what,
  open: () => arriveFor(sight),
  go: (visit, say) => sight.go(visit.widget(), say, visit),
}));

/** Judges everything that a visitor may see of gatherings, on pages in `lang`. */
export const auditSignupsIn = (lang: string): void => auditIn('ctg-gathering-signup', lang, SCENES);
