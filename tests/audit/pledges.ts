import {arriveForPledge, PLEDGE_SIGHTS} from '../widgets/pledge-sights.js';
import {PLEDGE_SIZES} from '../widgets/pledge-sizes.js';
import type {PledgeVisit} from '../widgets/pledge-visit.js';
import {auditIn, type Scene} from './audit.js';

const SCENES = [...PLEDGE_SIGHTS, ...PLEDGE_SIZES].map((sight): Scene<PledgeVisit> => ({
  what: sight.what,
  open: () => arriveForPledge(sight),
  go: (visit, say) => sight.go(visit.widget(), say, visit),
}));

/** Judges everything that a visitor may see of a pledge, on pages in `lang`. */
export const auditPledgesIn = (lang: string): void => auditIn('ctg-values-pledge', lang, SCENES);
