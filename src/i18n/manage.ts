/** The sentences for those who come back to a signup or whose plans change; they travel with the chunk for that. */

import manage from './locales/en.manage.json';
import {addMessages} from './locales.js';

/** Makes these sentences known. Call it where the chunk begins. */
export function addManageMessages(): void {
  addMessages('en', manage);
}
