/** The sentences for those who come back to what they sent; they travel with the chunk for that. */

import manage from './locales/en.manage.json';
import {addMessages} from './locales.js';
import type {Messages} from './messages.js';

/** Makes them known, with those that only one kind of message needs. Call it where the chunk begins. */
export function addManageMessages(own: Messages): void {
  addMessages('en', {...manage, ...own});
}
