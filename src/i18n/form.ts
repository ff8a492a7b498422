/** The sentences of every form and of what follows it; they travel with the form's chunk. */

import form from './locales/en.form.json';
import {addMessages} from './locales.js';
import type {Messages} from './messages.js';

/** Makes them known, with those that only one kind of message needs. Call it where the form's chunk begins. */
export function addFormMessages(own: Messages): void {
  addMessages('en', {...form, ...own});
}
