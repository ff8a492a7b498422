/** The sentences that only cards, the month, facets and steps need; they travel with their chunk. */

import browse from './locales/en.browse.json';
import needs from './locales/en.needs.json';
import sectors from './locales/en.sectors.json';
import {addMessages} from './locales.js';

/** Makes these sentences known. Call it where their chunk begins. */
export function addBrowseMessages(): void {
  addMessages('en', {...browse, ...needs, ...sectors});
}
